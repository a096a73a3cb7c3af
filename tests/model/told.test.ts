import { RULE_KEYS, type RuleKey } from '@huiyin/calendar/rule-pack';
import { describe, expect, it } from 'vitest';
import type { ClockKind } from '../../services/assignment/src/domain/clock-fact.ts';
import type { ClockName } from '../../services/evaluation/src/domain/clock-fact.ts';
import { clockNobodyToldOf } from './told.ts';

/** Every kind of clock that a service can start. One that is new does not compile before it has its row. */
type Kind = RuleKey | ClockKind | ClockName['kind'] | 'talk_check';

type Owner = 'deputy' | 'desk' | 'office' | 'unit' | 'committee';

/** Which fact starts a clock, and who owes what it times. */
type Start = readonly [fact: `${string}/${string}`, owner: Owner];

/** A figure of the rule pack that is part of another clock, or that no clock runs by. */
const NO_CLOCK: readonly Start[] = [];

const STARTS: Readonly<Record<Kind, readonly Start[]>> = {
  pre_review_in_session: [['intake/pre-review-requested', 'desk']],
  pre_review: [['intake/pre-review-requested', 'desk']],
  register: [
    ['intake/suggestion-submitted', 'desk'],
    ['intake/suggestion-converted', 'desk'],
  ],
  not_admitted_notice: [['intake/suggestion-declined', 'desk']],
  session_assign: [['intake/suggestion-registered', 'desk']],
  inter_session_assign: [['intake/suggestion-registered', 'desk']],
  ack: [['assignment/assignment-made', 'unit']],
  deemed_accepted: [['assignment/assignment-acknowledged', 'unit']],
  return_request: NO_CLOCK,
  return_decision: [['assignment/assignment-return-requested', 'office']],
  coordination_meeting: [['assignment/coordination-requested', 'office']],
  coordination_result: [['assignment/coordination-requested', 'office']],
  dual_confirmation: [
    ['assignment/assignment-made', 'unit'],
    ['assignment/assignment-acknowledged', 'unit'],
  ],
  deputy_no_response: NO_CLOCK,
  plan: [
    ['assignment/plan-requested', 'unit'],
    ['assignment/suggestion-marked-key', 'unit'],
  ],
  on_site: [
    ['assignment/assignment-made', 'unit'],
    ['assignment/suggestion-classified', 'unit'],
    ['assignment/suggestion-marked-key', 'unit'],
  ],
  co_opinion: [['assignment/assignment-acknowledged', 'unit']],
  co_opinion_redo: [['assignment/co-opinion-sent-back', 'unit']],
  reply: [
    ['assignment/assignment-made', 'unit'],
    ['assignment/assignment-returned', 'office'],
    ['assignment/assignment-returned', 'desk'],
  ],
  extended_total: NO_CLOCK,
  extension_ask_before: NO_CLOCK,
  extension_decision: [['assignment/extension-requested', 'desk']],
  supplementary_reply: [['assignment/situation-changed', 'unit']],
  key_selection: [['assignment/suggestion-classified', 'desk']],
  feedback: [
    ['assignment/reply-delivered', 'deputy'],
    ['assignment/feedback-asked', 'deputy'],
  ],
  feedback_lapse_extra: [['evaluation/feedback-overdue', 'deputy']],
  rehandle_order: [['evaluation/suggestion-evaluated', 'desk']],
  rehandle_reply: [['evaluation/rehandling-ordered', 'unit']],
  joint_study: [['evaluation/suggestion-escalated', 'desk']],
  look_back: [['meeting/look-back-required', 'desk']],
  rectification: [['evaluation/rectification-ordered', 'unit']],
  rectification_acceptance: [['evaluation/rectification-submitted', 'deputy']],
  promise: [['evaluation/promise-opened', 'unit']],
  promise_progress: [
    ['evaluation/promise-opened', 'unit'],
    ['evaluation/promise-progressed', 'unit'],
  ],
  publish: NO_CLOCK,
  archive: [['evaluation/suggestion-closed', 'desk']],
  letter_answer: [['supervision/supervision-letter-sent', 'unit']],
  talk_hold: [['supervision/talk-called', 'desk']],
  talk_check: [['supervision/talk-held', 'desk']],
  work_package: [
    ['assignment/task-force-formed', 'unit'],
    ['assignment/work-package-added', 'unit'],
    ['assignment/work-package-amended', 'unit'],
  ],
  task_force_meeting: [
    ['assignment/task-force-formed', 'desk'],
    ['assignment/task-force-met', 'desk'],
  ],
};

/** What these facts say of people and units, all in one. */
const ABOUT = {
  ...{ unitId: 'u', unitIds: ['u'], workPackage: { unitId: 'u' }, overseerIds: ['c'], stage: 'joint-study' },
  ...{ deputyId: 'wang', deputy: { deputyId: 'wang', isLead: true } },
};

describe('a clock', () => {
  it.each(
    Object.entries(STARTS).flatMap(([kind, starts]) => starts.map((start) => [kind, ...start] as const)),
  )('of %s is told by %s to the %s', (kind, fact, owner) => {
    const [service = '', type = ''] = fact.split('/');
    const decidingOffice = owner === 'office' ? 'government-office' : 'congress-desk';
    const clock = { op: 'CLOCK_OP_START', kind, owner, unitId: owner === 'unit' ? 'u' : '' };
    const payload = { ...ABOUT, decidingOffice, clocks: [clock] };
    expect(clockNobodyToldOf(service, { type, payload })).toBeUndefined();
  });

  it('of every rule is in the table, and nobody is told by a fact that tells nobody', () => {
    expect(RULE_KEYS.filter((kind) => !(kind in STARTS))).toEqual([]);
    const clocks = [{ op: 'CLOCK_OP_START', kind: 'reply', owner: 'unit', unitId: 'u' }];
    expect(clockNobodyToldOf('assignment', { type: 'plan-filed', payload: { clocks } })).toBe(
      'assignment/plan-filed starts reply and does not tell the unit',
    );
  });
});
