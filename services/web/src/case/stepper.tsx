import type { ReactElement } from 'react';
import { dayText, word } from '../design/words.ts';

interface Step {
  readonly step: string;
  readonly state: string;
  readonly onDate: string;
}

const MEETINGS = new Set(['dual-confirmation', 'on-site', 'look-back']);
const MARKS: Readonly<Record<string, string>> = { done: '✓', current: '·', 'not-needed': '–', ahead: '' };

/** Stages of a case; the three meetings are square. */
export function Stepper({ steps, today }: { steps: readonly Step[]; today: string }): ReactElement {
  return (
    <ol className="stepper" aria-label="办理进程">
      {steps.map(({ step, state, onDate }) => (
        <li
          key={step}
          className={`${state}${MEETINGS.has(step) ? ' meeting' : ''}`}
          {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="dot" aria-hidden="true">
            {MARKS[state]}
          </span>
          <span className="name">{word('step', step)}</span>
          <span className="day">
            {onDate !== '' ? dayText(onDate, today) : state === 'not-needed' ? '不需要' : '—'}
          </span>
        </li>
      ))}
    </ol>
  );
}
