import type { Role } from '@huiyin/kernel/actor';

import { POLICY, type Action } from './actions.ts';
import { outlivesMandate } from './after-mandate.ts';
import type { PolicyRow, Trait } from './policy-row.ts';
import type { Relation, Subject } from './relation.ts';

/** What is acted on, as its owner describes it to the policy. */
export interface Resource {
  readonly tenant: string;
  /** How the subject stands to it, from `relationsTo`. */
  readonly relations: readonly Relation[];
  /** What it is, where rights depend on it. Absent: none of them. */
  readonly traits?: readonly Trait[];
}

/** `reason` is Chinese and safe to show. `because` tells another tenant's resource, to be answered as not found. */
export type Decision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly because: 'other-tenant' | 'role' | 'circumstance';
      readonly reason: string;
    };

/** Whether a subject may do something with a resource. Pure; denied unless a row of the policy allows it. */
export function can(subject: Subject, action: Action, resource: Resource): Decision {
  if (subject.tenant !== resource.tenant) {
    return { allowed: false, because: 'other-tenant', reason: '不属于本地区' };
  }
  const rows: readonly PolicyRow[] = POLICY[action];
  const ofRole = rows.filter((row) => isFor(row, subject, action));
  if (ofRole.some((row) => applies(row, resource))) return { allowed: true };
  if (ofRole.length === 0) {
    const roles = [...new Set(rows.flatMap((row) => row.roles))].map((role) => ROLE_NAMES[role]);
    return { allowed: false, because: 'role', reason: `此操作由${roles.join('、')}办理` };
  }
  return { allowed: false, because: 'circumstance', reason: '您与此事项的关系或其当前状态不允许此操作' };
}

/** A former deputy has what outlives a mandate, in own suggestions alone. */
function isFor(row: PolicyRow, { roles }: Subject, action: Action): boolean {
  if (row.roles.some((role) => roles.includes(role))) return true;
  const left = roles.includes('former-deputy') && row.relations !== undefined && outlivesMandate(action);
  return left && row.roles.includes('deputy');
}

function applies(row: PolicyRow, resource: Resource): boolean {
  const traits: readonly string[] = resource.traits ?? [];
  const relations: readonly string[] = resource.relations;
  const barring = [row.unless ?? []].flat();
  if (barring.some((each) => traits.includes(each) || relations.includes(each))) return false;
  if (row.when !== undefined && !traits.includes(row.when)) return false;
  return row.relations === undefined || row.relations.some((relation) => relations.includes(relation));
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  deputy: '代表',
  'congress-desk': '代表工委',
  'session-registrar': '大会秘书处议案组',
  'delegation-clerk': '代表团工作人员',
  committee: '专门委员会',
  council: '主任会议',
  'government-office': '政府办',
  'unit-head': '承办单位负责人',
  'unit-liaison': '承办单位联络员',
  'unit-clerk': '承办人',
  'pre-reviewer': '预审员',
  trainer: '培训管理员',
  'city-congress': '市人大代表工委',
  operator: '运行维护人员',
  administrator: '管理员',
  'former-deputy': '原代表',
};
