import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import {
  isSameSession,
  saveCongressSession as decide,
  type CongressSession,
} from '../domain/congress-session.ts';
import { refuseAct } from '../domain/rights.ts';
import type { DirectoryPorts } from './ports.ts';

/** Makes or changes a 届次; an empty id makes a new one. */
export function saveCongressSession(ports: DirectoryPorts) {
  return async (wanted: CongressSession, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuseAct(ctx, 'directory.manage-congress-sessions');
    if (refused !== undefined) return refused;
    const congressSessionId = wanted.congressSessionId === '' ? newId() : wanted.congressSessionId;
    return ports.uow.command(ctx, congressSessionId, async (tx, stream) => {
      const sameOrdinals = await ports.congressSessions.ofOrdinals(tx, ctx.tenant, wanted);
      const session = decide({ ...wanted, congressSessionId }, sameOrdinals);
      if (isRejection(session)) return session;
      const before = await ports.congressSessions.find(tx, ctx.tenant, congressSessionId);
      if (!isSameSession(before, session)) {
        await ports.congressSessions.save(tx, ctx.tenant, session);
        await stream.append(ports.publish({ type: 'congress-session-changed', session }));
      }
      return { id: congressSessionId };
    });
  };
}
