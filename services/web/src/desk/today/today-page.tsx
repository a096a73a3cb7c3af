import { useRef, useState, type ReactElement } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button } from 'antd';
import { KeysHelp } from '../../act/keys-help.tsx';
import { useKeys } from '../../act/use-keys.ts';
import { useToday } from '../../api/use-today.ts';
import { dueDayText } from '../../design/days.ts';
import { PageState } from '../../design/page-state.tsx';
import { caseColumns } from '../../cases/case-columns.ts';
import { useShown } from '../../design/use-shown.tsx';
import { RehearsalStart } from '../../session/rehearsal-start.tsx';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import './today.css';
import { BulkBar } from './bulk-bar.tsx';
import { Counters } from './counters.tsx';
import { FILTERS, groupsOf, isIn, placeOf, type CaseSummary, type Filter } from './queue.ts';
import { TodayTable } from './today-table.tsx';
import { useTodayQueue } from './use-today-queue.ts';

/** 今天: what needs the reader, by reason, each with one verb. */
export function TodayPage({ me }: { me: Me }): ReactElement {
  const queue = useTodayQueue();
  const today = useToday();
  return (
    <main id="main" className="work-page today-page">
      <title>今天 · 回音</title>
      <PageState query={queue} what="今天的事" shape={<h1>{dueDayText(today, today)}</h1>}>
        {({ mine, red }) => <Queue me={me} mine={mine} red={red} today={today} />}
      </PageState>
    </main>
  );
}

/** Who holds the paper of a suggestion. */
const PAPER_ROLES: ReadonlySet<string> = new Set(['congress-desk', 'session-registrar']);

interface QueueProps {
  readonly me: Me;
  readonly mine: readonly CaseSummary[];
  readonly red: readonly CaseSummary[];
  readonly today: string;
}

/** The row on which keys act, and the rows that are chosen. */
function useRows(order: readonly CaseSummary[]): {
  readonly current: CaseSummary | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly move: (steps: number) => void;
  readonly choose: (caseId: string) => void;
  readonly clear: () => void;
} {
  const [focused, setFocused] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const at = order.findIndex(({ caseId }) => caseId === focused);
  return {
    current: order[at],
    chosen,
    move: (steps) => setFocused(order[Math.min(order.length - 1, Math.max(0, at + steps))]?.caseId ?? ''),
    choose: (caseId) => {
      const next = new Set(chosen);
      if (!next.delete(caseId)) next.add(caseId);
      setChosen(next);
    },
    clear: () => setChosen(new Set()),
  };
}

function Queue({ me, mine, red, today }: QueueProps): ReactElement {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const filter = FILTERS.find((each) => each === search.get('show'));
  const shown =
    filter === 'red' ? red : mine.filter((item) => filter === undefined || isIn(filter, item, today));
  const groups = groupsOf(shown, today);
  const order = groups.flatMap(({ items }) => items);
  const { current, chosen, move, choose, clear } = useRows(order);
  const { shown: drawn, more } = useShown(order, current === undefined ? 0 : order.indexOf(current));
  const page = useRef<HTMLDivElement>(null);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: current && (() => choose(current.caseId)),
    Enter: current && (() => void navigate(placeOf(current))),
    Escape: chosen.size > 0 ? clear : undefined,
    '/': () => page.current?.querySelector<HTMLElement>('[role=group] button')?.focus(),
  });
  const show = (wanted: Filter | undefined): void => {
    clear();
    setSearch(wanted === undefined ? {} : { show: wanted });
  };
  const counts = { ...countsOf(mine, today), red: red.length };
  return (
    <div ref={page}>
      <header className="work-head">
        <h1>{dueDayText(today, today)}</h1>
        <span className="quiet">
          {mine.length === 0 ? '现在没有事等您' : `${mine.length} 件等您，${counts.today} 件今天必须办`}
        </span>
        <Link to="/cases">全部案件</Link>
        {me.roles.some((role) => PAPER_ROLES.has(role)) && <Link to="/papers">录入纸质建议</Link>}
        {order.length > 0 && (
          <ExportButton name="今天" columns={caseColumns(today)} items={() => Promise.resolve(order)} />
        )}
        <KeysHelp keys={KEYS} />
      </header>
      <Counters counts={counts} filter={filter} show={show} />
      {groups.length === 0 ? (
        <p className="nothing card">
          {filter === undefined ? '现在没有轮到您的事。' : EMPTY[filter]}
          {filter === undefined && <RehearsalStart me={me} after="提交后" />}
          {filter !== undefined && mine.length > 0 && (
            <Button type="link" onClick={() => show(undefined)}>
              看全部 {mine.length} 件
            </Button>
          )}
        </p>
      ) : (
        <TodayTable {...{ groups, drawn, today, chosen, choose }} focused={current?.caseId ?? ''} />
      )}
      {more}
      <BulkBar
        me={me}
        chosen={order.filter(({ caseId }) => chosen.has(caseId))}
        today={today}
        clear={clear}
      />
    </div>
  );
}

function countsOf(mine: readonly CaseSummary[], today: string): Readonly<Record<Filter, number>> {
  const count = (filter: Filter): number => mine.filter((item) => isIn(filter, item, today)).length;
  return { today: count('today'), week: count('week'), new: count('new'), red: count('red') };
}

const EMPTY: Readonly<Record<Filter, string>> = {
  today: '今天没有到期的事。',
  week: '本周没有到期的事。',
  new: '昨天以来没有新来的事。',
  red: '没有红色的案件。',
};

const KEYS = [
  ['J K', '下一行、上一行'],
  ['Enter', '去办'],
  ['X', '选上或者不选'],
  ['/', '到上面的筛选'],
] as const;
