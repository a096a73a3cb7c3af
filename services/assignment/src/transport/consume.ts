import { reactTo, type SourceReaction } from '@huiyin/contracts/reactions';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { localDate, localDateOf } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { FactArrival } from '../app/foreign-fact.ts';
import type { AssignmentReactions } from '../app/use-cases.ts';
import type { ForeignFact } from '../domain/foreign-facts.ts';
import { clocksFrom } from './foreign-clocks.ts';

/** What assignment hears, source by source. */
export function assignmentConsumers(react: AssignmentReactions): readonly SourceReaction[] {
  return [
    intakeFacts(react),
    meetingFacts(react),
    evaluationFacts(react),
    supervisionFacts(react),
    trainingFacts(react),
    archiveFacts(react),
    directoryFacts(react),
  ];
}

/** The arrival of an event about a suggestion. */
function at(suggestionId: string, event: EventEnvelope, tx: Tx, open: OpenAnother): FactArrival {
  const { id: eventId, tenant, occurredAt } = event;
  return { tx, open, tenant, eventId, suggestionId, at: occurredAt };
}

function intakeFacts(react: AssignmentReactions): SourceReaction {
  return reactTo('intake', {
    'suggestion-registered': (fact, event, tx, open) =>
      react.openRegisteredCase(at(fact.suggestionId, event, tx, open), {
        suggestionId: fact.suggestionId,
        number: fact.number,
        displayNumber: fact.displayNumber,
        title: fact.title,
        category: fact.category,
        registeredOn: localDate(fact.registeredOn),
        period: fact.period === 'in-session' ? 'in-session' : 'between-sessions',
        leadDeputyId: fact.leadDeputyId,
        cosignerIds: fact.cosignerIds,
        authorConfidential: fact.authorConfidential,
        overseerIds: fact.overseerIds,
        wishedUnitIds: fact.wishedUnitIds,
        demands: fact.demands,
        rulePackVersion: fact.rulePackVersion,
        clocks: clocksFrom(fact.clocks),
      }),
    'suggestion-merged': ({ suggestionId, parentId, clocks }, event, tx, open) =>
      react.keepForeignFact(at(suggestionId, event, tx, open), {
        type: 'merged',
        parentId,
        clocks: clocksFrom(clocks),
      }),
    'suggestion-absorbed': (fact, event, tx, open) =>
      react.keepForeignFact(at(fact.suggestionId, event, tx, open), {
        type: 'absorbed',
        childId: fact.childId,
        leadDeputyId: fact.childLeadDeputyId,
        cosignerIds: fact.childCosignerIds,
      }),
    'lead-passed': async ({ suggestionId, fromDeputyId, leadDeputyId, takenOn }, event, tx, open) => {
      // Before registration the lead comes with `suggestion-registered`.
      if (takenOn === '') return;
      const fact = { type: 'lead-passed', fromDeputyId, leadDeputyId } as const;
      await react.keepForeignFact(at(suggestionId, event, tx, open), fact);
    },
    'withdrawal-requested': async ({ suggestionId, handlingBegun }, event, tx, open) => {
      // Before handling intake withdraws by itself and says so with `suggestion-withdrawn`.
      if (!handlingBegun) return;
      await react.keepForeignFact(at(suggestionId, event, tx, open), { type: 'withdrawal-requested' });
    },
    'suggestion-withdrawn': ({ suggestionId, clocks }, event, tx, open) =>
      react.keepForeignFact(at(suggestionId, event, tx, open), leftRoad(event, clocksFrom(clocks))),
    'suggestion-returned': ({ suggestionId, clocks }, event, tx, open) =>
      react.keepLeavingBeforeCase(at(suggestionId, event, tx, open), leftRoad(event, clocksFrom(clocks))),
    'suggestion-declined': ({ suggestionId, clocks }, event, tx, open) =>
      react.keepLeavingBeforeCase(at(suggestionId, event, tx, open), leftRoad(event, clocksFrom(clocks))),
  });
}

type LeftRoad = Extract<ForeignFact, { type: 'left-road' }>;

function leftRoad(event: EventEnvelope, clocks: LeftRoad['clocks']): LeftRoad {
  return { type: 'left-road', on: localDateOf(event.occurredAt), clocks };
}

function meetingFacts(react: AssignmentReactions): SourceReaction {
  return reactTo('meeting', {
    'dual-confirmation-completed': (fact, event, tx, open) =>
      react.keepForeignFact(at(fact.suggestionId, event, tx, open), {
        type: 'dual-confirmation-completed',
        assignmentId: fact.assignmentId,
        on: localDate(fact.completedOn),
        manner: fact.manner,
        clocks: clocksFrom(fact.clocks),
      }),
    'meeting-held': async (fact, event, tx, open) => {
      const arrival = at(fact.suggestionId, event, tx, open);
      const on = localDate(fact.heldOn);
      const { assignmentId, meetingId, kind } = fact;
      const clocks = clocksFrom(fact.clocks);
      if (kind === 'on-site') {
        await react.keepForeignFact(arrival, { type: 'on-site-held', assignmentId, on, clocks });
      } else if (kind === 'coordination') {
        await react.keepForeignFact(arrival, { type: 'coordination-met', meetingId, on });
      } else if (kind === 'task-force') {
        await react.keepForeignFact(arrival, { type: 'task-force-met', meetingId, on });
      }
    },
    'on-site-waived': ({ suggestionId, assignmentId, clocks }, event, tx, open) =>
      react.keepForeignFact(at(suggestionId, event, tx, open), {
        type: 'on-site-waived',
        assignmentId,
        clocks: clocksFrom(clocks),
      }),
  });
}

function evaluationFacts(react: AssignmentReactions): SourceReaction {
  return reactTo('evaluation', {
    'suggestion-evaluated': ({ suggestionId, clocks }, event, tx, open) =>
      react.keepForeignFact(at(suggestionId, event, tx, open), feedbackEnded(clocksFrom(clocks))),
    'suggestion-lapsed': ({ suggestionId, clocks }, event, tx, open) =>
      react.keepForeignFact(at(suggestionId, event, tx, open), feedbackEnded(clocksFrom(clocks))),
    'rehandling-ordered': (fact, event, tx, open) =>
      react.keepForeignFact(at(fact.suggestionId, event, tx, open), {
        type: 'round-ordered',
        assignmentId: fact.assignmentId,
        round: fact.round,
        clocks: clocksFrom(fact.clocks),
      }),
    'promise-kept': async ({ suggestionId, assignmentId, promiseId, keptOn }, event, tx, open) => {
      // An earlier release did not name the share.
      if (assignmentId === '') return;
      const judged = { assignmentId, promiseId, outcome: 'kept', explanation: '' } as const;
      const fact = { type: 'promise-judged', ...judged, on: localDate(keptOn) } as const;
      await react.keepForeignFact(at(suggestionId, event, tx, open), fact);
    },
    'promise-broken': async ({ suggestionId, assignmentId, promiseId, explanation }, event, tx, open) => {
      if (assignmentId === '') return;
      const judged = { assignmentId, promiseId, outcome: 'broken', explanation } as const;
      const fact = { type: 'promise-judged', ...judged, on: localDateOf(event.occurredAt) } as const;
      await react.keepForeignFact(at(suggestionId, event, tx, open), fact);
    },
    'suggestion-closed': ({ suggestionId, closedOn }, event, tx, open) =>
      react.keepForeignFact(at(suggestionId, event, tx, open), { type: 'closed', on: localDate(closedOn) }),
    'suggestion-reopened': ({ suggestionId }, event, tx, open) =>
      react.keepForeignFact(at(suggestionId, event, tx, open), { type: 'reopened' }),
  });
}

function feedbackEnded(clocks: LeftRoad['clocks']): ForeignFact {
  return { type: 'feedback-ended', clocks };
}

function supervisionFacts(react: AssignmentReactions): SourceReaction {
  return reactTo('supervision', {
    'clock-missed': ({ suggestionId, kind, subject, dueDate }, event, tx, open) =>
      react.actOnMissedClock(at(suggestionId, event, tx, open), {
        kind,
        subject,
        lastDay: localDate(dueDate),
      }),
  });
}

function archiveFacts(react: AssignmentReactions): SourceReaction {
  return reactTo('archive', {
    // What was sealed without having been registered has no case here.
    'case-sealed': ({ suggestionId }, event, tx, open) =>
      react.keepLeavingBeforeCase(at(suggestionId, event, tx, open), { type: 'sealed' }),
  });
}

function directoryFacts(react: AssignmentReactions): SourceReaction {
  return reactTo('directory', {
    'unit-succeeded': ({ unitId, successorUnitId, onDate }, event, tx, open) =>
      react.succeedUnit(
        { tx, open, tenant: event.tenant, at: event.occurredAt },
        { fromUnitId: unitId, unitId: successorUnitId, on: localDate(onDate) },
      ),
  });
}

function trainingFacts(react: AssignmentReactions): SourceReaction {
  return reactTo('training', {
    'certificate-issued': ({ certificateId, personId, validUntil }, event, tx) =>
      react.noteCertificateIssued(
        { tx, tenant: event.tenant },
        { id: certificateId, personId, validUntil: localDate(validUntil) },
      ),
    'certificate-expired': ({ certificateId }, event, tx) =>
      react.noteCertificateExpired({ tx, tenant: event.tenant }, certificateId),
  });
}
