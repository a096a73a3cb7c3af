import type { Actor } from '@huiyin/kernel/actor';
import { mandateEnded } from '../../services/intake/src/domain/foreign-facts.ts';
import { act, type Outcome } from './act.ts';
import { draft } from './act-in-intake.ts';
import { DAYS, SELDOM, type Chance } from './chance.ts';
import { may, type Command } from './command.ts';
import { wrongHands } from './insiders.ts';
import { candidates, facts, properActor, STRANGERS, type Outside } from './people.ts';
import { follow } from './follow.ts';
import { hearInCase } from './hear.ts';
import { askLead, newCase, newSuggestion, type Model } from './model.ts';
import { COSIGNER, MOTION, ROAD_OF_MOTION, ROAD_TO_REGISTER } from './roads.ts';
import { World } from './world.ts';

/** Refusals that the model does not foresee: they hang on days and on missing words. */
const BY_DAY = new Set(['return-window-over', 'extension-too-late', 'co-opinion-awaited']);

/** Two suggestions, their deputies and units, lived step by step beside the model. */
export class Life {
  readonly world = new World();
  readonly model: Model = {
    suggestions: new Map(),
    cases: new Map(),
    outOfOffice: this.world.outOfOffice,
    goneUnits: this.world.goneUnits,
  };
  /** Kinds that were accepted or heard, for the proof that the lives reach everything. */
  readonly seen: string[] = [];
  readonly refusals: string[] = [];
  /** Kinds that were refused. */
  readonly refused: string[] = [];

  constructor() {
    for (const [id, lead] of [
      ['s-1', 'wang'],
      ['s-2', 'zhao'],
    ] as const) {
      draft(this.world, id, lead);
      this.model.suggestions.set(id, newSuggestion(id, lead));
      this.world.deliver();
    }
    // On paper: somebody has to type it.
    this.model.suggestions.set('s-3', { ...newSuggestion('s-3', ''), stage: 'unentered' });
  }

  /** Begins further down the road, by the same steps: only so do short lives reach the late ones. */
  lead(far: number): this {
    if (far === 1) {
      draft(this.world, MOTION, 'zhao', 'motion');
      this.model.suggestions.set(MOTION, { ...newSuggestion(MOTION, 'zhao'), motion: 'awaited' });
      for (const command of ROAD_OF_MOTION) this.#proper(command);
    }
    for (const about of far > 0 ? ['s-1', 's-2'] : []) {
      for (const [kind, deputy] of ROAD_TO_REGISTER) {
        this.#proper({
          kind,
          about,
          ...(deputy === '' ? {} : { deputy: deputy === 'co' ? COSIGNER[about] : deputy }),
        });
      }
    }
    this.#drain();
    if (far < 2) return this;
    this.#proper({ kind: 'classify', about: 's-1', yes: far > 4 });
    const kind = far % 2 === 0 ? 'assign-lead-co' : 'assign-parallel';
    this.#proper({ kind, about: 's-1', unit: 'u-1', unit2: 'u-3' });
    if (far < 4) return this;
    for (const share of this.model.cases.get('s-1')?.shares ?? []) {
      this.#proper({ kind: 'acknowledge', about: 's-1', share: share.id });
      this.#proper({ kind: 'contact', about: 's-1', share: share.id });
      for (const fact of facts(this.model)) {
        if ('heard' in fact && fact.kind === 'confirmed') this.#tell(fact);
      }
      if (share.role !== 'co') this.#proper({ kind: 'plan', about: 's-1', share: share.id });
    }
    return this;
  }

  #proper(command: Command): void {
    this.#attempt(command, properActor(this.model, command), { proper: true, reason: '按职责' });
  }

  #drain(): void {
    const before = this.seen.length;
    this.#deliver();
    if (this.seen.length > before) this.#drain();
  }

  step(chance: Chance): void {
    this.world.pass(DAYS[chance.days % DAYS.length] ?? 0);
    switch (chance.what % 8) {
      case 0:
      case 1:
        return this.#deliver();
      case 2:
        return this.#outside(chance);
      default:
        return this.#command(chance);
    }
  }

  /** Half of the commands are ones the model holds possible, half are anything at all by anybody. */
  #command({ what, which, who }: Chance): void {
    const all = candidates(this.model);
    const seldom = which % 11 > 0;
    const possible = all.filter(
      (command) => may(this.model, command) && !(seldom && SELDOM.has(command.kind)),
    );
    const among = what % 3 > 0 && possible.length > 0 ? possible : all;
    const command = among[which % among.length];
    if (command === undefined) return;
    const reason = who % 16 === 5 ? ' ' : '按职责';
    const other = who % 4 > 0 ? undefined : this.#wrongOne(command, { which, who });
    const by = other ?? properActor(this.model, command);
    this.#attempt(command, by, { proper: other === undefined, reason });
  }

  /** Half of those who must not are strangers, half have to do with the case. */
  #wrongOne(command: Command, { which, who }: Pick<Chance, 'which' | 'who'>): Actor | undefined {
    const among = who % 8 === 0 ? STRANGERS : wrongHands(this.model, command);
    return among[(which + who) % among.length];
  }

  #attempt(command: Command, by: Actor, how: { readonly proper: boolean; readonly reason: string }): void {
    const foreseen = may(this.model, command);
    const before = this.#states();
    const outcome = act(this.world, command, by, { reason: how.reason.trim() });
    if ('refused' in outcome) {
      this.refusals.push(outcome.refused.code);
      this.refused.push(command.kind);
      if (this.#states().some((state, index) => state !== before[index]))
        throw new Error(`${command.kind} was refused and changed something`);
      const excused = !how.proper || how.reason === ' ' || BY_DAY.has(outcome.refused.code);
      if (foreseen && !excused) throw new Error(`${describe(command)} was refused: ${outcome.refused.code}`);
      return;
    }
    if (!how.proper)
      throw new Error(`${describe(command)} was accepted from ${by.roles.join()} ${by.personId}`);
    this.#accepted(command, by, { foreseen, outcome });
  }

  #accepted(
    command: Command,
    by: Actor,
    of: { readonly foreseen: boolean; readonly outcome: Exclude<Outcome, { refused: unknown }> },
  ): void {
    if (!of.foreseen) throw new Error(`${describe(command)} was accepted from ${by.personId}`);
    this.seen.push(command.kind);
    this.#noteDeliveries(command);
    follow(this.model, command, of.outcome.ids);
  }

  /** Who has a reply now, by the events alone: one entry for each deputy, share and round. */
  #noteDeliveries(command: Command): void {
    const share = this.model.cases.get(command.about)?.shares.find(({ id }) => id === command.share);
    const one = this.model.cases.get(command.about);
    if (one === undefined || share === undefined) return;
    const named = [...one.owed].filter(
      (owed) => command.deputy === undefined || owed.endsWith(`:${command.deputy}`),
    );
    const waiting = named.filter((owed) => !share.delivered.has(owed));
    // A record waits for its deputy; a letter or a signature delivers, and leaves no record to be signed.
    if (command.kind === 'record-talk') for (const owed of waiting) share.talks.set(owed, 'waiting');
    const reached = { deliver: waiting, 'sign-talk': [command.item ?? ''] }[command.kind as string] ?? [];
    for (const owed of reached) {
      share.delivered.add(owed);
      share.talks.delete(owed);
    }
    if (reached.length > 0) askLead(one, share);
  }

  /** The oldest event underway between intake and assignment arrives. */
  #deliver(): void {
    const message = this.world.deliver();
    if (message === undefined) return;
    this.seen.push(`hears ${message.event.type}`);
    const suggestion = this.model.suggestions.get(message.about);
    if (suggestion === undefined) return;
    if (message.to === 'assignment') return this.#arriveAtCase(message.about, message.event);
    const { heard } = suggestion;
    switch (message.event.type) {
      case 'assignment-made':
        if (suggestion.stage === 'registered' && heard === 'unassigned') suggestion.heard = 'assigned';
        return;
      case 'reply-issued':
        if (suggestion.stage === 'registered' && heard !== 'delivered') suggestion.heard = 'replied';
        return;
      case 'reply-delivered':
        if (suggestion.stage === 'registered' && message.event.payload.allDelivered)
          suggestion.heard = 'delivered';
        return;
      case 'case-ended':
        if (suggestion.stage === 'registered' && suggestion.requested) suggestion.stage = 'withdrawn';
        return;
      case 'withdrawal-refused':
        if (suggestion.requested) suggestion.withdrawing.clear();
        suggestion.requested = false;
        return;
      case 'rules-moved':
        if (suggestion.stage === 'registered') suggestion.rules = message.event.payload.toVersion;
        return;
      default:
        return;
    }
  }

  #arriveAtCase(
    about: string,
    event: Extract<ReturnType<World['deliver']>, { to: 'assignment' }>['event'],
  ): void {
    const suggestion = this.model.suggestions.get(about);
    const one = this.model.cases.get(about);
    switch (event.type) {
      case 'suggestion-registered':
        this.model.cases.set(about, newCase(about, [event.leadDeputyId, ...event.cosignerIds]));
        return;
      case 'suggestion-merged':
        return one && hearInCase(one, { kind: 'merged' });
      case 'suggestion-absorbed': {
        const owed = [event.childLeadDeputyId, ...event.childCosignerIds].map(
          (id) => `${event.childId}:${id}`,
        );
        return one && hearInCase(one, { kind: 'absorbed', owed });
      }
      case 'lead-passed':
        if (event.takenOn === undefined) return;
        return one && hearInCase(one, { kind: 'lead-passed', lead: event.leadDeputyId });
      case 'withdrawal-requested':
        return one && event.handlingBegun ? hearInCase(one, { kind: 'withdrawal-requested' }) : undefined;
      case 'suggestion-withdrawn':
      case 'suggestion-declined':
        return one && hearInCase(one, { kind: 'left-road' });
      case 'suggestion-submitted':
        if (suggestion !== undefined) suggestion.requested = false;
        return;
      default:
        return;
    }
  }

  /** Meeting, evaluation, supervision and directory say something. */
  #outside({ which }: Chance): void {
    const possible = facts(this.model);
    const outside = possible[which % possible.length];
    // People and units leave seldom.
    const leaves = outside?.kind === 'mandate-ended' || outside?.kind === 'unit-succeeded';
    if (outside === undefined || (leaves && which % 7 > 0)) return;
    this.seen.push(`hears ${outside.kind}`);
    if (outside.kind === 'mandate-ended') return this.#leaveOffice(outside.deputy);
    if (outside.kind === 'unit-succeeded') return this.#succeed(outside);
    this.#tell(outside);
  }

  #tell(outside: Extract<Outside, { heard: unknown }>): void {
    this.world.tellCase(outside.about, outside.fact(this.world.today));
    const one = this.model.cases.get(outside.about);
    if (one !== undefined) hearInCase(one, outside.heard);
    const suggestion = this.model.suggestions.get(outside.about);
    if (outside.kind !== 'closed' && outside.kind !== 'reopened') return;
    this.world.tellIntake(outside.about, outside.kind === 'closed');
    if (suggestion?.stage === 'registered') suggestion.closed = outside.kind === 'closed';
  }

  #leaveOffice(deputyId: string): void {
    this.world.outOfOffice.add(deputyId);
    for (const [id, suggestion] of this.world.suggestions) {
      const cosigners = 'cosignerIds' in suggestion ? suggestion.cosignerIds : [];
      const cosignerMemberships = new Map(cosigners.map((one) => [one, this.world.memberships(one)]));
      const leaving = mandateEnded(suggestion, { deputyId, cosignerMemberships });
      this.world.recordIntake(id, 'system', leaving);
      const model = this.model.suggestions.get(id);
      if (model === undefined) continue;
      if (model.stage === 'drafting' || model.stage === 'pre-review' || model.stage === 'returned') {
        model.cosigners.delete(deputyId);
      } else if (model.stage === 'submitted' && model.lead === deputyId) {
        const next = [...model.cosigners.keys()].find((one) => !this.world.outOfOffice.has(one));
        if (next === undefined) continue;
        model.lead = next;
        model.cosigners.delete(next);
      }
    }
  }

  #succeed({ from, to }: Extract<Outside, { kind: 'unit-succeeded' }>): void {
    this.world.goneUnits.add(from);
    for (const id of this.world.cases.keys()) this.world.succeed(id, from, to);
    for (const one of this.model.cases.values()) hearInCase(one, { kind: 'unit-succeeded', from, to });
  }

  /** Everything that is stored. States are frozen to the bottom, so that the same object is the same state. */
  #states(): readonly unknown[] {
    const { suggestions, cases, history } = this.world;
    return [...suggestions.values(), ...cases.values(), history.length];
  }
}

function describe({ kind, about, share = '', unit = '', deputy = '' }: Command): string {
  return [kind, about, share, unit, deputy].filter((part) => part !== '').join(' ');
}
