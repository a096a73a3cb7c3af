import { z } from 'zod';

import { MAX_TERM, TERM_UNITS } from './term.ts';
import { ROLL_OVERS } from './due-date.ts';

/** The timed rules of a pack. A clock's kind is one of these keys. */
export const RULE_KEYS = [
  'pre_review_in_session',
  'pre_review',
  'register',
  'not_admitted_notice',
  'session_assign',
  'inter_session_assign',
  'ack',
  'deemed_accepted',
  'return_request',
  'return_decision',
  'coordination_meeting',
  'coordination_result',
  'dual_confirmation',
  'deputy_no_response',
  'plan',
  'on_site',
  'co_opinion',
  'co_opinion_redo',
  'reply',
  'extended_total',
  'extension_ask_before',
  'extension_decision',
  'supplementary_reply',
  'key_selection',
  'feedback',
  'feedback_lapse_extra',
  'rehandle_order',
  'rehandle_reply',
  'joint_study',
  'look_back',
  'rectification',
  'rectification_acceptance',
  'promise_progress',
  'publish',
  'archive',
  'letter_answer',
  'talk_hold',
] as const;

export type RuleKey = (typeof RULE_KEYS)[number];

/** The days a term counts from. */
export const RULE_STARTS = {
  request: '申请之日',
  submission: '提交之日',
  registration: '登记之日',
  session_close: '大会闭幕之日',
  assignment: '交办之日',
  receipt: '收到之日',
  second_invitation: '第二次邀请之日',
  dual_confirmation: '双方确认之日',
  sending_back: '退回重报之日',
  reply_due: '答复到期之日',
  change: '情况变化之日',
  reply_issued: '答复签发之日',
  reply_delivered: '答复送达之日',
  feedback_due: '反馈到期之日',
  evaluation: '评价之日',
  evaluated: '评价完成之日',
  rehandling_order: '重新办理通知之日',
  rectification_order: '整改通知之日',
  rectification_report: '整改报告之日',
  last_report: '上次报告之日',
  closed: '办结之日',
  letter: '督办函发出之日',
  talk_notice: '约谈通知之日',
} as const;

const text = z.string().min(1).max(200);
const count = z.int().min(0).max(MAX_TERM);
const share = z.number().min(0).max(1);
const startKeys = Object.keys(RULE_STARTS) as [keyof typeof RULE_STARTS];

const timedRule = z.strictObject({
  /** Chinese name, e.g. 答复期限. */
  name: text,
  n: count,
  unit: z.enum(TERM_UNITS),
  from: z.enum(startKeys),
  /** The article, or whose figure is borrowed (参照). */
  law: text,
  /** L: the figure stands in a law or regulation. D: a default without authority. */
  authority: z.enum(['L', 'D']),
});

/** One timed rule: term, start, source. Usable as a Term. */
export type TimedRule = z.infer<typeof timedRule>;

const params = z.strictObject({
  clock_start: z.enum(['assignment_date']),
  roll_over: z.enum(ROLL_OVERS),
  reassign_resets_clock: z.boolean(),
  /** Until which step deputies may withdraw 撤回. */
  withdrawal_until: z.enum(['reply_delivered', 'assignment_made']),
  /** Number patterns with {area} {term} {session} {year} {n:04}. */
  number: z.strictObject({ in_session: text, otherwise: text }),
  /** Returns 申退 granted per suggestion before it goes to coordination. */
  return_max: count,
  extension_max_times: count,
  /** Recorded invitations before 代表未回应 may be recorded. */
  no_response_invitations: count,
  on_site_required_for: z.array(z.enum(['general', 'complex', 'key'])),
  /** Workdays after delivery. */
  feedback_reminders_workdays: z.array(count).max(10),
  rehandle_auto_on: z.array(z.enum(['attitude_bad', 'result_bad'])),
  joint_study_after_rounds: count,
  look_back: z.strictObject({
    /** First and last calendar day after issue. */
    window_days: z.tuple([count, count]),
    /** Share of a tenant-year's replies. */
    sample: share,
    key: z.enum(['always', 'sample']),
  }),
  colour: z.strictObject({
    /** Shares count calendar days. */
    yellow_used: share,
    yellow_unconfirmed_used: share,
    yellow_left_workdays: count,
    red_left_workdays: count,
    co_opinion_yellow_left_workdays: count,
    co_opinion_red_late_workdays: count,
    promise_yellow_left_days: count,
    urge_head_after_weeks: count,
    talk_after_red_workdays: count,
  }),
  motion_cosigners: z.strictObject({ county_and_above: count, township: count }),
  satisfaction: z.array(text).max(10),
  result_classes: z.strictObject({ A: text, B: text, C: text, D: text }),
  classification: z.strictObject({
    scores: z.array(z.enum(['scope', 'difficulty', 'urgency'])),
    complex_if: z.strictObject({
      sum_at_least: count,
      and_any: z.array(z.enum(['units_at_least_3', 'difficulty_3'])),
    }),
  }),
  category_l1: z.array(text).min(1).max(50),
});

/** A rule pack 规则包: every number of the procedure with its source, valid for a tenant from an effective date on. */
export const rulePackSchema = z.strictObject({
  profile: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: text,
  rules: z.record(z.enum(RULE_KEYS), timedRule),
  params,
});

export type RulePack = z.infer<typeof rulePackSchema>;

/** Reads a pack from the JSON in `rule-pack-activated`. Throws a ZodError that lists every problem. */
export function parseRulePack(json: string): RulePack {
  return rulePackSchema.parse(JSON.parse(json));
}

/** The canonical JSON: keys in alphabetical order, no white space. Equal packs give equal text. */
export function canonicalRulePack(pack: RulePack): string {
  return JSON.stringify(pack, (_key, value: unknown) => (isRecord(value) ? sortedKeys(value) : value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
