import type { ReactElement } from 'react';
import { DaysLeft } from '../design/days-left.tsx';
import { dayText, passedShare } from '../design/days.ts';
import { partyName } from '../design/next-actor.tsx';
import { colourOf, StatusMark, WORST_FIRST } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import { WhyThisDay } from './why-this-day.tsx';
import type { CaseClock } from './use-case.ts';

interface ClockListProps {
  readonly clocks: readonly CaseClock[];
  readonly hidden: boolean;
  readonly today: string;
}

export function isRunning({ state }: Pick<CaseClock, 'state'>): boolean {
  return state === 'open' || state === 'missed';
}

/** All time limits of a case, running ones first, of those the worst colour first, then the nearest due date. */
export function ClockList({ clocks, hidden, today }: ClockListProps): ReactElement {
  const running = clocks.filter(isRunning).toSorted(worstFirst);
  const ended = clocks
    .filter((clock) => !isRunning(clock))
    .toSorted(byDueDate)
    .toReversed();
  return (
    <section className="card clocks-card">
      <span className="spread card-head">
        <h2>时限</h2>
        {running.length > 1 && <span className="quiet">取最差为全件颜色</span>}
      </span>
      {hidden && <p className="quiet">仅办理各方与代表工委可见</p>}
      {!hidden && clocks.length === 0 && <p className="quiet">还没有时限起算</p>}
      <ul className="clocks">
        {running.map((clock) => (
          <RunningClock key={clock.clockId} clock={clock} today={today} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>已停 {ended.length} 个</summary>
          <ul className="clocks">
            {ended.map((clock) => (
              <EndedClock key={clock.clockId} clock={clock} today={today} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function RunningClock({ clock, today }: { clock: CaseClock; today: string }): ReactElement {
  const share = passedShare(clock.startDate, clock.dueDate, today);
  return (
    <li className={colourOf(clock.colour)}>
      <span className="spread">
        <span>
          <StatusMark colour={clock.colour} text={nameOf(clock)} />
          <span className="owner quiet">{partyName(clock.owner)}</span>
        </span>
        {clock.dueDate !== '' && <DaysLeft dueDate={clock.dueDate} today={today} />}
      </span>
      <span className="passed" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {clock.dueDate !== '' && <WhyThisDay clock={clock} today={today} />}
      {clock.provisional && <span className="quiet provisional">日历还没有发布到这一天，日期暂定</span>}
    </li>
  );
}

function EndedClock({ clock, today }: { clock: CaseClock; today: string }): ReactElement {
  const done = clock.endedOn === '' ? '' : ` ${dayText(clock.endedOn, today)}`;
  return (
    <li className="none">
      <span className="spread">
        <StatusMark colour="none" text={nameOf(clock)} />
        <b>{word('clockState', clock.state)}</b>
      </span>
      <span className="quiet">
        {clock.state === 'met' ? `${done}办妥` : `${done}停止`}，期限 {dayText(clock.dueDate, today)}
      </span>
    </li>
  );
}

function nameOf({ kind, round }: CaseClock): string {
  return round > 1 ? `${word('clock', kind)} · 第 ${round} 轮` : word('clock', kind);
}

function worstFirst(a: CaseClock, b: CaseClock): number {
  const rank = ({ colour }: CaseClock): number => WORST_FIRST.indexOf(colourOf(colour));
  return rank(a) - rank(b) || byDueDate(a, b);
}

function byDueDate(a: CaseClock, b: CaseClock): number {
  return a.dueDate.localeCompare(b.dueDate);
}
