import { reject } from '@huiyin/kernel/rejection';
import { notYetKnown, type IntakeRejection } from './rejections.ts';

/** A person's role in this tenant, as directory last said. */
export interface Membership {
  readonly role: string;
  readonly active: boolean;
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
