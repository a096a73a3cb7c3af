import type { Role } from '@huiyin/kernel/actor';

import type { Relation } from './relation.ts';

/** What a resource is, as far as rights depend on it. */
export const TRAITS = [
  'in-session', // 大会期间 submitted during a congress session
  'pre-review-asked', // 已申请预审
  'assigned', // 已交办
  'replied', // 已答复
  'told-face-to-face', // 已记录当面答复: the unit says that it told deputies on the suggestion
  'evaluated', // 已评价
  'published', // 已公开
  'confidential-author', // 代表要求保密
  'draft-reading-recorded', // 查阅答复稿已留痕: by the asker, of these very words
  'ballot-closed', // 投票已结束
  'outside-case', // 不属于任何一件建议: a 交办会 about all that is handed over
] as const;

export type Trait = (typeof TRAITS)[number];

/**
 * One row of the policy: any of `roles` may, when standing in any of `relations` (absent: in none needed), when the
 * resource has the trait `when`, and unless it has the trait or the subject the relation `unless`, or any of them.
 */
export interface PolicyRow {
  readonly roles: readonly Role[];
  readonly relations?: readonly Relation[];
  readonly when?: Trait;
  readonly unless?: Trait | Relation | readonly (Trait | Relation)[];
}

/** A service's part of the policy: rows by action, the action named `<service>.<verb-phrase>`. */
export type ServicePolicy<Service extends string> = Readonly<
  Record<`${Service}.${string}`, readonly PolicyRow[]>
>;

/** 承办单位 people who may prepare work; what only the head signs names `unit-head` alone. */
export const UNIT_ROLES = ['unit-head', 'unit-liaison', 'unit-clerk'] as const satisfies readonly Role[];

/** Who handles it may not judge how it was handled, whatever else they are (domain.md §2.10, 5). */
export const OF_HANDLING_UNIT = ['lead-unit', 'co-unit'] as const satisfies readonly Relation[];

/** Deputies on a suggestion, merged ones included. */
export const OWN_DEPUTY = ['lead-deputy', 'cosigner', 'merged-deputy'] as const satisfies readonly Relation[];
