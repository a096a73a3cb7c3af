export type ShareRole = 'lead' | 'co' | 'parallel' | 'reference';

export interface PlannedShare {
  readonly unitId: string;
  readonly role: ShareRole;
}

/** Roles in the order of their keys, 1 to 4. */
export const ROLES: readonly ShareRole[] = ['lead', 'co', 'parallel', 'reference'];

/** Units that the deputy wished for and that handle nothing (T8): why must be said. */
export function unheeded(
  shares: readonly PlannedShare[],
  wishedUnitIds: readonly string[],
): readonly string[] {
  const handling = shares.filter(({ role }) => role !== 'reference').map(({ unitId }) => unitId);
  return wishedUnitIds.filter((unitId) => !handling.includes(unitId));
}

/** What is wrong with the units of a suggestion, in words; '' when it can be handed over (代表法 51, T9). */
export function sharesFault(shares: readonly PlannedShare[]): string {
  const count = (role: ShareRole): number => shares.filter((share) => share.role === role).length;
  const leads = count('lead');
  const parallels = count('parallel');
  if (shares.length === 0) return '还没有选单位';
  if (leads > 1) return `主办只能有一个，现在有 ${leads} 个`;
  if (leads === 1 && parallels > 0) return '有了主办，就不能再分别办理：请改为协办，或者都改为分别办理';
  if (leads === 0 && parallels === 0) return '还缺主办单位，或者都改为分别办理';
  if (parallels === 1) return '分别办理至少要两个单位';
  if (parallels > 0 && count('co') > 0) return '分别办理时没有协办：请把协办改为分别办理或者参阅';
  return '';
}
