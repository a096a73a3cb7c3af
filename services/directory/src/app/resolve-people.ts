import type { QueryContext } from '@huiyin/kernel/command-context';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { isService, refuseAct } from '../domain/rights.ts';
import type { DirectoryPorts, NamedPerson } from './ports.ts';

const MAX_PEOPLE = 500;

/**
 * Names for ids of this tenant. Whoever holds an id may know the name: confidential authors are masked as ids. Phones
 * and card numbers are told to services alone, which show them by their own policy.
 */
export function resolvePeople(ports: DirectoryPorts) {
  return async (
    request: { personIds: readonly string[] },
    ctx: QueryContext,
  ): Promise<readonly NamedPerson[] | Rejection> => {
    const refused = refuseAct(ctx, 'directory.read');
    if (refused !== undefined) return refused;
    if (request.personIds.length > MAX_PEOPLE) {
      return reject('invalid', 'too-many-items', `一次不能超过${MAX_PEOPLE}人`, { field: 'personIds' });
    }
    const people = await ports.uow.read(ctx.tenant, (tx) =>
      ports.people.names(tx, ctx.tenant, request.personIds),
    );
    return isService(ctx.actor) ? people : people.map((person) => ({ ...person, phone: '', cardNumber: '' }));
  };
}
