import { assertNever } from '@huiyin/kernel/assert-never';
import type { LocalDate } from '@huiyin/kernel/local-date';

import { clockFactJson } from './events.ts';
import type { Step } from './letter.ts';
import type { Moment } from './moment.ts';
import { refuse, type SupervisionRejection } from './rejections.ts';
import type { References } from './watch.ts';

export type TalkCause = 'long-red' | 'second-red' | 'by-hand' | 'undertaking-broken';

const TALK_CAUSES: Readonly<Record<TalkCause, string>> = {
  'long-red': '红色预警持续过久',
  'second-red': '同一建议年内第二次红色预警',
  'by-hand': '代表工委决定约谈',
  'undertaking-broken': '约谈承诺没有落实',
};

/** 约谈: called by 代表工委, held with minutes and an undertaking, checked on a day agreed. */
export type Talk = TalkCall &
  (
    | { readonly status: 'called' }
    /** The case ended before it was held: nobody owes it any more. */
    | { readonly status: 'dropped' }
    | ({ readonly status: 'held' } & TalkMinutes)
    | ({ readonly status: 'checked' } & TalkMinutes & TalkCheck)
  );

interface TalkCall {
  readonly id: string;
  readonly caseId: string;
  readonly clockId: string;
  readonly unitId: string;
  readonly cause: TalkCause;
  readonly problems: string;
  readonly calledOn: LocalDate;
}

interface TalkMinutes {
  readonly heldOn: LocalDate;
  readonly attendedBy: string;
  readonly minutes: string;
  /** 承诺 */
  readonly undertaking: string;
  readonly checkOn: LocalDate;
}

interface TalkCheck {
  readonly checkedOn: LocalDate;
  readonly undertakingKept: boolean;
  readonly findings: string;
}

const DESK = { kind: 'desk', unitId: '', personId: '' } as const;

export function holdClockKey(talkId: string): { kind: string; subject: string; round: number } {
  return { kind: 'talk_hold', subject: talkId, round: 1 };
}

export function checkClockKey(talkId: string): { kind: string; subject: string; round: number } {
  return { kind: 'talk_check', subject: talkId, round: 1 };
}

/** Calls a unit's head to a talk; 代表工委 owes holding it within the rule pack's talk_hold. */
export function callTalk(
  talk: Omit<TalkCall, 'calledOn'>,
  references: References,
  moment: Moment,
): Step<Talk> {
  const { n, unit } = references.current.pack.rules.talk_hold;
  const fact = {
    type: 'clock-start',
    key: holdClockKey(talk.id),
    timing: { type: 'term', startDate: moment.day, startEvent: 'talk_notice', term: { n, unit } },
    owner: DESK,
    rulePackVersion: references.current.version,
  } as const;
  const { id, caseId, clockId, unitId } = talk;
  return {
    thing: { ...talk, calledOn: moment.day, status: 'called' },
    event: {
      type: 'talk-called',
      payload: {
        ...{ suggestionId: caseId, talkId: id, clockId, unitId, problems: talk.problems },
        ...{ calledOn: moment.day, clocks: [clockFactJson(fact)] },
      },
      reason: `${TALK_CAUSES[talk.cause]}：${talk.problems}`,
    },
    facts: [fact],
  };
}

/** Records the talk: who came, minutes, undertaking, and the day on which the undertaking is checked. */
export function holdTalk(
  talk: Talk,
  record: Omit<TalkMinutes, 'heldOn'>,
  references: References,
  moment: Moment,
): Step<Talk> | SupervisionRejection {
  if (talk.status === 'dropped') return refuse('talk-dropped');
  if (talk.status !== 'called') return refuse('talk-not-called');
  if (record.checkOn <= moment.day) return refuse('check-day-too-early', { field: 'check_on' });
  const facts = [
    { type: 'clock-meet', key: holdClockKey(talk.id), on: moment.day },
    {
      type: 'clock-start',
      key: checkClockKey(talk.id),
      timing: { type: 'fixed', startDate: moment.day, dueOn: record.checkOn },
      owner: DESK,
      rulePackVersion: references.current.version,
    },
  ] as const;
  return {
    thing: { ...talk, ...record, status: 'held', heldOn: moment.day },
    event: {
      type: 'talk-held',
      payload: {
        suggestionId: talk.caseId,
        talkId: talk.id,
        unitId: talk.unitId,
        undertaking: record.undertaking,
        checkOn: record.checkOn,
        minutes: record.minutes,
        attendedByPersonId: record.attendedBy,
        heldOn: moment.day,
        clocks: facts.map(clockFactJson),
      },
    },
    facts,
  };
}

/** Checks the undertaking, on the day agreed or later. */
export function checkTalk(
  talk: Talk,
  check: Omit<TalkCheck, 'checkedOn'>,
  moment: Moment,
): Step<Talk> | SupervisionRejection {
  switch (talk.status) {
    case 'called':
    case 'dropped':
    case 'checked':
      return refuse('talk-not-held');
    case 'held': {
      if (moment.day < talk.checkOn) return refuse('check-too-early', { detail: { checkOn: talk.checkOn } });
      const fact = { type: 'clock-meet', key: checkClockKey(talk.id), on: moment.day } as const;
      return {
        thing: { ...talk, ...check, status: 'checked', checkedOn: moment.day },
        event: {
          type: 'talk-checked',
          payload: {
            suggestionId: talk.caseId,
            talkId: talk.id,
            unitId: talk.unitId,
            ...check,
            clocks: [clockFactJson(fact)],
          },
        },
        facts: [fact],
      };
    }
    default:
      return assertNever(talk);
  }
}
