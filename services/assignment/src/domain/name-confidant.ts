import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Decision } from './events.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import { shareInCourse } from './share-guards.ts';
import { isActive, owesReply } from './share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

export interface NameConfidant {
  readonly assignmentId: string;
  readonly personId: string;
  /** Needed when somebody is named already. */
  readonly reason: string;
}

/** 知情人 (SD11): one person of a unit that owes a reply may know a confidential author; a change needs a reason. */
export function decideConfidant(
  suggestion: SuggestionCase,
  { assignmentId, personId, reason }: NameConfidant,
  known: { readonly unitPeople: ReadonlySet<string>; readonly on: LocalDate },
): Decision | AssignmentRejection {
  const share = shareInCourse(suggestion, assignmentId);
  if ('rejected' in share) return share;
  if (!suggestion.authorConfidential) {
    return refuse('wrong-state', 'author-not-confidential', '代表没有要求保密，无须指定知情人');
  }
  if (!isActive(share) || !owesReply(share)) {
    return refuse('wrong-state', 'not-a-handling-share', '只为主办、分别办理单位指定知情人');
  }
  if (!known.unitPeople.has(personId)) {
    return refuse('invalid', 'confidant-outside-unit', '知情人须是该承办单位的在职人员', {
      field: 'personId',
    });
  }
  const { unitId, confidant } = share;
  const before = confidant?.unitId === unitId ? confidant.personId : '';
  if (before === personId) return refuse('wrong-state', 'confidant-unchanged', '此人已是知情人');
  if (before !== '' && reason === '') {
    return refuse('invalid', 'confidant-reason-missing', '更换知情人须说明理由', { field: 'reason' });
  }
  const ids = { suggestionId: suggestion.id, assignmentId: share.id, unitId };
  const payload = { ...ids, personId, replacesPersonId: before, namedOn: known.on };
  return [{ type: 'confidant-named', payload, ...(reason === '' ? {} : { reason }) }];
}
