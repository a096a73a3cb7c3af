import { ClockOp, type ClockFact } from '@huiyin/contracts/gen/common/v1/common';
import type { AssignmentMade } from '@huiyin/contracts/gen/assignment/v1/events';
import type { SuggestionEvaluated } from '@huiyin/contracts/gen/evaluation/v1/events';
import { reactTo, type SourceReaction } from '@huiyin/contracts/reactions';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { localDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { Fact } from '../domain/facts.ts';
import type { MeetingReactions } from '../app/use-cases.ts';

type Handler<Message> = (message: Message, event: EventEnvelope, tx: Tx, open: OpenAnother) => Promise<void>;

/** What meeting hears: how shares come and go, what was replied, evaluated and closed. */
export function meetingConsumers({ learnFact }: MeetingReactions): readonly SourceReaction[] {
  const learn =
    <Message extends { suggestionId: string }>(
      factOf: (message: Message, event: EventEnvelope) => Fact | undefined,
    ): Handler<Message> =>
    async (message, event, tx, open) => {
      const fact = factOf(message, event);
      if (fact === undefined) return;
      const { tenant, occurredAt: at } = event;
      await learnFact({ tx, open, tenant, suggestionId: message.suggestionId, at }, fact);
    };
  return [
    reactTo('intake', {
      'suggestion-absorbed': learn(({ childId, childLeadDeputyId, childCosignerIds }) => ({
        type: 'suggestion-absorbed',
        deputies: [
          { deputyId: childLeadDeputyId, suggestionId: childId, isLead: true },
          ...childCosignerIds.map((deputyId) => ({ deputyId, suggestionId: childId, isLead: false })),
        ],
      })),
      'lead-passed': learn(({ takenOn, fromDeputyId, leadDeputyId }) =>
        // Before registration the lead comes with the shares.
        takenOn === ''
          ? undefined
          : { type: 'lead-passed', fromDeputyId, leadDeputyId, on: localDate(takenOn) },
      ),
    }),
    reactTo('assignment', {
      'suggestion-classified': learn(({ clocks }) => onSiteChanged(clocks)),
      'suggestion-marked-key': learn(({ clocks }) => onSiteChanged(clocks)),
      'assignment-made': learn(shareMade),
      'assignment-acknowledged': learn(({ assignmentId, receiptOn }) => ({
        type: 'assignment-acknowledged',
        assignmentId,
        receiptOn: localDate(receiptOn),
      })),
      'assignment-succeeded': learn(({ assignmentId, unitId, endedAssignmentId: ended, ...fact }) => ({
        ...{ type: 'assignment-succeeded', assignmentId, unitId, ended },
        decidingOffice: oneOf(['government-office', 'congress-desk'], fact.decidingOffice),
      })),
      'confidant-named': learn(({ assignmentId, unitId, personId }) => ({
        ...{ type: 'confidant-named', assignmentId, unitId, personId },
      })),
      'rules-moved': learn(({ toVersion: version }) => ({ type: 'rules-moved', version })),
      'assignment-returned': learn(({ assignmentId }) => ({ type: 'share-left', assignmentId })),
      'plan-filed': learn(({ assignmentId }) => ({ type: 'plan-filed', assignmentId })),
      'reply-issued': learn(({ assignmentId, replyId, round, issuedOn, isKey }, event) => ({
        ...{ type: 'reply-issued', assignmentId, replyId, round, isKey },
        issuedOn: localDate(issuedOn),
        seed: event.hash,
      })),
      'case-ended': learn(() => ({ type: 'case-ended' })),
    }),
    reactTo('evaluation', {
      'rehandling-ordered': learn(({ assignmentId, round }) => ({
        ...{ type: 'rehandling-ordered', assignmentId, round },
      })),
      'suggestion-evaluated': learn(challenge),
      'suggestion-closed': learn(() => ({ type: 'suggestion-closed' })),
      'suggestion-reopened': learn(() => ({ type: 'suggestion-reopened' })),
    }),
  ];
}

function shareMade(made: AssignmentMade): Fact {
  const { assignmentId, unitId, owed, onSiteRequired, rulePackVersion } = made;
  const { authorConfidential, overseerIds, number, title } = made;
  return {
    ...{ type: 'assignment-made', assignmentId, unitId, owed, onSiteRequired, rulePackVersion },
    ...{ authorConfidential, overseerIds, number, title },
    replaces: made.replacesAssignmentId,
    role: oneOf(['lead', 'co', 'parallel', 'reference'], made.role),
    decidingOffice: oneOf(['government-office', 'congress-desk'], made.decidingOffice),
    assignedOn: localDate(made.assignedOn),
  };
}

/** Assignment says by its clocks which shares now need an on-site meeting and which no longer. */
function onSiteChanged(clocks: readonly ClockFact[]): Fact | undefined {
  const subjects = (op: ClockOp): string[] =>
    clocks.filter((clock) => clock.kind === 'on_site' && clock.op === op).map((clock) => clock.subject);
  const requiredFor = subjects(ClockOp.CLOCK_OP_START);
  const optionalFor = subjects(ClockOp.CLOCK_OP_CANCEL);
  return requiredFor.length + optionalFor.length === 0
    ? undefined
    : { type: 'on-site-changed', requiredFor, optionalFor };
}

/**
 * The deputy says that a class A is none. With a 不满意 the share is handled again, so that this reply needs no look.
 */
function challenge(evaluated: SuggestionEvaluated): Fact | undefined {
  const { assignmentId, round, classOpinion, resultClass, attitude, result } = evaluated;
  if (classOpinion !== 'disagreed' || resultClass !== 'A') return undefined;
  if (attitude === 'dissatisfied' || result === 'dissatisfied') return undefined;
  return { type: 'class-challenged', assignmentId, round };
}

/** A word of a closed list; another one is a broken event and belongs among the dead letters. */
function oneOf<const Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new Error(`unknown word in an event: ${JSON.stringify(word)}`);
  return found;
}
