import type { QueryContext } from '@huiyin/kernel/command-context';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { refuseAct } from '../domain/rights.ts';
import type { DirectoryPorts } from './ports.ts';

const MAX_PEOPLE = 500;

/** Names for ids of this tenant. Whoever holds an id may know the name: confidential authors are masked as ids. */
export function resolvePeople(ports: DirectoryPorts) {
  return async (
    request: { personIds: readonly string[] },
    ctx: QueryContext,
  ): Promise<readonly { readonly personId: string; readonly name: string }[] | Rejection> => {
    const refused = refuseAct(ctx, 'directory.read');
    if (refused !== undefined) return refused;
    if (request.personIds.length > MAX_PEOPLE) {
      return reject('invalid', 'too-many-items', `一次不能超过${MAX_PEOPLE}人`, { field: 'personIds' });
    }
    return ports.uow.read(ctx.tenant, (tx) => ports.people.names(tx, ctx.tenant, request.personIds));
  };
}
