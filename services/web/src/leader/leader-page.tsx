import type { ReactElement, ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { Shown } from '../design/shown.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { useCasesInHands, type BoardCase } from '../desk/key-items/use-cases-in-hands.ts';
import type { Me } from '../session/session.ts';
import { redCases, type RedCase } from '../supervision/red-case.ts';
import { useBoard, type Board } from '../supervision/use-board.ts';
import { KeyCard } from './key-card.tsx';
import { RedCard } from './red-card.tsx';
import './leader.css';

/** Cards drawn at a time: each asks for its own plan. */
const CARDS = 20;

/** 红色, 重点件, 我牵头. */
const PARTS = ['red', 'key', 'own'] as const;

/** 红色和重点: what somebody of the 主任会议 has to know, on a phone first. The open part is in the address. */
export function LeaderPage({ me }: { me: Me }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const part = PARTS.find((name) => name === search.get('part')) ?? 'red';
  const today = useToday();
  const board = useBoard();
  const cases = useCasesInHands();
  const red = redCases(board.data?.red ?? []);
  const key = (cases.data ?? []).filter(({ isKey }) => isKey);
  const own = key.filter(({ keySupervisorId }) => keySupervisorId === me.personId);
  const open = (name: (typeof PARTS)[number]): void =>
    setSearch(name === 'red' ? {} : { part: name }, { replace: true });
  return (
    <main id="main" className="leader-page">
      <title>红色和重点 · 回音</title>
      <header className="spread">
        <h1>红色和重点</h1>
        <span className="quiet">
          {me.tenantName} · {dayText(today, today)}
        </span>
      </header>
      <div className="leader-parts" role="group" aria-label="看哪一部分">
        <PartButton
          name="红色"
          count={board.data?.cases.red}
          isOpen={part === 'red'}
          open={() => open('red')}
        >
          <StatusMark colour="red" text="" />
        </PartButton>
        <PartButton
          name="重点件"
          count={cases.data && key.length}
          isOpen={part === 'key'}
          open={() => open('key')}
        />
        <PartButton
          name="我牵头"
          count={cases.data && own.length}
          isOpen={part === 'own'}
          open={() => open('own')}
        />
      </div>
      {part === 'red' ? (
        <PageState query={board} what="红色时限">
          {(found) => <RedCards board={found} keys={key} today={today} />}
        </PageState>
      ) : (
        <PageState query={cases} what="重点件">
          {() => <KeyCards items={part === 'own' ? own : key} red={red} today={today} />}
        </PageState>
      )}
    </main>
  );
}

/** The longest overdue first; a key one with its 五个一. */
function RedCards(props: {
  readonly board: Board;
  readonly keys: readonly BoardCase[];
  readonly today: string;
}): ReactElement {
  const { board, keys, today } = props;
  const soonest = board.turningRed.map(({ day }) => day).toSorted()[0];
  return (
    <Shown items={redCases(board.red)} rows={CARDS}>
      {(shown) => (
        <ul className="leader-cards">
          {shown.length === 0 && (
            <li className="nothing">
              没有红色。{soonest !== undefined && <>不办的话，{dayText(soonest, today)}会有转红的。</>}
            </li>
          )}
          {shown.map((red) => {
            const item = keys.find(({ suggestionId }) => suggestionId === red.caseId);
            return item === undefined ? (
              <RedCard key={red.caseId} red={red} today={today} />
            ) : (
              <KeyCard key={red.caseId} item={item} red={red} today={today} />
            );
          })}
        </ul>
      )}
    </Shown>
  );
}

function PartButton(props: {
  readonly name: string;
  /** Absent until it is known. */
  readonly count: number | undefined;
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly children?: ReactNode;
}): ReactElement {
  const { name, count, isOpen, open, children } = props;
  return (
    <button type="button" aria-pressed={isOpen} onClick={open}>
      <b>
        {children}
        {count ?? '…'}
      </b>
      {name}
    </button>
  );
}

function KeyCards(props: {
  readonly items: readonly BoardCase[];
  readonly red: readonly RedCase[];
  readonly today: string;
}): ReactElement {
  const { items, red, today } = props;
  return (
    <Shown items={items} rows={CARDS}>
      {(shown) => (
        <ul className="leader-cards">
          {items.length === 0 && <li className="nothing">没有正在办的重点件。</li>}
          {shown.map((item) => (
            <KeyCard
              key={item.suggestionId}
              item={item}
              red={red.find(({ caseId }) => caseId === item.suggestionId)}
              today={today}
            />
          ))}
        </ul>
      )}
    </Shown>
  );
}
