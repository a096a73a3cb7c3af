import type { Clock } from '@huiyin/kernel/clock';
import type { EventEnvelope } from '@huiyin/kernel/event';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import { createInbox, type Inbox } from './inbox.ts';
import { observePools } from './pool-metrics.ts';
import { createPool } from './pool.ts';
import type { StatementHook } from './query.ts';
import { startRelay, type Publish, type Relay } from './relay.ts';
import type { EncodePayload } from './streams.ts';
import { eachStatementAlone } from './transaction.ts';
import { createUnitOfWork } from './unit-of-work.ts';

export interface DatabaseOptions {
  readonly service: string;
  /** The application role's connection. */
  readonly url: string;
  /** The relay role's connection: reads events across tenants, marks and seals, nothing else. */
  readonly relayUrl: string;
  readonly encode: EncodePayload;
  readonly clock: Clock;
  readonly onError: (message: string, error: unknown) => void;
  /** The traceparent that events decided while applying a foreign one carry; the foreign event's own when absent. */
  readonly causeOf?: (event: EventEnvelope) => string;
  /** Tests break the connection here. */
  readonly beforeStatement?: StatementHook;
}

/** One service's database with its write path, inbox and outbox. */
export interface Database {
  readonly uow: UnitOfWork;
  readonly inbox: Inbox;
  /** Reads with the relay's role, across tenants, each statement for itself: backlogs and dead letters only. */
  acrossTenants<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  startRelay(publish: Publish): Relay;
  /** Ends the relay before its broker connection goes; what is unpublished is published after the next start. */
  stopRelay(): Promise<void>;
  close(): Promise<void>;
}

/** Connections per process: ten processes stay well below the server's limit (reliability.md F29). */
const COMMAND_CONNECTIONS = 8;
const SWEEP_CONNECTIONS = 4;
const QUERY_CONNECTIONS = 4;
const INBOX_CONNECTIONS = 4;
const RELAY_CONNECTIONS = 2;
const COMMAND_TIMEOUT_MS = 4_000;
/** How long a paused replica may keep cases from the others, milliseconds: a warning is late by no more than this and a round. */
const PAUSED_MS = 2_000;
const QUERY_TIMEOUT_MS = 10_000;
const RELAY_TIMEOUT_MS = 30_000;

/** Opens the pools. Connections are made when first needed. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = (
    name: string,
    url: string,
    size: number,
    limits: { statementTimeoutMs: number; idleInTransactionMs?: number },
  ) =>
    createPool({
      url,
      size,
      ...limits,
      applicationName: `${options.service}-${name}`,
      onIdleError: (error) => options.onError(`idle ${name} connection lost`, error),
    });
  const commands = pool('commands', options.url, COMMAND_CONNECTIONS, {
    statementTimeoutMs: COMMAND_TIMEOUT_MS,
  });
  const sweeps = pool('sweeps', options.url, SWEEP_CONNECTIONS, {
    statementTimeoutMs: COMMAND_TIMEOUT_MS,
    idleInTransactionMs: PAUSED_MS,
  });
  const queries = pool('queries', options.url, QUERY_CONNECTIONS, { statementTimeoutMs: QUERY_TIMEOUT_MS });
  const inboxPool = pool('inbox', options.url, INBOX_CONNECTIONS, {
    statementTimeoutMs: COMMAND_TIMEOUT_MS,
    idleInTransactionMs: PAUSED_MS,
  });
  const relayPool = pool('relay', options.relayUrl, RELAY_CONNECTIONS, {
    statementTimeoutMs: RELAY_TIMEOUT_MS,
  });
  const pools = { commands, sweeps, queries, inbox: inboxPool, relay: relayPool };
  observePools(pools, (error) => options.onError('a metric of the pools was not read', error));
  let relay: Relay | undefined;
  const shared = {
    service: options.service,
    encode: options.encode,
    clock: options.clock,
    onCommitted: () => relay?.wake(),
    beforeStatement: options.beforeStatement,
  };
  return {
    uow: createUnitOfWork({ ...shared, commands, sweeps, queries }),
    inbox: createInbox({ ...shared, pool: inboxPool, causeOf: options.causeOf }),
    acrossTenants: (work) => eachStatementAlone({ pool: relayPool }, work),
    startRelay(publish) {
      relay = startRelay({
        ...shared,
        url: options.relayUrl,
        pool: relayPool,
        publish,
        onError: options.onError,
      });
      return relay;
    },
    async stopRelay() {
      await relay?.stop();
      relay = undefined;
    },
    async close() {
      await relay?.stop();
      await Promise.all(Object.values(pools).map((each) => each.end()));
    },
  };
}
