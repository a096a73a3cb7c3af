import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { allPages } from '../api/all-pages.ts';
import { api, type Schemas } from '../api/client.ts';
import { useToday } from '../api/use-today.ts';
import { daysLeftText } from '../design/days-left.tsx';
import { dueDayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { choices, word } from '../design/words.ts';
import { Shown } from '../design/shown.tsx';
import type { Me } from '../session/session.ts';
import { ExportButton } from '../sheet/export-button.tsx';
import type { Column } from '../sheet/sheet.ts';
import './inbox.css';

type Status = 'open' | 'kept' | 'broken';

/** 承诺台账 of the unit: what it promised, by when, and what became of it. */
export function PromisesPage({ me }: { me: Me }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const status = statusOf(search.get('status') ?? '');
  const unitId = me.unit?.unitId ?? '';
  const today = useToday();
  const promises = useQuery({
    queryKey: ['promises', unitId, status],
    queryFn: async () => {
      const query = { unitId, status };
      return allPages((page) => api.GET('/api/v1/promises', { params: { query: { ...query, ...page } } }));
    },
  });
  return (
    <main id="main">
      <title>承诺 · 回音</title>
      <h1 className="greeting">{me.unit?.name}的承诺</h1>
      <div className="toolbar" role="search">
        <Segmented<Status>
          aria-label="状态"
          value={status}
          options={choices('promiseState') as { value: Status; label: string }[]}
          onChange={(chosen) => setSearch(chosen === 'open' ? {} : { status: chosen })}
        />
        {promises.data !== undefined && (
          <ExportButton
            name="承诺"
            columns={promiseColumns(today)}
            items={() => Promise.resolve(promises.data)}
          />
        )}
      </div>
      <PageState query={promises} what="承诺">
        {(found) =>
          found.length === 0 ? (
            <p className="nothing">
              没有{word('promiseState', status)}的承诺。答复签发后，其中的承诺记在这里。
            </p>
          ) : (
            <Shown items={found}>
              {(shown) => (
                <ul className="inbox-cards promises">
                  {shown.map((promise) => (
                    <PromiseCard key={promise.promiseId} promise={promise} />
                  ))}
                </ul>
              )}
            </Shown>
          )
        }
      </PageState>
    </main>
  );
}

function PromiseCard({ promise }: { promise: Schemas['Promise'] }): ReactElement {
  const today = useToday();
  const { suggestionId, text, dueOn, status, reports, finding } = promise;
  const latest = latestOf(reports);
  return (
    <li className="card">
      <span className="spread">
        <span className="quiet">{dueDayText(dueOn, today)}到期</span>
        <b>{status === 'open' ? daysLeftText(dueOn, today) : word('promiseState', status)}</b>
      </span>
      <span className="title">{text}</span>
      <p className="quiet">
        {finding ||
          (latest === undefined
            ? '还没有报过进展'
            : `最近进展 ${dueDayText(latest.onDate, today)}：${latest.progress}`)}
      </p>
      <Link
        className="verb"
        to={`/cases/${suggestionId}`}
        aria-label={`${status === 'open' ? '报进展' : '看案件'}：${text}`}
      >
        {status === 'open' ? '报进展' : '看案件'}
      </Link>
    </li>
  );
}

function latestOf(reports: Schemas['Promise']['reports']): Schemas['Promise']['reports'][number] | undefined {
  return reports.toSorted((a, b) => a.onDate.localeCompare(b.onDate)).at(-1);
}

function promiseColumns(today: string): readonly Column<Schemas['Promise']>[] {
  return [
    { name: '承诺', of: ({ text }) => text, width: 56 },
    { name: '到期', of: ({ dueOn }) => dueOn, width: 12 },
    { name: '状态', of: ({ status }) => word('promiseState', status), width: 10 },
    {
      name: '还剩',
      of: ({ status, dueOn }) => (status === 'open' ? daysLeftText(dueOn, today) : ''),
      width: 14,
    },
    { name: '最近进展日期', of: ({ reports }) => latestOf(reports)?.onDate ?? '' },
    { name: '最近进展', of: ({ reports }) => latestOf(reports)?.progress ?? '', width: 56 },
    { name: '核查结论', of: ({ finding }) => finding, width: 40 },
  ];
}

function statusOf(text: string): Status {
  return text === 'kept' || text === 'broken' ? text : 'open';
}
