import type { DueCase, SupervisionPorts } from './ports.ts';
import { settleCase } from './settle-case.ts';

/** Cases looked up at once. */
const PAGE = 200;
/** Cases settled side by side; each needs one connection. */
const AT_ONCE = 4;
/** Cases that may fail in one round before the round is given up. */
const MAX_FAILED = 100;

/**
 * Fires whatever has become due in a tenant. Candidates are read without a lock, in an order that differs from replica
 * to replica; then each case is locked by its stream and read again. So the lock order is the same as for commands and
 * reactions, and the guarantee lies in the state under the lock and in the unique firing key, not in who claims what.
 */
export function sweepDueClocks(ports: SupervisionPorts, shuffled: <Item>(items: readonly Item[]) => Item[]) {
  return async (tenant: string, now: Date): Promise<void> => {
    const failed = new Map<string, unknown>();
    for (;;) {
      const except = [...failed.keys()];
      const page = await ports.uow.read(tenant, (tx) =>
        ports.cases.due(tx, { tenant, now, limit: PAGE, except }),
      );
      if (page.length === 0) break;
      await settleAll(ports, { tenant, now }, shuffled(page), failed);
      if (failed.size > MAX_FAILED) break;
    }
    if (failed.size === 0) return;
    throw new AggregateError(failed.values(), `${failed.size} cases of ${tenant} could not be settled`);
  };
}

/** A case that fails is set aside for this round; the others go on. */
async function settleAll(
  ports: SupervisionPorts,
  round: { tenant: string; now: Date },
  cases: DueCase[],
  failed: Map<string, unknown>,
): Promise<void> {
  const work = async (): Promise<void> => {
    for (let due = cases.pop(); due !== undefined; due = cases.pop()) {
      const { caseId } = due;
      try {
        const settled = await settleCase(ports, { tenant: round.tenant, caseId }, round.now, due.at);
        if (!settled) failed.set(caseId, new Error(`case ${caseId} waits for rule pack or calendar`));
      } catch (error) {
        ports.log.warn({ err: error, tenant: round.tenant, caseId }, 'case could not be settled');
        failed.set(caseId, error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
