import type { Command } from './command.ts';

/** Who signs beside the lead of each. */
export const COSIGNER: Readonly<Record<string, string>> = { 's-1': 'li', 's-2': 'sun' };

export const ROAD_TO_REGISTER = [
  ['invite', 'co'],
  ['confirm', 'co'],
  ['submit', ''],
  ['register', ''],
] as const;

export const MOTION = 's-4';

/** 议案, signed by two and handed in: it waits for the presidium. */
export const ROAD_OF_MOTION: readonly Command[] = [
  // Nobody brings a motion alone.
  { kind: 'submit', about: MOTION },
  { kind: 'invite', about: MOTION, deputy: 'li' },
  { kind: 'confirm', about: MOTION, deputy: 'li' },
  { kind: 'submit', about: MOTION },
];
