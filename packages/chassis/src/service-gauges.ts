import type { ServiceName } from '@huiyin/contracts/services';
import { observe, type OwnGauge, type Reading } from '@huiyin/metrics/instruments';
import { observeProcess } from '@huiyin/metrics/observe-process';
import type { GetStatusResponse } from '@huiyin/contracts/gen/operations/v1/operations';
import type { TenantGauge } from './service.ts';

export interface GaugeParts {
  readonly service: ServiceName;
  readonly gauges: readonly TenantGauge[];
  /** What operators are told of this service. */
  readonly status: () => Promise<GetStatusResponse>;
  readonly tenants: () => Promise<readonly string[]>;
  /** Business time. */
  readonly now: () => Promise<Date>;
  /** False once the service is stopping: its database answers no longer. */
  readonly isRunning: () => boolean;
  readonly onError: (error: unknown) => void;
}

/** Tells the state of a service whenever metrics are sent; one look into its database serves all gauges of a round. */
export function observeService(parts: GaugeParts): void {
  const { onError, isRunning } = parts;
  const status = sharedFor(ROUND_MS, parts.status);
  const told = (
    name: OwnGauge,
    read: (found: GetStatusResponse) => Promise<readonly Reading[]> | readonly Reading[],
  ): void => observe(name, async () => (isRunning() ? read(await status()) : []), onError);

  told('huiyin.outbox.unpublished', ({ outboxUnpublished }) => [{ value: Number(outboxUnpublished) }]);
  told('huiyin.outbox.age', ({ outboxOldestSeconds }) => [{ value: outboxOldestSeconds }]);
  told('huiyin.dead_letters', ({ deadLetters }) => [{ value: Number(deadLetters) }]);
  told('huiyin.audit.unsealed', ({ eventsUnsealed }) => [{ value: Number(eventsUnsealed) }]);
  told('huiyin.consumer.pending', ({ consumers }) =>
    consumers.map(({ source, pending, ackPending }) => ({
      value: Number(pending) + Number(ackPending),
      attributes: { source },
    })),
  );
  told('huiyin.sweep.lag', async ({ sweptUntil }) =>
    sweptUntil === ''
      ? []
      : [{ value: Math.max(0, ((await parts.now()).getTime() - Date.parse(sweptUntil)) / 1000) }],
  );
  for (const gauge of parts.gauges) told(gauge.name, () => readGauge(parts, gauge));
  observeProcess(onError);
}

async function readGauge(parts: GaugeParts, { read, across }: TenantGauge): Promise<readonly Reading[]> {
  const now = await parts.now();
  const values = await Promise.all((await parts.tenants()).map((tenant) => read(tenant, now)));
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
