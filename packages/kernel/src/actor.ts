/** The closed list of roles; the Chinese terms stand in docs/glossary.md. */
export const ROLES = [
  'deputy', // 代表
  'congress-desk', // 代表工委
  'session-registrar', // 大会秘书处议案组登记员
  'delegation-clerk', // 代表团工作人员
  'committee', // 专门委员会
  'council', // 主任会议
  'government-office', // 政府办/督查室
  'unit-head', // 承办单位主要负责人
  'unit-liaison', // 联络员
  'unit-clerk', // 承办人
  'pre-reviewer', // 预审员
  'trainer', // 培训管理员
  'city-congress', // 市人大代表工委(看各区)
  'operator', // 运行维护
  'administrator', // 租户管理员
  'former-deputy', // 原代表: no role that is given, but what is left of a mandate that ended
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts: one person in one membership. `unitId` is the handling unit for unit roles, else absent. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly unitId?: string;
}

/** Services and sweeps act as `system`; the name of the service stands in `accountId`. */
export function systemActor(service: string): Actor {
  return { accountId: service, personId: 'system', roles: [] };
}

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Speaks for the suggestions this person signed: in office, or still answered and asked after it (SH19). */
export function speaksAsDeputy(actor: Actor): boolean {
  return hasRole(actor, 'deputy', 'former-deputy');
}
