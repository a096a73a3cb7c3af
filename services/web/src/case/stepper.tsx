import type { ReactElement } from 'react';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';

interface Step {
  readonly step: string;
  readonly state: string;
  readonly onDate: string;
}

const MEETINGS: Readonly<Record<string, string>> = {
  'dual-confirmation': '①',
  'on-site': '②',
  'look-back': '③',
};

/** Stages of a case; the three meetings are square and numbered. */
export function Stepper({ steps, today }: { steps: readonly Step[]; today: string }): ReactElement {
  return (
    <ol className="stepper card" aria-label="办理进程">
      {steps.map(({ step, state, onDate }) => (
        <li
          key={step}
          className={`${state}${step in MEETINGS ? ' meeting' : ''}`}
          {...(state === 'current' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="dot" aria-hidden="true">
            {state === 'done' ? (
              <Tick />
            ) : (
              (MEETINGS[step] ?? (state === 'current' ? word('step', step).slice(0, 1) : ''))
            )}
          </span>
          <span className="name">{word('step', step)}</span>
          <span className="day">{dayOf(state, onDate, today)}</span>
        </li>
      ))}
    </ol>
  );
}

function dayOf(state: string, onDate: string, today: string): string {
  if (onDate !== '') return dayText(onDate, today);
  if (state === 'current') return '现在';
  // Whose day it was is not this reader's.
  if (state === 'done') return '已完成';
  return state === 'not-needed' ? '不需要' : '—';
}

function Tick(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.6">
      <path d="m3.6 8.4 2.9 2.9 5.9-6" />
    </svg>
  );
}
