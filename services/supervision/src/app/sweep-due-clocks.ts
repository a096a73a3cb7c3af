import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import type { DueCase, SupervisionPorts } from './ports.ts';
import { MAX_STEPS, settleCase } from './settle-case.ts';
import { settleCases, WaitsForReferences } from './settle-cases.ts';

/** Cases looked up at once. */
const PAGE = 400;
/** Most cases settled in one transaction: a person who acts on one of them waits for all. */
const BATCH = 50;
/** Transactions side by side: while the database works on one, the next is decided. */
const AT_ONCE = 3;
/** Cases that may fail in one round before the round is given up. */
const MAX_FAILED = 100;

/** One tenant's round, and how it has gone. */
interface Round {
  readonly ports: SupervisionPorts;
  readonly tenant: string;
  readonly now: Date;
  /** Cases settled in one transaction. */
  readonly batch: number;
  readonly failed: Map<string, unknown>;
  /** Steps of each case. */
  readonly steps: Map<string, number>;
}

/**
 * Fires whatever has become due in a tenant. Candidates are read without a lock, in an order that differs from replica
 * to replica; then those that nobody holds are locked by their streams and read again, some in one transaction. So the
 * lock order is the same as for commands and reactions, and the guarantee lies in the state under the lock and in the
 * unique firing key, not in who claims what.
 *
 * A round that loses the database settles half as many at a time when it comes again: a process so starved that the
 * server ends its silent transactions would otherwise try the same one for ever. A round that ends doubles them.
 */
export function sweepDueClocks(ports: SupervisionPorts, shuffled: <Item>(items: readonly Item[]) => Item[]) {
  let batch = BATCH;
  return async (tenant: string, now: Date): Promise<void> => {
    const round: Round = { ports, tenant, now, batch, failed: new Map(), steps: new Map() };
    try {
      await settleAll(round, shuffled);
    } catch (error) {
      batch = Math.ceil(batch / 2);
      throw error;
    }
    batch = Math.min(BATCH, batch * 2);
    const { failed } = round;
    if (failed.size === 0) return;
    throw new AggregateError(failed.values(), `${failed.size} cases of ${tenant} could not be settled`);
  };
}

async function settleAll(round: Round, shuffled: <Item>(items: readonly Item[]) => Item[]): Promise<void> {
  const { ports, tenant, now, failed } = round;
  while (failed.size <= MAX_FAILED) {
    const except = [...failed.keys()];
    const page = await ports.uow.read(tenant, (tx) =>
      ports.cases.due(tx, { tenant, now, limit: PAGE, except }),
    );
    if (page.length === 0) return;
    const taken = await settlePage(round, shuffled(page));
    // All of them are in other hands: when one comes free, what that hand did is done.
    if (taken === 0) await settleOneByOne(round, page.slice(0, 1));
  }
}

/** Answers how many cases were free. */
async function settlePage(round: Round, page: readonly DueCase[]): Promise<number> {
  const { batch: size } = round;
  const batches = Array.from({ length: Math.ceil(page.length / size) }, (_, index) =>
    page.slice(index * size, (index + 1) * size),
  );
  let taken = 0;
  const work = async (): Promise<void> => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
      taken += await settleBatch(round, batch);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return taken;
}

/** When the database is there and refuses the whole, each case is tried by itself, so that one does not keep the others back. */
async function settleBatch(round: Round, batch: readonly DueCase[]): Promise<number> {
  const { ports, tenant, now } = round;
  const ids = batch.map(({ caseId }) => caseId);
  try {
    const { taken, failed } = await settleCases(ports, tenant, ids, now);
    for (const [caseId, error] of failed) setAside(round, caseId, error);
    for (const caseId of taken) countStep(round, caseId);
    return taken.length;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    ports.log.warn({ err: error, tenant, cases: ids.length }, 'cases are settled one by one');
    await settleOneByOne(round, batch);
    return batch.length;
  }
}

/** A case that fails is set aside for this round; the others go on. */
async function settleOneByOne(round: Round, cases: readonly DueCase[]): Promise<void> {
  const { ports, tenant, now } = round;
  for (const { caseId, at } of cases) {
    try {
      const settled = await settleCase(ports, { tenant, caseId }, now, at);
      if (!settled) setAside(round, caseId, new WaitsForReferences(caseId));
    } catch (error) {
      setAside(round, caseId, error);
    }
  }
}

function setAside({ ports, tenant, failed }: Round, caseId: string, error: unknown): void {
  ports.log.warn({ err: error, tenant, caseId }, 'case could not be settled');
  failed.set(caseId, error);
}

function countStep(round: Round, caseId: string): void {
  const steps = (round.steps.get(caseId) ?? 0) + 1;
  round.steps.set(caseId, steps);
  if (steps > MAX_STEPS) setAside(round, caseId, new Error(`case ${caseId} does not come to rest`));
}
