import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../../api/client.ts';
import type { CalendarDay } from './calendar-rows.ts';

export type Effect = Schemas['CalendarEffect'];

/** A whole calendar as it may come to hold, and the version that it was made from. */
export interface WantedCalendar {
  readonly knownUntil: string;
  readonly days: readonly CalendarDay[];
  readonly basedOnVersion: number;
}

export interface Preview {
  readonly wanted: WantedCalendar;
  readonly effects: readonly Effect[];
  /** Cases looked at. */
  readonly cases: number;
}

/** Asks what a calendar would change, some cases at a time, and says how far that has come. */
export function usePreview(): {
  readonly asking: UseMutationResult<Preview, Error, WantedCalendar>;
  readonly reached: { readonly cases: number; readonly total: number };
} {
  const [reached, setReached] = useState({ cases: 0, total: 0 });
  const asking = useMutation({
    mutationFn: async (wanted: WantedCalendar) => {
      const effects: Effect[] = [];
      let cases = 0;
      let cursor: string | undefined;
      const { knownUntil, days } = wanted;
      do {
        const header = { 'idempotency-key': crypto.randomUUID() };
        const body = { knownUntil, days: [...days], ...(cursor === undefined ? {} : { cursor }) };
        const page: Schemas['CalendarPreview'] = dataOf(
          await api.POST('/api/v1/calendars:preview', { params: { header }, body }),
        );
        effects.push(...page.effects);
        cases += page.cases;
        cursor = page.nextCursor;
        setReached({ cases, total: page.total });
      } while (cursor !== undefined);
      return { wanted, effects, cases };
    },
  });
  return { asking, reached };
}
