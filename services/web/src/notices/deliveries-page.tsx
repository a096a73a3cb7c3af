import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { ActDrawer } from '../act/act-drawer.tsx';
import { TextField } from '../act/text-field.tsx';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { useNames } from '../api/use-names.ts';
import { useToday } from '../api/use-today.ts';
import { dayText, shanghaiDay, timeText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import type { Me } from '../session/session.ts';
import './notices.css';

type Delivery = Schemas['Delivery'];
type Decision = 'settle' | 'resend';

const PAGE = 50;
const LONGEST_REASON = 500;
/** Enough of an id to tell two people apart. */
const SHORT_ID = 8;

const STATE_WORDS: Readonly<Record<Delivery['state'], string>> = {
  refused: '没有送到',
  unknown: '不知道是否送到',
};
const CHANNEL_WORDS: Readonly<Record<Delivery['channel'], string>> = {
  'e-mail': '邮件',
  webhook: '短信或政务钉钉',
};

/** 未送达的通知: messages that were refused, or of which nobody knows whether they arrived. An operator decides. */
export function DeliveriesPage({ me }: { me: Me }): ReactElement {
  const deliveries = useInfiniteQuery({
    queryKey: ['deliveries'],
    initialPageParam: '',
    queryFn: async ({ pageParam: cursor }) =>
      dataOf(await api.GET('/api/v1/deliveries', { params: { query: { limit: PAGE, cursor } } })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <main id="main" className="notices-page">
      <title>未送达的通知 · 回音</title>
      <h1>未送达的通知</h1>
      <p className="quiet">
        每条通知在各人的“通知”页里都有。这里是另外发出去时没有送到、或者不知道是否送到的；系统不会自己再发，由您决定。
      </p>
      <PageState query={deliveries} what="未送达的通知">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <p className="nothing">没有要决定的。</p>
          ) : (
            <>
              <DeliveryTable me={me} items={items} />
              {deliveries.hasNextPage && (
                <Button
                  loading={deliveries.isFetchingNextPage}
                  onClick={() => void deliveries.fetchNextPage()}
                >
                  更晚的
                </Button>
              )}
            </>
          );
        }}
      </PageState>
    </main>
  );
}

function DeliveryTable({ me, items }: { me: Me; items: readonly Delivery[] }): ReactElement {
  // The operations team sees no names; the tenant's administrator does.
  const mayName = me.roles.includes('administrator');
  const names = useNames(mayName ? items.map(({ personId }) => personId) : []);
  const today = useToday();
  const [asked, setAsked] = useState<{ readonly decision: Decision; readonly delivery: Delivery }>();
  return (
    <>
      <table className="card deliveries">
        <caption className="unseen">未送达的通知</caption>
        <thead>
          <tr>
            <th scope="col">给谁</th>
            <th scope="col">何时</th>
            <th scope="col">结果</th>
            <th scope="col">处理</th>
          </tr>
        </thead>
        <tbody>
          {items.map((delivery) => (
            <tr key={delivery.deliveryId}>
              <td>
                {names.get(delivery.personId) ?? delivery.personId.slice(0, SHORT_ID)} ·{' '}
                {CHANNEL_WORDS[delivery.channel]}
                {delivery.digest && ' · 每日汇总'}
              </td>
              <td>
                {dayText(shanghaiDay(new Date(delivery.dueAt)), today)} {timeText(delivery.dueAt)}
              </td>
              <td>
                <b>{STATE_WORDS[delivery.state]}</b>
                <span className="under">
                  发了 {delivery.attempts} 次 · {delivery.lastAnswer}
                </span>
              </td>
              <td className="decisions">
                <Button onClick={() => setAsked({ decision: 'settle', delivery })}>不再发送</Button>
                <Button onClick={() => setAsked({ decision: 'resend', delivery })}>再发一次</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked !== undefined && <DecisionForm me={me} {...asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function DecisionForm(props: {
  readonly me: Me;
  readonly decision: Decision;
  readonly delivery: Delivery;
  readonly onClose: () => void;
}): ReactElement {
  const { me, decision, delivery, onClose } = props;
  const isResend = decision === 'resend';
  return (
    <ActDrawer<{ reason: string }>
      name={isResend ? '再发一次' : '不再发送'}
      hint={
        isResend && delivery.state === 'unknown'
          ? '上一次可能已经送到。再发一次，本人可能收到两份。'
          : '谁、为什么这样决定，会留在记录里。'
      }
      keptAs={`${me.personId}.${decision}.${delivery.deliveryId}`}
      fields={() => <TextField name="reason" label="理由" max={LONGEST_REASON} rows={3} />}
      send={async (body, header) => {
        const params = { path: { id: delivery.deliveryId }, header };
        return isResend
          ? dataOf(await api.POST('/api/v1/deliveries/{id}:resend', { params, body }))
          : dataOf(await api.POST('/api/v1/deliveries/{id}:settle', { params, body }));
      }}
      onClose={onClose}
    />
  );
}
