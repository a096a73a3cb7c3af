import type { AssignmentMade, ReplyDelivered, ReplyIssued } from '@huiyin/contracts/gen/assignment/v1/events';
import type { MeetingHeld } from '@huiyin/contracts/gen/meeting/v1/events';
import type { ClockMissed } from '@huiyin/contracts/gen/supervision/v1/events';
import { reactTo, type SourceReaction } from '@huiyin/contracts/reactions';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { localDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { Fact } from '../domain/facts.ts';
import type { PromiseMade } from '../domain/reply.ts';
import type { EvaluationReactions } from '../app/use-cases.ts';

type Handler<Message> = (message: Message, event: EventEnvelope, tx: Tx, open: OpenAnother) => Promise<void>;

/** What evaluation hears: replies and their delivery, look-backs, joint studies, and the end of feedback terms. */
export function evaluationConsumers({ learnFact }: EvaluationReactions): readonly SourceReaction[] {
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
      'lead-passed': learn(({ takenOn, leadDeputyId }) =>
        // Before registration the lead comes with the shares.
        takenOn === '' ? undefined : { type: 'lead-passed', leadDeputyId },
      ),
    }),
    reactTo('assignment', {
      'assignment-made': learn(shareMade),
      'assignment-succeeded': learn(({ assignmentId, unitId, endedAssignmentId: ended, ...fact }) => ({
        ...{ type: 'assignment-succeeded', assignmentId, unitId, ended },
        decidingOffice: oneOf(['government-office', 'congress-desk'], fact.decidingOffice),
      })),
      'confidant-named': learn(({ assignmentId, unitId, personId }) => ({
        ...{ type: 'confidant-named', assignmentId, unitId, personId },
      })),
      'rules-moved': learn(({ toVersion: version }) => ({ type: 'rules-moved', version })),
      'assignment-returned': learn(({ assignmentId }) => ({ type: 'share-handed-back', assignmentId })),
      'reply-issued': learn(replyIssued),
      'reply-delivered': learn(replyDelivered),
      'feedback-asked': learn(({ askedOn, ...fact }) => replyDelivered({ ...fact, deliveredOn: askedOn })),
      'reply-supplemented': learn(({ replyId, resultClass, promises }) => ({
        ...{ type: 'reply-supplemented', replyId, resultClass, promises: promises.map(promiseMade) },
      })),
      'case-ended': learn(() => ({ type: 'case-ended' })),
    }),
    reactTo('meeting', {
      'look-back-required': learn(({ replyId }) => ({ type: 'look-back-required', replyId })),
      'look-back-waived': learn(({ replyId }) => ({ type: 'look-back-waived', replyId })),
      'look-back-superseded': learn(({ replyId }) => ({ type: 'look-back-superseded', replyId })),
      'look-back-judged': learn(({ replyId, assignmentId, gaps, ...judged }) => ({
        ...{ type: 'look-back-judged', replyId, assignmentId, gaps },
        verdict: oneOf(['met', 'unmet'], judged.verdict),
      })),
      'meeting-held': learn(jointStudyHeld),
    }),
    reactTo('supervision', {
      'clock-missed': learn(feedbackMissed),
    }),
  ];
}

function shareMade(made: AssignmentMade, event: EventEnvelope): Fact {
  const { assignmentId, unitId, owed, liaisonUntrained, rulePackVersion } = made;
  const { authorConfidential, overseerIds, number, title } = made;
  return {
    ...{ type: 'assignment-made', assignmentId, unitId, owed, liaisonUntrained, rulePackVersion },
    ...{ authorConfidential, overseerIds, number, title },
    replaces: made.replacesAssignmentId,
    role: oneOf(['lead', 'co', 'parallel', 'reference'], made.role),
    decidingOffice: oneOf(['government-office', 'congress-desk'], made.decidingOffice),
    sourceEventId: event.id,
  };
}

function replyIssued({
  replyId,
  assignmentId,
  unitId,
  round,
  resultClass,
  owed,
  promises,
}: ReplyIssued): Fact {
  const reply = { replyId, assignmentId, unitId, round, resultClass, owed };
  return { type: 'reply-issued', ...reply, promises: promises.map(promiseMade) };
}

/** What asks a deputy: the reply's delivery, or taking the lead with the reply already at hand. */
type Delivered = Pick<
  ReplyDelivered,
  'suggestionId' | 'assignmentId' | 'replyId' | 'round' | 'deputy' | 'deliveredOn' | 'clocks'
>;

function replyDelivered({ assignmentId, replyId, round, deputy, deliveredOn, clocks }: Delivered): Fact {
  if (deputy === undefined) throw new Error('a reply was delivered to nobody');
  return {
    ...{ type: 'reply-delivered', assignmentId, replyId, round, deputy },
    deliveredOn: localDate(deliveredOn),
    clockSubject: clocks.find((clock) => clock.kind === 'feedback')?.subject ?? '',
  };
}

function promiseMade({
  promiseId,
  text,
  dueOn,
}: {
  promiseId: string;
  text: string;
  dueOn: string;
}): PromiseMade {
  return { promiseId, text, dueOn: localDate(dueOn) };
}

/** Only joint studies decide anything here; a corrected record tells the same again. */
function jointStudyHeld({ kind, assignmentId, heldOn }: MeetingHeld): Fact | undefined {
  return kind === 'joint-study'
    ? { type: 'joint-study-held', assignmentId, heldOn: localDate(heldOn) }
    : undefined;
}

function feedbackMissed({ kind, subject, round, dueDate }: ClockMissed): Fact | undefined {
  if (kind !== 'feedback' && kind !== 'feedback_lapse_extra') return undefined;
  return { type: 'feedback-term-missed', kind, subject, round, dueOn: localDate(dueDate) };
}

/** A word of a closed list; another one is a broken event and belongs among the dead letters. */
function oneOf<const Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new Error(`unknown word in an event: ${JSON.stringify(word)}`);
  return found;
}
