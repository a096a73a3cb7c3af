import type { ReactElement } from 'react';
import { StatusMark } from '../design/status-mark.tsx';
import { dayText, word } from '../design/words.ts';

interface Clock {
  readonly clockId: string;
  readonly kind: string;
  readonly dueDate: string;
  readonly state: string;
  readonly colour: string;
  readonly provisional: boolean;
  readonly owner?: { readonly kind: string; readonly name: string } | undefined;
}

/** All time limits of a case, running ones first, nearest due date first. */
export function ClockList({
  clocks,
  hidden,
  today,
}: {
  clocks: readonly Clock[];
  hidden: boolean;
  today: string;
}): ReactElement | null {
  if (hidden)
    return (
      <section className="card">
        <h2>时限</h2>
        <span className="quiet">仅办理各方与代表工委可见</span>
      </section>
    );
  if (clocks.length === 0) return null;
  const running = (clock: Clock): boolean => clock.state === 'open' || clock.state === 'missed';
  const sorted = clocks.toSorted(
    (a, b) => Number(running(b)) - Number(running(a)) || a.dueDate.localeCompare(b.dueDate),
  );
  return (
    <section className="card">
      <h2>时限</h2>
      <ul className="clocks">
        {sorted.map((clock) => (
          <li key={clock.clockId}>
            <span>
              <StatusMark colour={running(clock) ? clock.colour : 'none'} text={word('clock', clock.kind)} />
              <div className="quiet">{clock.owner?.name || word('party', clock.owner?.kind ?? '')}</div>
            </span>
            <span>
              {dayText(clock.dueDate, today)}
              {clock.provisional && '(暂定)'}
              <div className="quiet">{word('clockState', clock.state)}</div>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
