import { reject } from '@huiyin/kernel/rejection';
import { notYetKnown, type IntakeRejection } from './rejections.ts';

/** A person's role in this tenant, as directory last said. */
export interface Membership {
  readonly role: string;
  readonly active: boolean;
  /** 所属代表团 of a deputy, or the one that a clerk serves; absent or empty for none. */
  readonly delegation?: string;
}

/** T2, T4: only deputies in office sign and submit. Undefined means they may. */
export function refuseOutOfOffice(
  personId: string,
  memberships: readonly Membership[],
): IntakeRejection | undefined {
  if (memberships.length === 0) return notYetKnown('directory', personId);
  const mandates = memberships.filter((membership) => membership.role === 'deputy');
  if (mandates.length === 0) {
    return reject('invalid', 'not-a-deputy', '此人不是本级人大代表', { detail: { personId } });
  }
  if (!mandates.some((mandate) => mandate.active)) {
    return reject('wrong-state', 'deputy-not-in-office', '该代表资格已终止', { detail: { personId } });
  }
  return undefined;
}

/** The delegation that a clerk serves; empty when directory names none. */
export function delegationServed(memberships: readonly Membership[]): string {
  return memberships.find(({ role, active }) => role === 'delegation-clerk' && active)?.delegation ?? '';
}

/** A clerk of a delegation enters forms led by its deputies alone; who co-signs may be of another one. */
export function refuseOtherDelegation(
  clerk: { readonly personId: string; readonly memberships: readonly Membership[] },
  lead: readonly Membership[],
): IntakeRejection | undefined {
  if (clerk.memberships.length === 0) return notYetKnown('directory', clerk.personId);
  const served = delegationServed(clerk.memberships);
  if (served === '') {
    return reject('forbidden', 'clerk-without-delegation', '您的账号没有登记所属代表团，请联系代表工委');
  }
  if (lead.some(({ role, active, delegation }) => role === 'deputy' && active && delegation === served)) {
    return undefined;
  }
  return reject('invalid', 'deputy-of-other-delegation', `只能录入${served}代表领衔的建议`, {
    field: 'leadDeputyId',
  });
}
