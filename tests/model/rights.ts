import type { Actor, Role } from '@huiyin/kernel/actor';
import type { Rejection } from '@huiyin/kernel/rejection';
import { refuseAct, type AssignmentAction } from '../../services/assignment/src/domain/rights.ts';
import { shareOfPackage } from '../../services/assignment/src/domain/work-package.ts';
import type { SuggestionCase } from '../../services/assignment/src/domain/suggestion-case.ts';
import type { Command } from './command.ts';

export const TENANT = 'donghu';

export function actor(role: Role, personId: string, unitId?: string): Actor {
  const who = { accountId: `account-${personId}`, personId, roles: [role] };
  return unitId === undefined ? who : { ...who, unitId };
}

/** The right that assignment's shell asks for before it decides. */
export function refuseTry(of: {
  readonly command: Command;
  readonly one: SuggestionCase;
  readonly by: Actor;
}): Rejection | undefined {
  const { command, one, by } = of;
  const action = ACTIONS[command.kind] ?? 'assignment.read-case';
  return refuseAct({ tenant: TENANT, actor: by }, action, one, shareNamed(one, command));
}

const ACTIONS: Partial<Record<Command['kind'], AssignmentAction>> = {
  classify: 'assignment.classify',
  'assign-lead': 'assignment.assign',
  'assign-lead-co': 'assignment.assign',
  'assign-parallel': 'assignment.assign',
  'add-co': 'assignment.assign',
  acknowledge: 'assignment.acknowledge',
  'ask-return': 'assignment.request-return',
  'decide-return': 'assignment.decide-return',
  reassign: 'assignment.reassign',
  'ask-coordination': 'assignment.request-coordination',
  'close-coordination': 'assignment.close-coordination',
  plan: 'assignment.file-plan',
  contact: 'assignment.record-contact',
  'give-opinion': 'assignment.give-co-opinion',
  'send-opinion-back': 'assignment.send-back-co-opinion',
  'accept-opinion': 'assignment.send-back-co-opinion',
  'ask-extension': 'assignment.request-extension',
  'decide-extension': 'assignment.decide-extension',
  draft: 'assignment.draft-reply',
  issue: 'assignment.issue-reply',
  deliver: 'assignment.deliver-reply',
  change: 'assignment.record-situation-change',
  supplement: 'assignment.supplement-reply',
  'mark-key': 'assignment.mark-key',
  'move-rules': 'assignment.move-rules',
  'propose-key': 'assignment.classify',
  'form-force': 'assignment.form-task-force',
  'add-package': 'assignment.amend-task-force',
  'amend-package': 'assignment.amend-task-force',
  'complete-package': 'assignment.complete-work-package',
  attempt: 'assignment.record-contact',
  call: 'assignment.record-contact',
  'draft-opinion': 'assignment.draft-co-opinion',
  'report-difficulty': 'assignment.report-difficulty',
  'resolve-difficulty': 'assignment.report-difficulty',
  'record-talk': 'assignment.deliver-reply',
  'sign-talk': 'assignment.answer-face-to-face',
  'deny-talk': 'assignment.answer-face-to-face',
};

/** The share by which rights are judged; the lead judges opinions as a handler of the case. */
function shareNamed(one: SuggestionCase, { kind, share, item = '' }: Command): string {
  if (kind === 'complete-package') return shareOfPackage(one, item);
  if (kind === 'send-opinion-back' || kind === 'accept-opinion') return '';
  if (kind === 'close-coordination')
    return one.coordination.state === 'none' ? '' : one.coordination.assignmentId;
  return share ?? '';
}
