import { addDays, type LocalDate } from '@huiyin/kernel/local-date';

import type { Watched } from './colour-rules.ts';
import { earliest, midnight, type Instant } from './moment.ts';
import type { Watch } from './watch.ts';

/**
 * The ladder (domain.md §2.5): yellow → 催办, three weeks yellow → 催办 to the head, red → 督办函 the same day,
 * long or repeated red → 约谈. Each rung once for each stay in the colour.
 */
export type Rung = 'urge' | 'urge-head' | 'letter' | 'talk-long-red' | 'talk-second-red';

const DAYS_PER_WEEK = 7;
/** The second red of one unit on one case within a calendar year leads to a talk. */
const REDS_FOR_TALK = 2;

type Climber = Pick<Watch, 'standing' | 'colourSince' | 'told' | 'unitId' | 'clock'>;

/** The rungs to climb at this instant. `redsThisYear` counts the present red. */
export function dueRungs(watch: Climber, watched: Watched, at: Instant, redsThisYear: number): Rung[] {
  const { told, standing } = watch;
  if (watch.unitId === '') return [];
  switch (standing.colour) {
    case 'green':
      return [];
    case 'yellow':
      return [
        ...(told.urged ? [] : ['urge' as const]),
        ...(!told.headUrged && headAt(watch, watched) <= at ? ['urge-head' as const] : []),
      ];
    case 'red': {
      const letter = told.lettered ? [] : ['letter' as const];
      if (told.talked) return letter;
      if (redsThisYear >= REDS_FOR_TALK) return [...letter, 'talk-second-red'];
      return talkAt(watch, watched) <= at ? [...letter, 'talk-long-red'] : letter;
    }
  }
}

/** When the next rung that waits for time is due; undefined when none does. */
export function nextRungAt(watch: Climber, watched: Watched): Instant | undefined {
  const { told, standing } = watch;
  if (watch.unitId === '') return undefined;
  return earliest([
    standing.colour === 'yellow' && !told.headUrged ? headAt(watch, watched) : undefined,
    standing.colour === 'red' && !told.talked ? talkAt(watch, watched) : undefined,
  ]);
}

/** From when the unit's days in a colour count: not before it owes what has that colour. */
function since({ colourSince, clock }: Climber): LocalDate {
  const { owedSince } = clock.course;
  return owedSince !== undefined && owedSince > colourSince.day ? owedSince : colourSince.day;
}

function headAt(watch: Climber, { limits }: Watched): Instant {
  return midnight(addDays(since(watch), limits.urge_head_after_weeks * DAYS_PER_WEEK));
}

/** The first day on which more than so many workdays of red have passed. */
function talkAt(watch: Climber, { limits, calendar }: Watched): Instant {
  return midnight(calendar.addWorkdays(since(watch), limits.talk_after_red_workdays + 1));
}
