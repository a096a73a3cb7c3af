import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { useCommand } from '../act/use-command.ts';
import { api, dataOf } from '../api/client.ts';
import { useToday } from '../api/use-today.ts';
import { instantText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { usePhone } from '../design/use-phone.ts';
import type { Me } from '../session/session.ts';
import { newFeedSecret } from './feed-secret.ts';

/** 订阅日历: the address under which a calendar program finds the reader's meetings without login. */
export function Subscription({ me, onClose }: { me: Me; onClose: () => void }): ReactElement {
  const isPhone = usePhone();
  const feed = useQuery({
    queryKey: ['calendar-feed'],
    queryFn: async () => dataOf(await api.GET('/api/v1/calendar-feed')),
  });
  return (
    <Drawer
      open
      title="订阅日历"
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 520}
    >
      <p className="act-hint">
        手机和电脑上的日历程序可以按一个地址订阅您的见面安排，改期、取消会自动更新。得到地址的人不用登录就能看到，请不要转发。
      </p>
      <PageState query={feed} what="日历订阅">
        {({ madeAt }) => <Address madeAt={madeAt} tenant={me.tenant} />}
      </PageState>
      <p>
        只要一份现在的：<a href="/api/v1/meetings.ics">下载 .ics</a>
      </p>
    </Drawer>
  );
}

function Address({ madeAt, tenant }: { madeAt: string; tenant: string }): ReactElement {
  const today = useToday();
  const [address, setAddress] = useState('');
  const renew = useCommand<{ readonly secret: string; readonly secretHash: string }>(
    async ({ secret, secretHash }, header) => {
      const answer = dataOf(
        await api.POST('/api/v1/calendar-feed:renew', { params: { header }, body: { secretHash } }),
      );
      setAddress(`${window.location.origin}/api/v1/meetings.ics?feed=${tenant}.${secret}`);
      return answer;
    },
  );
  const revoke = useCommand<void>(async (_nothing, header) => {
    const answer = dataOf(await api.POST('/api/v1/calendar-feed:revoke', { params: { header } }));
    setAddress('');
    return answer;
  });
  const make = async (): Promise<void> => renew.mutate(await newFeedSecret());
  return (
    <div className="feed">
      <Refusal error={renew.error ?? revoke.error} />
      {address !== '' && <Shown address={address} />}
      {address === '' && madeAt !== '' && (
        <p>已于 {instantText(madeAt, today)} 生成地址。地址只在生成时显示一次；忘了就更换一个。</p>
      )}
      <div className="act-bar">
        <Button
          type={madeAt === '' ? 'primary' : 'default'}
          loading={renew.isPending}
          onClick={() => void make()}
        >
          {madeAt === '' ? '生成订阅地址' : '更换地址'}
        </Button>
        {madeAt !== '' && (
          <Button loading={revoke.isPending} onClick={() => revoke.mutate()}>
            停用
          </Button>
        )}
      </div>
      {madeAt !== '' && <p className="quiet">更换或停用后，原来的地址立即失效。</p>}
    </div>
  );
}

function Shown({ address }: { address: string }): ReactElement {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <label htmlFor="feed-address">订阅地址（只显示这一次）</label>
      <div className="feed-address">
        <Input id="feed-address" readOnly value={address} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{copied ? '已复制' : '复制'}</Button>
      </div>
    </>
  );
}
