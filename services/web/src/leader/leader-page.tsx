import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { StatusMark } from '../design/status-mark.tsx';
import { useCasesInHands } from '../desk/key-items/use-cases-in-hands.ts';
import type { Me } from '../session/session.ts';
import { redCases } from '../supervision/red-case.ts';
import { useBoard } from '../supervision/use-board.ts';
import { KeyCard } from './key-card.tsx';
import { RedCard } from './red-card.tsx';
import './leader.css';

/** 红色和重点: what somebody of the 主任会议 has to know, on a phone first. The open part is in the address. */
export function LeaderPage({ me }: { me: Me }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const part = search.get('part') === 'key' ? 'key' : 'red';
  const today = useToday();
  const board = useBoard();
  const cases = useCasesInHands();
  const red = redCases(board.data?.red ?? []);
  const key = (cases.data ?? []).filter(({ isKey }) => isKey);
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
        <button type="button" aria-pressed={part === 'red'} onClick={() => setSearch({}, { replace: true })}>
          <b>
            <StatusMark colour="red" text="" />
            {board.data === undefined ? '…' : board.data.cases.red}
          </b>
          红色
        </button>
        <button
          type="button"
          aria-pressed={part === 'key'}
          onClick={() => setSearch({ part: 'key' }, { replace: true })}
        >
          <b>{cases.data === undefined ? '…' : key.length}</b>
          重点件
        </button>
      </div>
      {part === 'red' ? (
        <PageState query={board} what="红色时限">
          {() => (
            <ul className="leader-cards">
              {red.length === 0 && <li className="nothing">没有红色。</li>}
              {red.map((each) => (
                <RedCard key={each.caseId} red={each} today={today} />
              ))}
            </ul>
          )}
        </PageState>
      ) : (
        <PageState query={cases} what="重点件">
          {() => (
            <ul className="leader-cards">
              {key.length === 0 && <li className="nothing">没有正在办的重点件。</li>}
              {key.map((item) => (
                <KeyCard
                  key={item.suggestionId}
                  item={item}
                  red={red.find(({ caseId }) => caseId === item.suggestionId)}
                  today={today}
                />
              ))}
            </ul>
          )}
        </PageState>
      )}
    </main>
  );
}
