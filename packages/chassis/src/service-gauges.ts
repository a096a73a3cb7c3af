import { observe, type OwnGauge, type Reading } from '@huiyin/metrics/instruments';
import { observeProcess } from '@huiyin/metrics/observe-process';
import type { DatabaseStatus } from '@huiyin/postgres/status';
import type { TenantGauge } from './service.ts';

export interface GaugeParts {
  readonly gauges: readonly TenantGauge[];
  /** From its database: what is unpublished, unsealed, dead. */
  readonly status: () => Promise<DatabaseStatus>;
  /** From the broker: what is not handled yet. */
  readonly backlogs: () => Promise<readonly { source: string; pending: number; ackPending: number }[]>;
  /** Undefined before the first complete round; absent in a service without sweeps. */
  readonly sweptUntil: (() => Date | undefined) | undefined;
  readonly tenants: () => Promise<readonly string[]>;
  /** Business time. */
  readonly now: () => Promise<Date>;
  /** False once the service is stopping: its database answers no longer. */
  readonly isRunning: () => boolean;
  readonly onError: (error: unknown) => void;
}

/**
 * Tells the state of a service whenever metrics are sent. What comes from the database and what comes from the broker are
 * read apart: an outbox grows just when the broker is away. One look into the database serves all its gauges of a round.
 */
export function observeService(parts: GaugeParts): void {
  const { onError, isRunning } = parts;
  const told = (name: OwnGauge, read: () => Promise<readonly Reading[]>): void =>
    observe(name, async () => (isRunning() ? read() : []), onError);
  const status = sharedFor(ROUND_MS, parts.status);
  const ofStatus = (name: OwnGauge, key: keyof DatabaseStatus): void =>
    told(name, async () => [{ value: (await status())[key] }]);

  ofStatus('huiyin.outbox.unpublished', 'outboxUnpublished');
  ofStatus('huiyin.outbox.age', 'outboxOldestSeconds');
  ofStatus('huiyin.dead_letters', 'deadLetters');
  ofStatus('huiyin.audit.unsealed', 'eventsUnsealed');
  told('huiyin.consumer.pending', async () =>
    (await parts.backlogs()).map(({ source, pending, ackPending }) => ({
      value: pending + ackPending,
      attributes: { source },
    })),
  );
  const { sweptUntil } = parts;
  if (sweptUntil !== undefined) told('huiyin.sweep.lag', sweepLag(parts.now, sweptUntil));
  for (const gauge of parts.gauges) told(gauge.name, () => readGauge(parts, gauge));
  observeProcess(onError);
}

/** A process whose sweeps have never come through is behind since it was first asked. */
function sweepLag(
  now: () => Promise<Date>,
  sweptUntil: () => Date | undefined,
): () => Promise<readonly Reading[]> {
  let firstAsked: Date | undefined;
  return async () => {
    const at = await now();
    firstAsked ??= at;
    return [{ value: Math.max(0, (at.getTime() - (sweptUntil() ?? firstAsked).getTime()) / 1000) }];
  };
}

async function readGauge(parts: GaugeParts, { read, across }: TenantGauge): Promise<readonly Reading[]> {
  const now = await parts.now();
  const values: number[] = [];
  // One tenant after the other: readers share these connections.
  for (const tenant of await parts.tenants()) values.push(await read(tenant, now));
  const sum = values.reduce((total, value) => total + value, 0);
  return [{ value: across === 'sum' ? sum : Math.max(0, ...values) }];
}

/** All gauges of a round are read within a moment of each other. */
const ROUND_MS = 1_000;

/** Asks at most once in `ms`; whoever asks meanwhile gets the same answer. */
function sharedFor<Answer>(ms: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: { readonly at: number; readonly answer: Promise<Answer> } | undefined;
  return () => {
    const at = performance.now();
    if (asked === undefined || at - asked.at > ms) asked = { at, answer: ask() };
    return asked.answer;
  };
}
