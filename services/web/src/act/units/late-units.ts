import type { PlannedShare, ShareRole } from './shares-fault.ts';

/** A share that was handed over. */
interface HeldShare {
  readonly unitId: string;
  readonly role: string;
  readonly status: string;
}

/** Given back, given to another unit, or over with the case. */
const PAST: readonly string[] = ['returned', 'replaced', 'ended'];

/** Shares of the units that take part now. */
export function heldNow<Share extends HeldShare>(shares: readonly Share[]): readonly Share[] {
  return shares.filter(({ status }) => !PAST.includes(status));
}

/** What a unit can still become after 交办 (T9): who leads changes only by 改办, and nobody helps where none leads. */
export function lateRoles(shares: readonly HeldShare[]): readonly ShareRole[] {
  return shares.some(({ role }) => role === 'lead') ? ['co', 'reference'] : ['reference'];
}

/** Those meant of whom something can still become; units that take part by now are meant no more. */
export function stillMeant(
  meant: readonly PlannedShare[],
  shares: readonly HeldShare[],
): readonly PlannedShare[] {
  const held = new Set(heldNow(shares).map(({ unitId }) => unitId));
  const roles = lateRoles(shares);
  return meant.filter(({ unitId, role }) => !held.has(unitId) && roles.includes(role));
}
