const OFFSET = '+08:00';
const OFFSET_MS = 8 * 3_600_000;

/** What a datetime-local field shows for an instant: the time in Shanghai, which knows no summer time. */
export function localTime(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 16);
}

/** The instant that a person meant in such a field, with its offset. */
export function instantOf(local: string): string {
  return `${local.length === 16 ? `${local}:00` : local}${OFFSET}`;
}
