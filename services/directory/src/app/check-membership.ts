import type { QueryContext } from '@huiyin/kernel/command-context';
import type { DirectoryPorts } from './ports.ts';

/** Whether the caller still is what the token says: the membership is in force, or the mandate it is the rest of ended. */
export function checkMembership(ports: Pick<DirectoryPorts, 'uow' | 'accounts'>) {
  return async (_request: object, { tenant, actor }: QueryContext): Promise<boolean> => {
    const { personId, roles, unitId = '' } = actor;
    const memberships = await ports.uow.read(tenant, (tx) => ports.accounts.memberships(tx, personId));
    return roles.every((role) =>
      memberships.some((each) => each.tenant === tenant && each.role === role && each.unitId === unitId),
    );
  };
}
