import type { NewEvent } from '@huiyin/kernel/event';

import type { CaseHistory } from './case-history.ts';
import type { Colour } from './colour-scale.ts';
import type { RecordedFact } from './fact.ts';
import type { Letter } from './letter.ts';
import type { Talk } from './talk.ts';
import type { Urge } from './urge.ts';
import type { Watch } from './watch.ts';

/** What supervision keeps of one case. */
export interface CaseFile {
  readonly caseId: string;
  readonly facts: readonly RecordedFact[];
  readonly watches: ReadonlyMap<string, Watch>;
  /** Times each unit turned red on this case, by `unit:year`. */
  readonly reds: Readonly<Record<string, number>>;
  /** Units called to a talk that has not been held. */
  readonly openTalks: ReadonlySet<string>;
  /** The calendar by which its dates stand; 0 for none yet. */
  readonly calendarVersion: number;
}

/** The guarantee that no warning comes twice: unique in the database. */
export interface Firing {
  readonly clockId: string;
  readonly rule: string;
  readonly colour: Colour;
  readonly dueVersion: number;
  readonly episode: number;
}

/** What a review of a case brings. Reviewing again at the same moment brings nothing. */
export interface Review {
  readonly history: CaseHistory;
  readonly events: readonly NewEvent[];
  readonly changed: readonly Watch[];
  readonly firings: readonly Firing[];
  readonly urges: readonly Urge[];
  readonly letters: readonly Letter[];
  readonly talks: readonly Talk[];
  /** Ids of letters that were not answered, and talks that were not held, when the case ended. */
  readonly dropped: readonly string[];
  /** Facts supervision itself adds: clocks of letters and talks, overrides. */
  readonly ownFacts: readonly RecordedFact[];
  readonly reds: Readonly<Record<string, number>>;
  readonly caseColour: Colour;
  readonly openClocks: number;
  /** The calendar by which the dates stand now. */
  readonly calendarVersion: number;
}

/** The case as a review leaves it. */
export function fileAfter(file: CaseFile, review: Review): CaseFile {
  const watches = new Map(file.watches);
  for (const watch of review.changed) watches.set(watch.id, watch);
  return {
    ...file,
    watches,
    facts: [...file.facts, ...review.ownFacts],
    reds: review.reds,
    openTalks: new Set([...file.openTalks, ...review.talks.map((talk) => talk.unitId)]),
    calendarVersion: review.calendarVersion,
  };
}
