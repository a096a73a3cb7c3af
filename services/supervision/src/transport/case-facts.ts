import type { EventMessage, EventType } from '@huiyin/contracts/event-messages';
import { ClockOp, type ClockFact } from '@huiyin/contracts/gen/common/v1/common';
import { isStartEvent, type StartEvent } from '@huiyin/calendar/start-event';
import { TERM_UNITS, type Term } from '@huiyin/calendar/term';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { localDate, localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { OWNERS, type CaseFact, type Owner, type OwnerKind } from '../domain/fact.ts';
import { DECIDING_OFFICES, type DecidingOffice } from '../domain/rights.ts';

/** What a case is told by each event, besides the clocks it carries. A type without an entry tells only its clocks. */
type Tellers<Service extends 'intake' | 'assignment' | 'meeting' | 'evaluation' | 'archive'> = {
  readonly [Type in EventType<Service>]?: (
    message: EventMessage<Service, Type>,
    day: LocalDate,
  ) => readonly CaseFact[];
};

export const INTAKE_FACTS: Tellers<'intake'> = {
  'suggestion-submitted': ({ title, leadDeputyId, cosignerIds, authorConfidential }) => [
    { type: 'guarded', confidential: authorConfidential, overseerIds: [] },
    { type: 'named', number: '', title },
    { type: 'deputies', lead: leadDeputyId, cosigners: cosignerIds },
  ],
  'suggestion-registered': ({
    displayNumber,
    title,
    leadDeputyId,
    cosignerIds,
    authorConfidential,
    overseerIds,
  }) => [
    { type: 'guarded', confidential: authorConfidential, overseerIds },
    { type: 'named', number: displayNumber, title },
    { type: 'deputies', lead: leadDeputyId, cosigners: cosignerIds },
  ],
  'lead-passed': ({ fromDeputyId, leadDeputyId, cosignerIds }) => [
    { type: 'deputies', lead: leadDeputyId, cosigners: cosignerIds },
    { type: 'lead-passed', fromDeputyId, leadDeputyId },
  ],
  'suggestion-absorbed': ({ childLeadDeputyId, childCosignerIds }) => [
    { type: 'absorbed', deputies: [childLeadDeputyId, ...childCosignerIds] },
  ],
  'suggestion-declined': (_, day) => [{ type: 'ended', on: day }],
  'suggestion-withdrawn': (_, day) => [{ type: 'ended', on: day }],
};

export const ASSIGNMENT_FACTS: Tellers<'assignment'> = {
  // Intake alone says the number as people say it.
  'assignment-made': ({ title, assignmentId, unitId, role, replacesAssignmentId: replaced }) => [
    { type: 'named', number: '', title },
    { type: 'share-made', assignmentId, unitId, role },
    // One that a coordination gave to another unit was never handed back: its successor says that it is gone.
    ...(replaced === '' ? [] : [{ type: 'share-handed-back' as const, assignmentId: replaced }]),
  ],
  'assignment-succeeded': ({ assignmentId, fromUnitId, unitId }) => [
    { type: 'share-succeeded', assignmentId, fromUnitId, unitId },
  ],
  'confidant-named': ({ assignmentId, unitId, personId }) => [
    { type: 'confidant-named', assignmentId, unitId, personId },
  ],
  'assignment-returned': ({ assignmentId }) => [{ type: 'share-handed-back', assignmentId }],
  'rules-moved': ({ toVersion: version, terms }) => [
    { type: 'rules-moved', version, terms: terms.map((rule) => ({ kind: rule.kind, term: termFrom(rule) })) },
  ],
  'reply-drafted': ({ assignmentId, round }) => [{ type: 'reply-drafted', assignmentId, round }],
  'reply-issued': ({ assignmentId, round }) => [{ type: 'reply-issued', assignmentId, round }],
  'difficulty-reported': ({ assignmentId, severity, resolved, description }) => [
    { type: 'difficulty', assignmentId, severity: severityOf(severity, resolved), description },
  ],
  'case-ended': (_, day) => [{ type: 'ended', on: day }],
};

export const MEETING_FACTS: Tellers<'meeting'> = {
  'meeting-scheduled': ({ kind, assignmentId, meetingId }) =>
    kind === 'on-site' ? [{ type: 'on-site-scheduled', assignmentId, meetingId }] : [],
  'meeting-held': ({ kind, assignmentId }) =>
    kind === 'on-site' ? [{ type: 'on-site-settled', assignmentId }] : [],
  'on-site-waived': ({ assignmentId }) => [{ type: 'on-site-settled', assignmentId }],
  'dual-confirmation-completed': ({ assignmentId }) => [{ type: 'dual-confirmed', assignmentId }],
};

export const EVALUATION_FACTS: Tellers<'evaluation'> = {
  'suggestion-evaluated': ({ assignmentId, signedSuggestionId, round, attitude, result, clocks }, day) => [
    {
      type: 'evaluated',
      assignmentId,
      signed: signedSuggestionId,
      round,
      dissatisfied: attitude === 'dissatisfied' || result === 'dissatisfied',
      byHand: clocks.some(({ kind }) => kind === 'rehandle_order'),
      on: day,
    },
  ],
  'suggestion-escalated': ({ assignmentId }) => [{ type: 'escalated', assignmentId }],
  'rehandling-ordered': ({ assignmentId, round }) => [{ type: 'rehandled', assignmentId, round }],
  'rehandling-waived': ({ assignmentId }, day) => [{ type: 'left-unsatisfied', assignmentId, on: day }],
  'escalation-decided': ({ assignmentId, decision }, day) =>
    decision === 'close-unsatisfied' ? [{ type: 'left-unsatisfied', assignmentId, on: day }] : [],
  'suggestion-closed': (_, day) => [{ type: 'closed', on: day }],
};

/** All facts of an event: what it tells first, so that an end cancels what ran before and not what it starts itself. */
export function factsOf<Message>(
  event: Pick<EventEnvelope, 'actor' | 'occurredAt' | 'type'>,
  message: Message,
  tell: ((message: Message, day: LocalDate) => readonly CaseFact[]) | undefined,
): CaseFact[] {
  const day = localDateOf(event.occurredAt);
  const told = tell?.(message, day) ?? [];
  const by = { day, actorId: event.actor.personId, office: officeIn(message) };
  return [...told, ...clocksIn(message).map((fact) => clockFactFrom(fact, by))];
}

/** The clock facts an event carries; none when it has no such field. */
function clocksIn(message: unknown): readonly ClockFact[] {
  if (typeof message !== 'object' || message === null || !('clocks' in message)) return [];
  return Array.isArray(message.clocks) ? message.clocks : [];
}

/** The office that decides about what an event tells; undefined when it names none. */
function officeIn(message: unknown): DecidingOffice | undefined {
  if (typeof message !== 'object' || message === null || !('decidingOffice' in message)) return undefined;
  return DECIDING_OFFICES.find((office) => office === message.decidingOffice);
}

/** Who told a clock fact, when, and which office decides about it. */
interface ToldBy {
  readonly day: LocalDate;
  readonly actorId: string;
  readonly office: DecidingOffice | undefined;
}

/** Decodes a clock fact. Throws for one that no owner may send, so that it is seen among the dead letters. */
function clockFactFrom(fact: ClockFact, { day, actorId, office }: ToldBy): CaseFact {
  const key = { kind: fact.kind, subject: fact.subject, round: fact.round };
  switch (fact.op) {
    case ClockOp.CLOCK_OP_START:
      return {
        type: 'clock-start',
        key,
        timing: {
          type: 'term',
          startDate: localDate(fact.startDate),
          ...startEventFrom(fact),
          term: termFrom(fact),
        },
        owner: ownerOf(fact, office),
        rulePackVersion: fact.rulePackVersion,
      };
    case ClockOp.CLOCK_OP_EXTEND:
      return { type: 'clock-extend', key, term: termFrom(fact), grantedBy: actorId };
    case ClockOp.CLOCK_OP_MEET:
      return { type: 'clock-meet', key, on: fact.startDate === '' ? day : localDate(fact.startDate) };
    case ClockOp.CLOCK_OP_CANCEL:
      return { type: 'clock-cancel', key, on: fact.startDate === '' ? day : localDate(fact.startDate) };
    default:
      throw new Error(`clock ${fact.kind} of ${fact.subject} has no operation`);
  }
}

function termFrom({ kind, term }: Pick<ClockFact, 'kind' | 'term'>): Term {
  const unit = TERM_UNITS.find((known) => known === term?.unit);
  if (term === undefined || unit === undefined) throw new Error(`clock ${kind} has no term`);
  return { n: term.n, unit };
}

/** Nothing in a fact told before it was named. */
function startEventFrom({ kind, startEvent }: ClockFact): { readonly startEvent?: StartEvent } {
  if (startEvent === '') return {};
  if (!isStartEvent(startEvent)) {
    throw new Error(`clock ${kind} starts by what we do not know: ${JSON.stringify(startEvent)}`);
  }
  return { startEvent };
}

function ownerOf(fact: ClockFact, office: DecidingOffice | undefined): Owner {
  const { unitId, personId } = fact;
  const kind = ownerFrom(fact);
  return { kind, unitId, personId, ...(kind === 'office' && office !== undefined && { office }) };
}

function ownerFrom({ kind, owner }: ClockFact): OwnerKind {
  const known = OWNERS.find((candidate) => candidate === owner);
  if (known === undefined)
    throw new Error(`clock ${kind} is owed by nobody we know: ${JSON.stringify(owner)}`);
  return known;
}

function severityOf(severity: string, resolved: boolean): 'none' | 'yellow' | 'red' {
  if (resolved) return 'none';
  return severity === 'red' ? 'red' : 'yellow';
}
