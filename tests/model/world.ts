import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import type { RulePack } from '@huiyin/calendar/rule-pack';
import { sdDistrict } from '@huiyin/calendar/sd-district';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import type { Actor } from '@huiyin/kernel/actor';
import { addDays, localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { Circumstances, ClockFact } from '../../services/assignment/src/domain/clock-fact.ts';
import { consequences } from '../../services/assignment/src/domain/consequences.ts';
import type { AssignmentEvent } from '../../services/assignment/src/domain/events.ts';
import { evolve } from '../../services/assignment/src/domain/evolve.ts';
import { absorb, openCase, type ForeignFact } from '../../services/assignment/src/domain/foreign-facts.ts';
import { decideSuccession } from '../../services/assignment/src/domain/succeed-share.ts';
import type { SuggestionCase } from '../../services/assignment/src/domain/suggestion-case.ts';
import type { ClockFact as IntakeClock } from '../../services/intake/src/domain/clock-fact.ts';
import type { SuggestionEvent } from '../../services/intake/src/domain/events.ts';
import { evolveAll } from '../../services/intake/src/domain/evolve.ts';
import {
  noteClosing,
  noteHandling,
  noteRulesMoved,
  noteSuccession,
  noteWithdrawalRefused,
} from '../../services/intake/src/domain/foreign-facts.ts';
import type { Membership } from '../../services/intake/src/domain/mandate.ts';
import type { Suggestion } from '../../services/intake/src/domain/suggestion.ts';
import { handlingEnded } from '../../services/intake/src/domain/withdrawing.ts';

/** Shandong's, but for the deputies that a motion needs: this world has not ten. */
const SHANDONG: RulePack = {
  ...sdDistrict,
  params: { ...sdDistrict.params, motion_cosigners: { county_and_above: 2, township: 2 } },
};

/** Versions a case may be under: Shandong's; one with two months for the reply; Beijing's withdrawal (BJ13). */
export const PACKS: Readonly<Record<string, RulePack>> = {
  sd: SHANDONG,
  short: { ...SHANDONG, rules: { ...SHANDONG.rules, reply: { ...SHANDONG.rules.reply, n: 2 } } },
  bj: { ...SHANDONG, params: { ...SHANDONG.params, withdrawal_until: 'assignment_made' } },
};

/** s-1 is of this session. */
export const SESSION_CLOSES_ON = localDate('2026-03-06');

export const CALENDAR = workCalendar(chinaOfficialDays());

/** One entry of the history: what happened, by whom and when. Never taken out, never changed. */
export type Entry = { readonly about: string; readonly by: string; readonly on: LocalDate } & (
  | { readonly service: 'intake'; readonly event: SuggestionEvent }
  | { readonly service: 'assignment'; readonly event: AssignmentEvent }
  /** A foreign fact, whose record is its inbox row. */
  | { readonly service: 'inbox'; readonly fact: string }
);

/** An event on its way to the other service. */
type Message =
  | { readonly to: 'assignment'; readonly about: string; readonly event: SuggestionEvent }
  | { readonly to: 'intake'; readonly about: string; readonly event: AssignmentEvent };

/**
 * The deciders of intake and assignment with just enough around them: states, a history, and events that travel from
 * one to the other late, but in order. What the shells do with rights and foreign facts is done here the same way.
 */
export class World {
  today = localDate('2026-03-02');
  readonly suggestions = new Map<string, Suggestion>();
  readonly cases = new Map<string, SuggestionCase>();
  readonly history: Entry[] = [];
  readonly goneUnits = new Set<string>();
  readonly outOfOffice = new Set<string>();
  readonly #underway: Message[] = [];
  #serial = 0;

  pass(days: number): void {
    this.today = addDays(this.today, days);
  }

  fresh(kind: string): string {
    this.#serial += 1;
    return `${kind}-${this.#serial}`;
  }

  memberships(deputy: string): readonly Membership[] {
    return [{ role: 'deputy', active: !this.outOfOffice.has(deputy) }];
  }

  /** The rules one suggestion is under: those of the day until it is registered, then those it keeps. */
  rules(version: string | undefined): { version: string; pack: RulePack } {
    const kept = version === undefined || version === '' ? 'sd' : version;
    return { version: kept, pack: PACKS[kept] ?? SHANDONG };
  }

  under(one: SuggestionCase): Circumstances {
    const { version, pack } = this.rules(one.rulePackVersion);
    return { today: this.today, pack, packVersion: version, calendar: CALENDAR };
  }

  /** Keeps what intake decided. */
  recordIntake(
    about: string,
    by: Actor | string,
    decision: readonly SuggestionEvent[] | Rejection,
  ): Rejection | undefined {
    if (isRejection(decision)) return decision;
    this.suggestions.set(about, frozen(evolveAll(this.suggestions.get(about), decision)));
    for (const event of decision) {
      this.history.push({ service: 'intake', about, by: nameOf(by), on: this.today, event });
      this.#underway.push({ to: 'assignment', about, event });
    }
    return undefined;
  }

  /** Keeps what assignment decided. */
  recordCase(
    about: string,
    by: Actor | string,
    decision: readonly AssignmentEvent[] | Rejection,
  ): Rejection | undefined {
    if (isRejection(decision)) return decision;
    const before = this.cases.get(about);
    if (before === undefined) throw new Error(`no case ${about}`);
    this.cases.set(about, frozen(decision.reduce(evolve, before)));
    for (const event of decision) {
      this.history.push({ service: 'assignment', about, by: nameOf(by), on: this.today, event });
      this.#underway.push({ to: 'intake', about, event });
    }
    return undefined;
  }

  /** A fact of meeting, evaluation, supervision or directory reaches assignment. */
  tellCase(about: string, fact: ForeignFact): void {
    const before = this.cases.get(about);
    if (before === undefined) return;
    const known = absorb(before, fact);
    this.cases.set(about, frozen(known));
    this.history.push({ service: 'inbox', about, by: 'system', on: this.today, fact: fact.type });
    this.recordCase(about, 'system', consequences(known, fact, this.under(known)));
  }

  /** Evaluation closed the case, or opened it again: intake hears it too. */
  tellIntake(about: string, closed: boolean): void {
    const before = this.suggestions.get(about);
    if (before !== undefined) this.suggestions.set(about, frozen(noteClosing(before, closed)));
  }

  /** Directory: another unit took over a unit's duties. */
  succeed(about: string, fromUnitId: string, unitId: string): void {
    const one = this.cases.get(about);
    if (one === undefined) return;
    const succession = { fromUnitId, unitId, decidingOffice: 'government-office', on: this.today } as const;
    this.recordCase(about, 'system', decideSuccession(one, succession, this.under(one)));
  }

  /** The oldest event underway arrives; answers what it was. */
  deliver(): Message | undefined {
    const message = this.#underway.shift();
    if (message?.to === 'assignment') this.#arriveAtCase(message.about, message.event);
    if (message?.to === 'intake') this.#arriveAtIntake(message.about, message.event);
    return message;
  }

  #arriveAtCase(about: string, event: SuggestionEvent): void {
    switch (event.type) {
      case 'suggestion-registered': {
        const { category, registeredOn, leadDeputyId, cosignerIds, rulePackVersion, text } = event;
        const { number, displayNumber } = event;
        const { title, authorConfidential, wishedUnitIds, demands } = text;
        const words = {
          title,
          authorConfidential,
          wishedUnitIds,
          demands,
          period: event.period.kind,
        };
        const numbered = { suggestionId: about, number, displayNumber, category, registeredOn };
        const who = { ...numbered, leadDeputyId, cosignerIds };
        this.cases.set(
          about,
          frozen(
            openCase({ ...who, ...words, rulePackVersion, overseerIds: [], clocks: asHeard(event.clocks) }),
          ),
        );
        this.history.push({ service: 'inbox', about, by: 'system', on: this.today, fact: 'registered' });
        return;
      }
      case 'suggestion-merged':
        return this.tellCase(about, {
          type: 'merged',
          parentId: event.parentId,
          clocks: asHeard(event.clocks),
        });
      case 'suggestion-absorbed': {
        const { childId, childLeadDeputyId: leadDeputyId, childCosignerIds: cosignerIds } = event;
        return this.tellCase(about, { type: 'absorbed', childId, leadDeputyId, cosignerIds });
      }
      case 'lead-passed': {
        const { fromDeputyId, leadDeputyId, takenOn } = event;
        if (takenOn === undefined) return undefined;
        return this.tellCase(about, { type: 'lead-passed', fromDeputyId, leadDeputyId });
      }
      case 'withdrawal-requested':
        return event.handlingBegun ? this.tellCase(about, { type: 'withdrawal-requested' }) : undefined;
      case 'suggestion-withdrawn':
      case 'suggestion-returned':
      case 'suggestion-declined':
        return this.tellCase(about, { type: 'left-road', on: this.today, clocks: asHeard(event.clocks) });
      default:
        return undefined;
    }
  }

  #arriveAtIntake(about: string, event: AssignmentEvent): void {
    const before = this.suggestions.get(about);
    if (before === undefined) return;
    if (event.type === 'case-ended') {
      this.recordIntake(about, 'system', handlingEnded(before, this.today));
      return;
    }
    this.suggestions.set(about, frozen(noted(before, event)));
    this.history.push({ service: 'inbox', about, by: 'system', on: this.today, fact: event.type });
  }
}

/** Intake's clocks, as they come over the wire. */
function asHeard(clocks: readonly IntakeClock[]): readonly ClockFact[] {
  return clocks.map((clock) =>
    clock.op === 'start' ? ({ ...clock, unitId: '', personId: '' } as ClockFact) : clock,
  );
}

/** A decider that changed what it was given would throw. */
function frozen<State>(state: State): State {
  if (typeof state === 'object' && state !== null && !Object.isFrozen(state)) {
    Object.freeze(state);
    for (const part of Object.values(state)) frozen(part);
  }
  return state;
}

function noted(before: Suggestion, event: AssignmentEvent): Suggestion {
  switch (event.type) {
    case 'assignment-made':
      return noteHandling(before, {
        type: 'assignment-made',
        unitId: event.payload.unitId,
        office: event.payload.decidingOffice,
      });
    case 'reply-issued':
      return noteHandling(before, { type: 'reply-issued' });
    case 'reply-delivered':
      return event.payload.allDelivered ? noteHandling(before, { type: 'all-replies-delivered' }) : before;
    case 'withdrawal-refused':
      return noteWithdrawalRefused(before);
    case 'assignment-succeeded':
      return noteSuccession(before, event.payload);
    case 'rules-moved':
      return noteRulesMoved(before, event.payload.toVersion);
    default:
      return before;
  }
}

function nameOf(by: Actor | string): string {
  return typeof by === 'string' ? by : by.personId;
}
