import type { Instant } from './moment.ts';

/** One import of the tenant's calendar. */
export interface CalendarVersion {
  /** Directory's number, +1 with each import. */
  readonly version: number;
  /** Business time of the import: dates are found by it from then on. */
  readonly since: Instant;
}

/** The version that held at an instant; what happened before the first import goes by the first. */
export function versionAt(versions: readonly CalendarVersion[], at: Instant): CalendarVersion | undefined {
  return versions.findLast(({ since }) => since <= at) ?? versions[0];
}
