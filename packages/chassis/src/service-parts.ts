import { connectBus } from '@huiyin/bus/connect';
import type { BatchAnswer, HandlerAnswer } from '@huiyin/bus/delivery';
import type { ServiceName } from '@huiyin/contracts/services';
import { durations } from '@huiyin/metrics/instruments';
import { backlogsOf, startConsumer, type RunningConsumer } from '@huiyin/bus/consume';
import { eventPublisher } from '@huiyin/bus/publish';
import { ensureStream, streamStates } from '@huiyin/bus/streams';
import { streamOfService } from '@huiyin/bus/subjects';
import { systemClock } from '@huiyin/kernel/clock';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import { isTransientConflict } from '@huiyin/postgres/connection-loss';
import { rows } from '@huiyin/postgres/query';
import type { Publish } from '@huiyin/postgres/relay';
import { readStatus } from '@huiyin/postgres/status';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import { identityVerifierFromFile } from '@huiyin/rpc/identity-verifier';
import { startRpcServer, type RpcServer } from '@huiyin/rpc/server';
import type { Part } from '@huiyin/runtime/lifecycle';
import type { NatsConnection } from '@nats-io/transport-node';
import { deliver, deliverBatch } from './deliver.ts';
import { operationsService } from './operations.ts';
import { observeService } from './service-gauges.ts';
import { wireService, type ServiceOptions, type WiredService } from './service-wiring.ts';
import { startSweepLoop, type SweepLoop } from './sweep-loop.ts';

/** The pieces of one service in the shape a Lifecycle starts and stops. */
export class AssembledService {
  readonly #options: ServiceOptions;
  readonly #wired: WiredService;
  #connection: NatsConnection | undefined;
  #rpc: RpcServer | undefined;
  #sweeps: SweepLoop | undefined;
  #consumers: RunningConsumer[] = [];
  #stopping = false;

  constructor(options: ServiceOptions, wired: WiredService) {
    this.#options = options;
    this.#wired = wired;
  }

  /** Port of the gRPC server; 0 before it listens. */
  get port(): number {
    return this.#rpc?.port ?? 0;
  }

  parts(): Part[] {
    return [
      {
        name: 'database',
        phase: 'storage',
        start: () => this.#checkSchema(),
        stop: () => this.#closeStorage(),
      },
      { name: 'broker', phase: 'broker', start: () => this.#connect(), stop: () => this.#disconnect() },
      { name: 'relay', phase: 'relay', start: () => this.#startRelay() },
      { name: 'rpc', phase: 'rpc', start: () => this.#serve(), stop: async () => this.#rpc?.stop() },
      {
        name: 'consumers',
        phase: 'consumers',
        start: () => this.#consume(),
        stop: () => this.#stopConsumers(),
      },
      { name: 'sweeps', phase: 'sweeps', start: () => this.#sweep(), stop: async () => this.#sweeps?.stop() },
      {
        name: 'readiness',
        phase: 'readiness',
        start: async () => this.#rpc?.setServing(true),
        stop: async () => {
          this.#stopping = true;
          this.#rpc?.setServing(false);
        },
      },
    ];
  }

  /** The migrator has run before the service: a database without tables is a mistake of the start, said at once. */
  async #checkSchema(): Promise<void> {
    await this.#wired.database.acrossTenants((tx) => rows(tx, 'select 1 from event limit 1'));
  }

  async #closeStorage(): Promise<void> {
    await this.#wired.database.close();
    this.#wired.channels.close();
  }

  async #connect(): Promise<void> {
    const { name, config, log } = this.#options;
    this.#connection = await connectBus({ url: config.NATS_URL, name, log });
    await ensureStream(this.#connection, { service: name, log });
  }

  async #disconnect(): Promise<void> {
    await this.#wired.database.stopRelay();
    if (this.#connection?.isClosed() === false) await this.#connection.close();
  }

  #startRelay(): Promise<void> {
    const publisher = eventPublisher(this.#connected());
    const { log } = this.#options;
    const publish: Publish = async (events) => {
      const outcomes = await publisher.publish(events);
      const failed = outcomes.filter((outcome) => !outcome.sent);
      if (failed[0] !== undefined) {
        log.warn({ err: failed[0].error, events: failed.length }, 'events wait for the broker');
      }
      return outcomes.filter((outcome) => outcome.sent).map(({ id }) => id);
    };
    this.#wired.database.startRelay(publish);
    return Promise.resolve();
  }

  async #serve(): Promise<void> {
    const { name, config, log } = this.#options;
    const { database, reactions, definition } = this.#wired;
    const operations = operationsService({
      service: name,
      database,
      reactions,
      clock: systemClock,
      sweptUntil: () => this.#sweeps?.sweptUntil(),
      consumerBacklogs: () => this.#backlogs(),
      publishedSequence: () => this.#publishedSequence(),
    });
    this.#rpc = await startRpcServer({
      address: config.GRPC_ADDRESS,
      services: [...definition.grpc, operations],
      verifier: await identityVerifierFromFile(config.IDENTITY_JWKS_FILE),
      log,
      asRejection: notNow,
    });
    const hasSweeps = (definition.sweeps ?? []).length > 0;
    observeService({
      gauges: definition.gauges ?? [],
      status: () => database.acrossTenants((tx) => readStatus(tx, systemClock.now())),
      backlogs: () => this.#backlogs(),
      sweptUntil: hasSweeps ? () => this.#sweeps?.sweptUntil() : undefined,
      tenants: () => this.#tenants(),
      now: () => this.#wired.clock.now(),
      isRunning: () => !this.#stopping,
      onError: (error) => log.warn({ err: error }, 'a metric was not read'),
    });
  }

  #consume(): Promise<void> {
    const { name, log } = this.#options;
    this.#consumers = [...this.#wired.reactions].map(([source, reaction]) => {
      const parts = { ...this.#wired.database, refill: this.#wired.refill, reaction };
      return startConsumer(this.#connected(), {
        source,
        consumer: name,
        log,
        handle: (event) => timed(source, 1, () => deliver(parts, event)),
        handleBatch: (batch, causeOf) =>
          timed(source, batch.length, () => deliverBatch(parts, batch, causeOf)),
        onDead: async ({ event, error, attempts, subject }) => {
          if (event === undefined)
            return log.error({ subject, err: error }, 'a message that is no event was dropped');
          await this.#wired.database.inbox.bury(event, messageOf(error), attempts);
        },
      });
    });
    return Promise.resolve();
  }

  async #stopConsumers(): Promise<void> {
    await Promise.all(this.#consumers.map((consumer) => consumer.stop()));
  }

  #sweep(): Promise<void> {
    const { sweeps = [] } = this.#wired.definition;
    if (sweeps.length === 0) return Promise.resolve();
    const loop = startSweepLoop({
      sweeps,
      clock: this.#wired.clock,
      tenants: () => this.#tenants(),
      log: this.#options.log,
    });
    this.#sweeps = loop;
    this.#wired.onClockAdvanced = () => loop.wake();
    return Promise.resolve();
  }

  async #tenants(): Promise<readonly string[]> {
    const found = await this.#wired.database.acrossTenants((tx) =>
      rows<{ tenant: string }>(tx, 'select tenant from reference_tenant order by tenant'),
    );
    return found.map(({ tenant }) => tenant);
  }

  #backlogs(): ReturnType<typeof backlogsOf> {
    return backlogsOf(this.#connected(), this.#consumers);
  }

  async #publishedSequence(): Promise<number> {
    const states = await streamStates(this.#connected());
    return states.get(streamOfService(this.#options.name))?.last_seq ?? 0;
  }

  #connected(): NatsConnection {
    if (this.#connection === undefined) throw new Error('the broker is not connected yet');
    return this.#connection;
  }
}

/** Connects one service; `parts()` of the answer start it. */
export async function assembleService(options: ServiceOptions): Promise<AssembledService> {
  return new AssembledService(options, await wireService(options));
}

const handled = durations('messaging.process.duration');

/** How long handling an event took, of several at once their share, and whether it failed or was put off. */
async function timed<Answer extends HandlerAnswer | BatchAnswer>(
  source: ServiceName,
  events: number,
  handle: () => Promise<Answer>,
): Promise<Answer> {
  const startedAt = performance.now();
  const record = (counted: number, error?: string): void => {
    const seconds = (performance.now() - startedAt) / 1000 / events;
    const attributes = {
      'messaging.system': 'nats',
      'messaging.destination.name': source,
      ...(error === undefined ? {} : { 'error.type': error }),
    };
    for (let event = 0; event < counted; event += 1) handled(seconds, attributes);
  };
  try {
    const answer = await handle();
    const { counted, error } = countedIn(answer, events);
    record(counted, error);
    return answer;
  } catch (error) {
    if (events === 1) record(1, 'failed');
    throw error;
  }
}

/** How many events an answer is about; what must be handled alone is counted then. */
function countedIn(answer: HandlerAnswer | BatchAnswer, events: number): { counted: number; error?: string } {
  if (answer === 'done') return { counted: events };
  return 'retryAfterMs' in answer ? { counted: events, error: 'put-off' } : { counted: answer.size };
}

/** Errors that mean "not now, ask again with the same key". */
function notNow(error: unknown): Rejection | undefined {
  const away = error instanceof DatabaseUnavailable || error instanceof RpcUnavailable;
  if (away || isTransientConflict(error)) {
    return reject('unavailable', 'service-unavailable', '系统正忙，请稍后再试');
  }
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
