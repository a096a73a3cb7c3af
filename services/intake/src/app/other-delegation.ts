import { hasRole, type Actor } from '@huiyin/kernel/actor';
import type { Tx } from '@huiyin/kernel/tx';
import { refuseOtherDelegation, type Membership } from '../domain/mandate.ts';
import type { IntakeRejection } from '../domain/rejections.ts';
import type { IntakePorts } from './ports.ts';

/** Whether a clerk of a delegation may enter what this deputy leads; undefined: yes, as everybody else may. */
export async function refuseOtherDelegationOf(
  reference: IntakePorts['reference'],
  tx: Tx,
  { actor, lead }: { readonly actor: Actor; readonly lead: readonly Membership[] },
): Promise<IntakeRejection | undefined> {
  if (!hasRole(actor, 'delegation-clerk')) return undefined;
  const { personId } = actor;
  const memberships = await reference.memberships(tx, personId);
  return refuseOtherDelegation({ personId, memberships }, lead);
}
