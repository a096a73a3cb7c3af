import type { NewEvent } from '@huiyin/kernel/event';
import type { LocalDate } from '@huiyin/kernel/local-date';

import { clockFactJson } from './events.ts';
import type { CaseFact } from './fact.ts';
import type { Moment } from './moment.ts';
import { refuse, type SupervisionRejection } from './rejections.ts';
import type { DecidingOffice } from './rights.ts';
import type { References } from './watch.ts';

/** 督办函: sent to a unit about one clock, to be answered within the rule pack's letter_answer. */
export type Letter = LetterSent &
  (
    | { readonly status: 'sent' }
    /** The case ended before it was answered: nobody owes the answer any more. */
    | { readonly status: 'dropped' }
    | LetterAnswer
  );

interface LetterSent {
  readonly id: string;
  readonly caseId: string;
  readonly clockId: string;
  readonly unitId: string;
  readonly automatic: boolean;
  readonly sentOn: LocalDate;
  /** 事实 */
  readonly facts: string;
  /** 要求 */
  readonly requiredAction: string;
  /** Who sends it; absent on a letter from before it was kept. */
  readonly office?: DecidingOffice;
}

interface LetterAnswer {
  readonly status: 'answered';
  readonly answeredOn: LocalDate;
  readonly progress: string;
  readonly measures: string;
  /** The day by which the unit says the cause will be gone. */
  readonly promisedOn: LocalDate;
}

/** A step of supervision's own: the thing it made, what it says, and the facts it adds to the case. */
export interface Step<Thing> {
  readonly thing: Thing;
  readonly event: NewEvent;
  readonly facts: readonly CaseFact[];
}

/** The clock of a letter's answer. */
export function answerClockKey(letterId: string): { kind: string; subject: string; round: number } {
  return { kind: 'letter_answer', subject: letterId, round: 1 };
}

/** Sends a letter and starts the clock of its answer, owed by the unit's head. */
export function sendLetter(
  letter: Omit<LetterSent, 'sentOn' | 'office'> & { readonly office: DecidingOffice },
  references: References,
  moment: Moment,
): Step<Letter> {
  const { n, unit } = references.current.pack.rules.letter_answer;
  const fact = {
    type: 'clock-start',
    key: answerClockKey(letter.id),
    timing: { type: 'term', startDate: moment.day, startEvent: 'letter', term: { n, unit } },
    owner: { kind: 'unit', unitId: letter.unitId, personId: '' },
    rulePackVersion: references.current.version,
  } as const;
  return {
    thing: { ...letter, sentOn: moment.day, status: 'sent' },
    event: {
      type: 'supervision-letter-sent',
      payload: {
        suggestionId: letter.caseId,
        letterId: letter.id,
        clockId: letter.clockId,
        unitId: letter.unitId,
        sentOn: moment.day,
        requiredAction: letter.requiredAction,
        office: letter.office,
        clocks: [clockFactJson(fact)],
      },
      reason: letter.facts,
    },
    facts: [fact],
  };
}

/** The unit's answer to a letter; it meets the answer's clock, also when late. */
export function answerLetter(
  letter: Letter,
  answer: Pick<LetterAnswer, 'progress' | 'measures' | 'promisedOn'>,
  moment: Moment,
): Step<Letter> | SupervisionRejection {
  if (letter.status === 'answered') return refuse('letter-already-answered');
  if (letter.status === 'dropped') return refuse('letter-dropped');
  if (answer.promisedOn < moment.day) return refuse('promised-day-passed', { field: 'promised_on' });
  const fact = { type: 'clock-meet', key: answerClockKey(letter.id), on: moment.day } as const;
  const { id, caseId, unitId } = letter;
  return {
    thing: { ...letter, status: 'answered', answeredOn: moment.day, ...answer },
    event: {
      type: 'supervision-letter-answered',
      payload: {
        ...{ suggestionId: caseId, letterId: id, unitId, office: letter.office ?? '' },
        clocks: [clockFactJson(fact)],
      },
    },
    facts: [fact],
  };
}
