import { RULE_KEYS, type RuleKey } from '@huiyin/calendar/rule-pack';

import { DISSATISFACTION } from './case-history.ts';
import type { ClockKey, Owner } from './fact.ts';

/**
 * What a kind of clock asks for, hence which colour rules watch it.
 * - reply: the answer the law demands (代表法51)
 * - co-opinion: 协办意见
 * - promise, rectification: 承诺, 整改
 * - right: a period in which somebody may act; letting it pass is no delay and never warns
 * - step: any other step of the procedure
 */
export type ClockGroup =
  'reply' | 'co-opinion' | 'promise' | 'rectification' | 'dissatisfaction' | 'right' | 'step';

export interface ClockKind {
  readonly group: ClockGroup;
  readonly name: string;
  /** What the owner does next. */
  readonly nextAction: string;
  /** From when its term counts, and why so long, where the rule pack has no rule of that name. */
  readonly startEvent?: string;
  readonly basis?: string;
}

const KINDS: Readonly<Record<string, ClockKind>> = {
  pre_review_in_session: step('预审答复（会议期间）', '预审员答复预审意见'),
  pre_review: step('预审答复', '预审员答复预审意见'),
  register: step('登记', '登记编号或者退回、告知不予受理'),
  not_admitted_notice: step('不作为建议处理的告知', '告知代表不作为建议处理的理由'),
  session_assign: step('会议期间建议交办', '确定承办单位并交办'),
  inter_session_assign: step('闭会期间建议交办', '确定承办单位并交办'),
  ack: step('签收', '联络员签收，或者依法申退'),
  deemed_accepted: right('视为接受', '期满未申退即视为接受'),
  return_request: right('申退', '不属于本单位职责的，在期限内申退'),
  return_decision: step('申退决定', '对申退作出决定'),
  coordination_meeting: step('协调会', '召开协调会'),
  coordination_result: step('协调结果', '作出协调决定，明确承办单位'),
  dual_confirmation: step('双确认', '与代表面商，双方在系统中确认'),
  deputy_no_response: right('代表未回应', '期满后由代表工委记录代表未回应'),
  plan: step('办理方案', '提交办理方案，重点建议须齐备五个一'),
  on_site: step('现场会', '召开现场会并记录'),
  co_opinion: { group: 'co-opinion', name: '协办意见', nextAction: '向主办单位出具协办意见' },
  co_opinion_redo: { group: 'co-opinion', name: '重报协办意见', nextAction: '按退回意见重新出具协办意见' },
  reply: { group: 'reply', name: '答复', nextAction: '完成答复，由主要负责人签发并送达代表' },
  rehandle_reply: {
    group: 'reply',
    name: '重新办理答复',
    nextAction: '再次听取代表意见，完成新的答复并送达',
  },
  extension_decision: step('延期决定', '对延期申请作出决定'),
  supplementary_reply: step('补充答复', '向代表补充答复'),
  key_selection: step('重点建议确定', '提请主任会议确定重点建议'),
  feedback: right('代表反馈', '代表填写征询意见表'),
  feedback_lapse_extra: right('反馈宽限', '代表填写征询意见表'),
  rehandle_order: step('重新办理通知', '决定是否重新办理，并督促单位'),
  joint_study: step('专题研究', '召开专题研究会'),
  look_back: step('回头看', '组织代表现场回头看并作出评价'),
  rectification: { group: 'rectification', name: '整改', nextAction: '完成整改并提交整改报告' },
  rectification_acceptance: step('整改验收', '对整改报告作出验收意见'),
  promise: { group: 'promise', name: '承诺事项', nextAction: '兑现承诺并报告结果' },
  promise_progress: step('承诺进展报告', '报告承诺事项进展'),
  publish: step('公开', '完成公开审查'),
  archive: step('归档', '补齐材料并归档'),
  letter_answer: step('督办函答复', '书面答复督办函'),
  talk_hold: step('约谈', '按期进行约谈'),
  work_package: { ...step('专班工作包', '完成工作包并报告结果'), startEvent: '交给本单位之日' },
  task_force_meeting: {
    ...step('专班会议', '召开专班会议并记录'),
    startEvent: '专班成立或者上次会议之日',
    basis: '专班会议每月至少一次：本规则未见法条，为默认值',
  },
  talk_check: step('约谈复查', '复查承诺落实情况'),
  [DISSATISFACTION]: { group: 'dissatisfaction', name: '不满意未解决', nextAction: '重新办理，再次答复代表' },
};

function step(name: string, nextAction: string): ClockKind {
  return { group: 'step', name, nextAction };
}

function right(name: string, nextAction: string): ClockKind {
  return { group: 'right', name, nextAction };
}

/** What is known of a kind. One that a newer release of an owner brings is watched as a step. */
export function clockKind(kind: string): ClockKind {
  return KINDS[kind] ?? step(kind, '完成此步骤');
}

/** What the owner of a clock does next: on a 不满意 代表工委 does by round what the unit cannot do yet. */
export function nextActionOf(key: ClockKey, owner: Owner): string {
  if (key.kind !== DISSATISFACTION || owner.kind !== 'desk') return clockKind(key.kind).nextAction;
  if (key.round === 1) return '决定是否重新办理';
  return key.round === 2 ? '组织专题研究' : '提请主任会议决定';
}

/** The kinds of which it is known what their owner does next. */
export const KNOWN_KINDS: readonly string[] = Object.keys(KINDS);

/** Whether the rule pack has a rule of that name, so that its law can be quoted. */
export function isRuleKey(kind: string): kind is RuleKey {
  return (RULE_KEYS as readonly string[]).includes(kind);
}
