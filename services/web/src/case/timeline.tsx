import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { useNames } from '../api/use-names.ts';
import { momentText, monthText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import { factText, type UnitNames } from './fact-text.ts';

/** Facts fetched at a time. */
const PAGE = 100;
const REFRESH_MS = 15_000;

type Entry = Schemas['TimelineEntry'];

interface TimelineProps {
  readonly id: string;
  readonly today: string;
  readonly units: UnitNames;
}

/** What the system keeps for itself: shown when asked for. What was missed, moved or changed colour always is. */
const ROUTINE: ReadonlySet<string> = new Set([
  'clock-started',
  'clock-met',
  'clock-cancelled',
  'score-fact-kept',
]);

/** The days for a return have run out: what follows, 视为接受, is told by itself. */
const LAPSED_RIGHT = 'deemed_accepted';

function isRoutine({ type, facts }: Entry): boolean {
  return ROUTINE.has(type) || (type === 'clock-missed' && facts['kind'] === LAPSED_RIGHT);
}

/** 事实经过, newest first, by month. */
export function Timeline({ id, today, units }: TimelineProps): ReactElement {
  const facts = useInfiniteQuery({
    queryKey: ['timeline', id],
    queryFn: async ({ pageParam: cursor }) => {
      const params = { path: { id }, query: { limit: PAGE, cursor } };
      return dataOf(await api.GET('/api/v1/cases/{id}/timeline', { params }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MS,
  });
  return (
    <PageState query={facts} what="事实经过">
      {({ pages }) => (
        <>
          <Facts entries={pages.flatMap(({ items }) => items)} today={today} units={units} />
          {facts.hasNextPage && (
            <Button loading={facts.isFetchingNextPage} onClick={() => void facts.fetchNextPage()}>
              更早的
            </Button>
          )}
        </>
      )}
    </PageState>
  );
}

interface MonthsProps {
  readonly entries: readonly Entry[];
  readonly today: string;
  readonly units: UnitNames;
}

function Facts({ entries, today, units }: MonthsProps): ReactElement {
  const [showAll, setShowAll] = useState(false);
  const told = entries.filter((entry) => !isRoutine(entry));
  const routine = entries.length - told.length;
  return (
    <>
      {routine > 0 && (
        <Checkbox className="routine" checked={showAll} onChange={({ target }) => setShowAll(target.checked)}>
          时限起止等自动记录 <span className="quiet">{routine} 条</span>
        </Checkbox>
      )}
      <Months entries={showAll ? entries : told} today={today} units={units} />
    </>
  );
}

function Months({ entries, today, units }: MonthsProps): ReactElement {
  const names = useNames(entries.map(({ personId }) => (personId === 'system' ? '' : personId)));
  if (entries.length === 0) return <p className="quiet">还没有可以看的事实</p>;
  return (
    <>
      {[...Map.groupBy(entries, ({ occurredAt }) => monthText(occurredAt))].map(([month, facts]) => (
        <section key={month}>
          <h3 className="month">{month}</h3>
          <ol className="timeline">
            {facts.map((entry) => (
              <TimelineEntry key={entry.eventId} entry={entry} today={today} units={units} names={names} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

interface EntryProps {
  readonly entry: Entry;
  readonly today: string;
  readonly units: UnitNames;
  readonly names: ReadonlyMap<string, string>;
}

function TimelineEntry({ entry, today, units, names }: EntryProps): ReactElement {
  const said = factText(entry.type, entry.facts, { units, today });
  const actor = actorOf(entry, names);
  return (
    <li className={entry.service === 'meeting' ? 'meeting' : ''}>
      <time dateTime={entry.occurredAt}>{momentText(entry.occurredAt)}</time>
      <span className="dot" aria-hidden="true" />
      <span className="said">
        <b>
          {said.colour === undefined ? (
            word('event', entry.type)
          ) : (
            <StatusMark colour={said.colour} text={said.head} />
          )}
        </b>
        {said.colour === undefined && said.head !== '' && <span className="head">{said.head}</span>}
        <span className="quiet under">
          {[said.detail, reasonOf(entry, said.detail), actor].filter(Boolean).join(' · ')}
        </span>
      </span>
    </li>
  );
}

/** Nothing is said twice. */
function reasonOf({ reason }: Entry, detail: string): string {
  return reason === '' || reason === detail ? '' : `理由：${reason}`;
}

function actorOf({ personId, roles }: Entry, names: ReadonlyMap<string, string>): string {
  if (personId === 'system' || personId === '') return '自动';
  const role = roles.map((each) => word('role', each)).join('、');
  return [names.get(personId) ?? '', role].filter(Boolean).join(' ');
}
