import { stableId } from '@huiyin/kernel/ids';

import {
  evolveClock,
  owedBy,
  owedByLead,
  passedTo,
  stopOpen,
  underRules,
  type Clock,
  type ClockFactBody,
} from './clock.ts';
import type { Colour } from './colour-scale.ts';
import { inOrder, type CaseFact, type ClockKey, type Owner, type RecordedFact } from './fact.ts';
import type { Instant } from './moment.ts';
import { evolveShare, type Share, type ShareFact } from './share.ts';

/** 不满意未解决: not a term but a state that makes red until the unit has answered anew. */
export const DISSATISFACTION = 'dissatisfaction';

/** A change of colour by hand, by two persons. */
export interface Override {
  readonly from: Colour;
  readonly to: Colour;
  readonly at: Instant;
  readonly grounds: string;
}

/** Everything a case's facts say, whatever the order in which they arrived. */
export interface CaseHistory {
  readonly number: string;
  readonly title: string;
  /** Deputies who may look: lead, co-signers and those of merged children. */
  readonly deputies: readonly string[];
  /** 代表要求保密 */
  readonly confidential: boolean;
  /** Committees that oversee it 对口督办, by unit id. */
  readonly overseerIds: readonly string[];
  readonly clocks: ReadonlyMap<string, Clock>;
  readonly shares: ReadonlyMap<string, Share>;
  readonly overrides: ReadonlyMap<string, readonly Override[]>;
}

/** The id of a clock: the same for everyone who knows its key. */
export function clockIdOf(caseId: string, key: ClockKey): string {
  return stableId(caseId, key.kind, key.subject, String(key.round));
}

/** Reads a case's facts in their one order. */
export function readHistory(caseId: string, facts: readonly RecordedFact[]): CaseHistory {
  const reading = new Reading(caseId);
  for (const fact of inOrder(facts)) reading.take(fact);
  return reading;
}

const DESK: Owner = { kind: 'desk', unitId: '', personId: '' };

const isDissatisfaction = ({ key }: Clock, assignmentId: string): boolean =>
  key.kind === DISSATISFACTION && key.subject === assignmentId;

/** Clocks of letters and talks that press for a case to be done: nobody owes them once it is closed. */
export const PRESSING_KINDS: ReadonlySet<string> = new Set(['letter_answer', 'talk_hold']);

class Reading implements CaseHistory {
  number = '';
  title = '';
  deputies: readonly string[] = [];
  confidential = false;
  overseerIds: readonly string[] = [];
  readonly clocks = new Map<string, Clock>();
  readonly shares = new Map<string, Share>();
  readonly overrides = new Map<string, readonly Override[]>();
  readonly #caseId: string;
  /** From each former lead to the deputy who took the lead, oldest first. */
  readonly #ledBy = new Map<string, string>();
  readonly #onSite = new Map<string, string>();
  /** The round in which a share is handled again, by share. */
  readonly #answeringAnew = new Map<string, number>();

  constructor(caseId: string) {
    this.#caseId = caseId;
  }

  take(fact: RecordedFact): void {
    const { body } = fact;
    switch (body.type) {
      case 'clock-start':
      case 'clock-extend':
      case 'clock-meet':
      case 'clock-cancel':
        return this.#clock(body, fact);
      case 'named':
        this.number = body.number === '' ? this.number : body.number;
        this.title = body.title === '' ? this.title : body.title;
        return;
      case 'guarded':
        this.confidential = body.confidential;
        this.overseerIds = body.overseerIds;
        return;
      case 'deputies':
        return this.#see([body.lead, ...body.cosigners]);
      case 'absorbed':
        return this.#see(body.deputies);
      case 'lead-passed':
        this.#ledBy.set(body.fromDeputyId, body.leadDeputyId);
        // Who leads again is followed by nobody.
        this.#ledBy.delete(body.leadDeputyId);
        return this.#eachClock((clock) => this.#underLead(clock));
      case 'share-succeeded':
        this.#eachClock((clock) => owedBy(clock, body.fromUnitId, body.unitId));
        return this.#shareFact(body, fact);
      case 'rules-moved':
        return this.#eachClock((clock) => underRules(clock, body));
      case 'evaluated':
        return this.#evaluated(body, fact);
      case 'escalated':
        return this.#passDissatisfaction(body.assignmentId, DESK, fact);
      case 'rehandled': {
        this.#answeringAnew.set(body.assignmentId, body.round);
        const { unitId } = this.#share(body.assignmentId);
        return this.#passDissatisfaction(body.assignmentId, { kind: 'unit', unitId, personId: '' }, fact);
      }
      case 'left-unsatisfied':
        return this.#stopWhere((clock) => isDissatisfaction(clock, body.assignmentId), 'met', {
          ...{ on: body.on, at: fact.at },
        });
      case 'ended':
        return this.#stopWhere(() => true, 'cancelled', { on: body.on, at: fact.at });
      case 'closed':
        this.#stopWhere(({ key }) => PRESSING_KINDS.has(key.kind), 'cancelled', { on: body.on, at: fact.at });
        return this.#stopWhere(({ key }) => key.kind === DISSATISFACTION, 'met', {
          on: body.on,
          at: fact.at,
        });
      case 'override':
        return this.#override(body, fact);
      default:
        return this.#shareFact(body, fact);
    }
  }

  #clock(body: ClockFactBody, fact: RecordedFact): void {
    const id = clockIdOf(this.#caseId, body.key);
    const next = evolveClock(this.clocks.get(id), body, fact);
    if (next !== undefined) this.clocks.set(id, this.#underLead(next));
  }

  /** Another service may start a clock of the former lead before it hears of the new one. */
  #underLead(clock: Clock): Clock {
    let led = clock;
    for (const [from, to] of this.#ledBy) led = owedByLead(led, { caseId: this.#caseId, from, to });
    return led;
  }

  #see(deputies: readonly string[]): void {
    this.deputies = [...new Set([...this.deputies, ...deputies])];
  }

  #override(body: Extract<CaseFact, { type: 'override' }>, fact: RecordedFact): void {
    const { from, to, grounds } = body;
    const earlier = this.overrides.get(body.clockId) ?? [];
    this.overrides.set(body.clockId, [...earlier, { from, to, at: fact.at, grounds }]);
  }

  /**
   * Where the unit handles again by itself, or has been told to, it must act; else 代表工委, of whom no unit is: it
   * decides whether, or has it studied and decided above (decisions.md 2: S9, S13).
   */
  #evaluated(body: Extract<CaseFact, { type: 'evaluated' }>, fact: RecordedFact): void {
    const share = this.#share(body.assignmentId);
    if (!body.dissatisfied || share.replied.some((round) => round > body.round)) return;
    const isHandledAgain = (this.#answeringAnew.get(body.assignmentId) ?? 0) > body.round;
    const isDesks = !isHandledAgain && (body.round >= 2 || body.byHand === true);
    this.#clock(
      {
        type: 'clock-start',
        key: { kind: DISSATISFACTION, subject: body.assignmentId, round: body.round },
        timing: { type: 'untimed', startDate: body.on },
        owner: isDesks ? DESK : { kind: 'unit', unitId: share.unitId, personId: '' },
        rulePackVersion: '',
      },
      fact,
    );
  }

  #passDissatisfaction(assignmentId: string, owner: Owner, { day }: RecordedFact): void {
    this.#eachClock((clock) =>
      isDissatisfaction(clock, assignmentId) ? passedTo(clock, owner, day) : clock,
    );
  }

  #eachClock(change: (clock: Clock) => Clock): void {
    for (const [id, clock] of this.clocks) this.clocks.set(id, change(clock));
  }

  #stopWhere(
    which: (clock: Clock) => boolean,
    how: 'met' | 'cancelled',
    when: { on: RecordedFact['day']; at: Instant },
  ): void {
    for (const [id, clock] of this.clocks) {
      if (which(clock)) this.clocks.set(id, stopOpen(clock, how, when));
    }
  }

  #shareFact(body: ShareFact, fact: RecordedFact): void {
    const assignmentId =
      body.type === 'meeting-declined' ? this.#onSite.get(body.meetingId) : body.assignmentId;
    if (assignmentId === undefined) return;
    if (body.type === 'on-site-scheduled') this.#onSite.set(body.meetingId, assignmentId);
    if (body.type === 'reply-issued') this.#answered(assignmentId, body.round, fact);
    this.shares.set(assignmentId, evolveShare(this.#share(assignmentId), body, fact.at));
  }

  /** A new reply is the event that removes an earlier round's dissatisfaction. */
  #answered(assignmentId: string, round: number, fact: RecordedFact): void {
    this.#stopWhere(
      ({ key }) => key.kind === DISSATISFACTION && key.subject === assignmentId && key.round < round,
      'met',
      { on: fact.day, at: fact.at },
    );
  }

  #share(assignmentId: string): Share {
    return (
      this.shares.get(assignmentId) ?? {
        assignmentId,
        unitId: '',
        role: '',
        left: false,
        confirmed: false,
        confidant: undefined,
        drafted: [],
        replied: [],
        difficulty: undefined,
        refusals: [],
      }
    );
  }
}
