import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import { decideContact, type RecordContact } from '../domain/record-contact.ts';
import { shareOf } from '../domain/suggestion-case.ts';
import { changePart } from './change-case.ts';
import type { AssignmentPorts } from './ports.ts';

export type ContactToRecord = Omit<RecordContact, 'contactId'> & { readonly deputyIds: readonly string[] };

/** 沟通记录: what was said goes into the case file with the event, for those who read contact records (domain.md §3.2). */
export function recordContact(ports: AssignmentPorts) {
  return (request: ContactToRecord, ctx: CommandContext) =>
    changePart(ports, ctx, {
      partId: request.assignmentId,
      unknown: 'assignment-unknown',
      action: 'assignment.record-contact',
      share: () => request.assignmentId,
      decide: (suggestion, under) => {
        const contactId = newId();
        const events = decideContact(suggestion, { ...request, contactId }, under);
        if (isRejection(events)) return events;
        const round = shareOf(suggestion, request.assignmentId)?.round ?? 1;
        const { assignmentId, form, onDate, deputyIds, summary, outcome } = request;
        const contact = { id: contactId, assignmentId, round, form, onDate, deputyIds, summary, outcome };
        return { id: contactId, events, keep: (tx) => ports.papers.keepContact(tx, ctx.tenant, contact) };
      },
    });
}
