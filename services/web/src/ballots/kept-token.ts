import { keep, keptUnder } from '../act/kept.ts';
import type { BlindedToken } from './ballot-token.ts';

/** Where a voter's browser stands: it holds a token, or it has cast, and then it holds nothing but that. */
type KeptVote = BlindedToken | 'cast';

/** Kept under the person, so that two who share a browser do not find each other's. */
export function keptVote(personId: string, ballotId: string): KeptVote | undefined {
  return keptUnder(keyOf(personId, ballotId), isKeptVote);
}

/** False in a browser that cannot keep it; then it must not be signed. */
export function keepToken(personId: string, ballotId: string, token: BlindedToken): boolean {
  keep(keyOf(personId, ballotId), token);
  return keptVote(personId, ballotId) !== undefined;
}

/** Token and choice are forgotten. */
export function keepCast(personId: string, ballotId: string): void {
  keep(keyOf(personId, ballotId), 'cast');
}

const keyOf = (personId: string, ballotId: string): string => `${personId}.ballot.${ballotId}`;

function isKeptVote(value: unknown): value is KeptVote {
  if (value === 'cast') return true;
  if (typeof value !== 'object' || value === null) return false;
  const { token, blindedToken, unblinding } = value as Partial<BlindedToken>;
  return [token, blindedToken, unblinding].every((part) => typeof part === 'string');
}
