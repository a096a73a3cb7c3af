import { can } from '@huiyin/access/can';
import { relationsTo, type Subject } from '@huiyin/access/relation';
import type { CaseFile, NamedFile } from './case-file.ts';
import { circleOf, mayReadOf, readableGroups } from './visibility.ts';

/** Whether a reader may have a file because this names it: by the right to read what names it. */
export function mayReadNamed(file: CaseFile, reader: Subject, named: NamedFile): boolean {
  const { tenant } = reader;
  if (isOutsideCase(file)) {
    const relations = isInvited(file, reader) ? (['participant'] as const) : [];
    return can(reader, 'meeting.read', { tenant, relations }).allowed;
  }
  if (named.part === 'draft-reply') {
    const relations = circleOf(file, reader, { assignmentId: named.assignmentId });
    return can(reader, 'assignment.read-draft-reply', { tenant, relations }).allowed;
  }
  if (!named.draft) {
    const { part, assignmentId } = named;
    return readableGroups(file, reader).has(part) && mayReadOf(file, reader, part, assignmentId);
  }
  const { leadDeputyId, cosignerIds, invitedIds: invitedCosignerIds } = file;
  const relations = relationsTo({ leadDeputyId, cosignerIds, invitedCosignerIds }, reader);
  const traits = file.drafting === 'pre-review' ? (['pre-review-asked'] as const) : [];
  return can(reader, 'intake.read-draft', { tenant, relations, traits }).allowed;
}

/** Of a 交办会 that belongs to no case: every case has a lead deputy. */
function isOutsideCase({ leadDeputyId }: CaseFile): boolean {
  return leadDeputyId === '';
}

function isInvited({ meetings }: CaseFile, { personId }: Subject): boolean {
  return Object.values(meetings).some(({ participantIds }) => participantIds.includes(personId));
}
