import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { mayReadLogins, mayReadPhones, refuseAct } from '../domain/rights.ts';
import type { DirectoryPorts, ListedPerson, Page } from './ports.ts';

/** The tenant's people by role, unit and name; phones, card numbers and logins only for those who keep them. */
export function listPeople(ports: DirectoryPorts) {
  return async (
    request: { role: string; unitId: string; nameContains: string } & Page,
    ctx: QueryContext,
  ): Promise<readonly ListedPerson[] | Rejection> => {
    // Deputies look for co-signers: the list of deputies is public, everybody else's is not.
    const refused =
      request.role === 'deputy' ? refuseAct(ctx, 'directory.read') : refuseAct(ctx, 'directory.read-people');
    if (refused !== undefined) return refused;
    const people = await ports.uow.read(ctx.tenant, (tx) => ports.people.list(tx, ctx.tenant, request));
    const hidden = {
      ...(mayReadPhones(ctx) ? {} : { phone: '', cardNumber: '' }),
      ...(mayReadLogins(ctx) ? {} : { login: '' }),
    };
    return people.map((person) => ({ ...person, ...hidden }));
  };
}
