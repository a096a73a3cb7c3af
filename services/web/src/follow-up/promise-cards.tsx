import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { useUnits } from '../api/use-units.ts';
import { daysLeftText } from '../design/days-left.tsx';
import { dueDayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { Shown } from '../design/shown.tsx';
import { choices, word } from '../design/words.ts';
import { ExportButton } from '../sheet/export-button.tsx';
import { latestOf, promiseColumns, type PromiseItem } from './promise-columns.ts';
import { usePromises, type PromiseStatus } from './use-promises.ts';

interface PromiseCardsProps {
  readonly title: string;
  /** Of one unit; '' for whatever the reader may see. */
  readonly unitId: string;
  /** What the reader does about an open promise. */
  readonly verb: string;
}

/** Promises as cards, for those with few of their own: what was promised, by when, and what became of it. */
export function PromiseCards({ title, unitId, verb }: PromiseCardsProps): ReactElement {
  const [search, setSearch] = useSearchParams();
  const status = statusOf(search.get('status') ?? '');
  const today = useToday();
  const units = useUnits();
  const promises = usePromises(status, unitId);
  return (
    <main id="main">
      <title>承诺 · 回音</title>
      <h1 className="greeting">{title}</h1>
      <div className="toolbar" role="search">
        <Segmented<PromiseStatus>
          aria-label="状态"
          value={status}
          options={choices('promiseState') as { value: PromiseStatus; label: string }[]}
          onChange={(chosen) => setSearch(chosen === 'open' ? {} : { status: chosen })}
        />
        {promises.data !== undefined && (
          <ExportButton
            name="承诺"
            columns={promiseColumns(units, today)}
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
                <ul className="work-cards promises">
                  {shown.map((promise) => (
                    <PromiseCard
                      key={promise.promiseId}
                      promise={promise}
                      isOwn={unitId !== ''}
                      verb={verb}
                    />
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

function PromiseCard(props: {
  readonly promise: PromiseItem;
  /** The reader's unit made it, so it need not be named. */
  readonly isOwn: boolean;
  readonly verb: string;
}): ReactElement {
  const { promise, isOwn } = props;
  const today = useToday();
  const units = useUnits();
  const { suggestionId, text, dueOn, status, reports, finding, number, title } = promise;
  const latest = latestOf(reports);
  const verb = status === 'open' ? props.verb : '看案件';
  return (
    <li className="card">
      <span className="spread">
        <span className="quiet">
          {!isOwn && `${units.get(promise.unitId) ?? ''} · `}
          {dueDayText(dueOn, today)}到期
        </span>
        <b>{status === 'open' ? daysLeftText(dueOn, today) : word('promiseState', status)}</b>
      </span>
      <span className="title">{text}</span>
      {title !== '' && (
        <p className="quiet">
          {number} {title}
        </p>
      )}
      <p className="quiet">
        {finding ||
          (latest === undefined
            ? '还没有报过进展'
            : `最近进展 ${dueDayText(latest.onDate, today)}：${latest.progress}`)}
      </p>
      <Link className="verb" to={`/cases/${suggestionId}`} aria-label={`${verb}：${text}`}>
        {verb}
      </Link>
    </li>
  );
}

function statusOf(text: string): PromiseStatus {
  return text === 'kept' || text === 'broken' ? text : 'open';
}
