import type { Command } from './command.ts';

/** Chance as numbers, so that a life that fails can be made shorter. */
export interface Chance {
  readonly what: number;
  readonly which: number;
  readonly who: number;
  readonly days: number;
}

/** What ends or turns back a life, or leads it nowhere; else few would reach the reply. */
export const SELDOM = new Set<Command['kind']>([
  ...([
    'withdraw',
    'decline',
    'return',
    'convert',
    'remove',
    'edit',
    'move-rules',
    'mark-key',
    'merge',
    'classify',
    'propose-key',
    'take-in',
    'attempt',
    'call',
    'report-difficulty',
  ] as const),
]);

/** Mostly nothing passes between two steps; sometimes weeks. */
export const DAYS = [0, 0, 0, 0, 1, 1, 3, 20];
