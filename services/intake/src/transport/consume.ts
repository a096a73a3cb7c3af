import { reactTo, type SourceReaction } from '@huiyin/contracts/reactions';
import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { ForeignFact } from '../app/foreign-fact.ts';
import type { IntakeReactions } from '../app/use-cases.ts';

/** What intake hears: how far assignment has come, what was withdrawn and closed, who left office. */
export function intakeConsumers(react: IntakeReactions): readonly SourceReaction[] {
  return [
    reactTo('assignment', {
      'assignment-made': ({ suggestionId, unitId, decidingOffice }, event, tx, open) =>
        react.noteHandlingProgress(factOf(suggestionId, event, tx, open), {
          type: 'assignment-made',
          unitId,
          office: decidingOffice === 'government-office' ? decidingOffice : 'congress-desk',
        }),
      'assignment-succeeded': ({ suggestionId, fromUnitId, unitId }, event, tx, open) =>
        react.noteUnitSucceeded(factOf(suggestionId, event, tx, open), { fromUnitId, unitId }),
      'assignment-returned': ({ suggestionId, unitId }, event, tx, open) =>
        react.noteShareHandedBack(factOf(suggestionId, event, tx, open), unitId),
      'confidant-named': ({ suggestionId, assignmentId, unitId, personId }, event, tx, open) =>
        react.noteConfidantNamed(factOf(suggestionId, event, tx, open), { assignmentId, unitId, personId }),
      'rules-moved': ({ suggestionId, toVersion }, event, tx, open) =>
        react.noteMovedRules(factOf(suggestionId, event, tx, open), toVersion),
      'reply-issued': ({ suggestionId }, event, tx, open) =>
        react.noteHandlingProgress(factOf(suggestionId, event, tx, open), { type: 'reply-issued' }),
      'reply-delivered': async ({ suggestionId, allDelivered }, event, tx, open) => {
        if (!allDelivered) return;
        const where = factOf(suggestionId, event, tx, open);
        await react.noteHandlingProgress(where, { type: 'all-replies-delivered' });
      },
      'case-ended': ({ suggestionId }, event, tx, open) =>
        react.completeWithdrawal(factOf(suggestionId, event, tx, open)),
      'withdrawal-refused': ({ suggestionId }, event, tx, open) =>
        react.noteRefusedWithdrawal(factOf(suggestionId, event, tx, open)),
    }),
    reactTo('evaluation', {
      'suggestion-closed': ({ suggestionId }, event, tx, open) =>
        react.noteClosedCase(factOf(suggestionId, event, tx, open), true),
      'suggestion-reopened': ({ suggestionId }, event, tx, open) =>
        react.noteClosedCase(factOf(suggestionId, event, tx, open), false),
    }),
    reactTo('directory', {
      'mandate-ended': ({ personId }, event, tx, open) =>
        react.reactToEndedMandate({
          tx,
          open,
          tenant: event.tenant,
          deputyId: personId,
          at: event.occurredAt,
        }),
    }),
  ];
}

function factOf(suggestionId: string, event: EventEnvelope, tx: Tx, open: OpenAnother): ForeignFact {
  return { tx, open, tenant: event.tenant, suggestionId, at: event.occurredAt };
}
