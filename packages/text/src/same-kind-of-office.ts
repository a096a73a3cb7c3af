import { UNIT_DUTIES } from './unit-duties.ts';

/** The only one of `units` that has the duties of an office by another name, as after a reform; else undefined. */
export function sameKindOfOffice(name: string, units: readonly string[]): string | undefined {
  const kinds = kindsOf(name);
  if (kinds === '') return undefined;
  const alike = units.filter((unit) => kindsOf(unit) === kinds);
  return alike.length === 1 ? alike[0] : undefined;
}

/** The lines of the table of duties that a name falls under. */
function kindsOf(name: string): string {
  return UNIT_DUTIES.flatMap(({ names }, line) => (names.test(name) ? [line] : [])).join(',');
}
