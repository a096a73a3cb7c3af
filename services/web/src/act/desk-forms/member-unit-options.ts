import type { Handling } from '../../api/use-handling.ts';

/** The units that handle a case: only they get work packages. */
export function memberUnitOptions(
  handling: Handling,
  units: ReadonlyMap<string, string>,
): readonly { readonly value: string; readonly label: string }[] {
  return handling.assignments
    .filter(({ status, role }) => role !== 'reference' && !OVER.has(status))
    .map(({ unitId }) => ({ value: unitId, label: units.get(unitId) ?? '' }));
}

const OVER: ReadonlySet<string> = new Set(['returned', 'replaced', 'ended']);
