import { MEETING_KINDS, type MeetingKind } from './kinds.ts';

/** What the calendar shows, as its address says it. */
export interface MeetingsAddress {
  /** A day of the week shown; empty for this week. */
  readonly day: string;
  readonly kind: MeetingKind | '';
  readonly mine: boolean;
  /** The meeting that is open; empty when none is. */
  readonly meeting: string;
}

export function addressOf(search: URLSearchParams): MeetingsAddress {
  const day = search.get('day') ?? '';
  return {
    day: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : '',
    kind: MEETING_KINDS.find((kind) => kind === search.get('kind')) ?? '',
    mine: search.get('mine') === 'true',
    meeting: search.get('meeting') ?? '',
  };
}

/** Only what differs from the calendar one comes to. */
export function searchOf({ day, kind, mine, meeting }: MeetingsAddress): Record<string, string> {
  return {
    ...(day === '' ? {} : { day }),
    ...(kind === '' ? {} : { kind }),
    ...(mine ? { mine: 'true' } : {}),
    ...(meeting === '' ? {} : { meeting }),
  };
}
