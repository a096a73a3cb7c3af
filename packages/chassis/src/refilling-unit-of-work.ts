import { SERVICES, type ServiceName } from '@huiyin/contracts/services';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import type { Refill } from './refill.ts';

/**
 * A path to the data that, when a guard or a read misses a foreign fact, asks the fact's owner once, outside the
 * transaction, and tries again. Still unknown, or the owner away: the refusal stands and the client may come back.
 */
export function refillingUnitOfWork(uow: UnitOfWork, refill: Refill): UnitOfWork {
  return {
    ...uow,
    command: (ctx, streamId, work) => twice(ctx.tenant, () => uow.command(ctx, streamId, work)),
    read: (tenant, work) => twice(tenant, () => uow.read(tenant, work)),
  };

  async function twice<Answer>(tenant: string, attempt: () => Promise<Answer>): Promise<Answer> {
    const first = await attempt();
    const missing = missingFact(first);
    if (missing === undefined) return first;
    const answered = await pullIfReachable(refill, missing.owner, tenant, missing.stream);
    // Also when nothing was pulled: the broker may have brought the fact in the meantime.
    return answered ? attempt() : first;
  }
}

function missingFact(answer: unknown): { owner: ServiceName; stream: string } | undefined {
  if (!isRejection(answer) || answer.kind !== 'not-yet-known') return undefined;
  const { owner, stream } = (answer as Rejection).detail ?? {};
  const known = SERVICES.find((service) => service === owner);
  return known === undefined || typeof stream !== 'string' ? undefined : { owner: known, stream };
}

async function pullIfReachable(
  refill: Refill,
  owner: ServiceName,
  tenant: string,
  stream: string,
): Promise<boolean> {
  try {
    await refill.pull(owner, tenant, stream);
    return true;
  } catch (error) {
    if (error instanceof RpcUnavailable) return false;
    throw error;
  }
}
