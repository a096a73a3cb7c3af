import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, dataOf } from '../api/client.ts';
import { useCommand } from '../act/use-command.ts';
import { useToday } from '../api/use-today.ts';
import { dayText, shanghaiDay, timeText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { Channels } from './channels.tsx';
import { useNotices, type Notice } from './use-notices.ts';
import './notices.css';

/** 通知: what concerned the reader, by day; unread ones stand out. Which are shown is in the address. */
export function NoticesPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const unreadOnly = search.get('show') === 'unread';
  const notices = useNotices(unreadOnly);
  return (
    <main id="main" className="notices-page">
      <title>通知 · 回音</title>
      <header className="spread">
        <h1>通知</h1>
        <ReadAll newest={notices.data?.pages[0]?.items[0]} />
      </header>
      <div className="toolbar">
        <Segmented
          aria-label="看哪些通知"
          value={unreadOnly ? 'unread' : 'all'}
          options={[
            { value: 'all', label: '全部' },
            { value: 'unread', label: '未读' },
          ]}
          onChange={(chosen) => setSearch(chosen === 'unread' ? { show: 'unread' } : {}, { replace: true })}
        />
      </div>
      <PageState query={notices} what="通知">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <p className="nothing">
              {unreadOnly ? '没有未读的通知。' : '还没有通知。有事要您知道时，会出现在这里。'}
            </p>
          ) : (
            <>
              <Days notices={items} />
              {notices.hasNextPage && (
                <Button loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
                  更早的
                </Button>
              )}
            </>
          );
        }}
      </PageState>
      <Channels />
    </main>
  );
}

/** Up to the newest that is shown: what arrives meanwhile stays unread. */
function ReadAll({ newest }: { newest: Notice | undefined }): ReactElement | null {
  const read = useCommand<{ upToNoticeId: string }>(async (body, header) =>
    dataOf(await api.POST('/api/v1/notices:mark-read', { params: { header }, body })),
  );
  if (newest === undefined) return null;
  return (
    <Button loading={read.isPending} onClick={() => read.mutate({ upToNoticeId: newest.noticeId })}>
      全部标为已读
    </Button>
  );
}

function Days({ notices }: { notices: readonly Notice[] }): ReactElement {
  const today = useToday();
  const days = Map.groupBy(notices, ({ occurredAt }) => shanghaiDay(new Date(occurredAt)));
  return (
    <>
      {[...days].map(([day, items]) => (
        <section key={day} aria-label={dayText(day, today)}>
          <h2>{dayText(day, today)}</h2>
          <ul className="card notice-list">
            {items.map((notice) => (
              <NoticeRow key={notice.noticeId} notice={notice} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function NoticeRow({ notice }: { notice: Notice }): ReactElement {
  const { noticeId, caseId, text, occurredAt, read } = notice;
  const queries = useQueryClient();
  const markRead = useMutation({
    mutationFn: async () => {
      const header = { 'idempotency-key': crypto.randomUUID() };
      const path = { id: noticeId };
      return dataOf(await api.POST('/api/v1/notices/{id}:read', { params: { path, header } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const words = (
    <>
      {!read && <span className="dot" role="img" aria-label="未读" />}
      <span className="text">{text}</span>
      <time dateTime={occurredAt}>{timeText(occurredAt)}</time>
    </>
  );
  return (
    <li className={read ? '' : 'unread'}>
      {caseId === '' ? (
        <p>{words}</p>
      ) : (
        <Link to={`/cases/${caseId}`} onClick={() => !read && markRead.mutate()}>
          {words}
        </Link>
      )}
    </li>
  );
}
