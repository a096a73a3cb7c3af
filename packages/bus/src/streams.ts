import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
  type StreamConfig,
  type StreamState,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { BusLog } from './log.ts';
import { configDifferences } from './config-differences.ts';
import { streamOfService, subjectsOfService } from './subjects.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** JetStream is transport that can be refilled; Postgres keeps events for ever. */
const MAX_AGE_MS = 30 * DAY_MS;
const DUPLICATE_WINDOW_MS = 2 * 60 * 1000;
/** About 175,000 events of usual size. A full stream refuses and the relay waits; it never drops the oldest. */
const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;

export interface StreamOptions {
  readonly service: string;
  readonly log: BusLog;
  /** 1 on one machine, 3 on a cluster. */
  readonly replicas?: number;
  readonly maxBytes?: number;
}

/** The stream's settings on the server are not the ones this release needs. */
export class StreamMismatch extends Error {
  readonly stream: string;
  readonly differences: readonly string[];

  constructor(stream: string, differences: readonly string[]) {
    super(`stream ${stream} is not as needed: ${differences.join('; ')}`);
    this.name = 'StreamMismatch';
    this.stream = stream;
    this.differences = differences;
  }
}

/**
 * Makes the stream of a service where it is missing and checks what the server really has: nats-server drops
 * options it does not know without a word. Throws StreamMismatch, upon which the service must not start.
 */
export async function ensureStream(connection: NatsConnection, options: StreamOptions): Promise<void> {
  const manager = await jetstreamManager(connection);
  const wanted = wantedConfig(options);
  const actual = (await existing(manager, wanted.name)) ?? (await manager.streams.add(wanted)).config;
  const differences = configDifferences(wanted, actual);
  if (differences.length > 0) throw new StreamMismatch(wanted.name, differences);
  options.log.info({ stream: wanted.name, version: connection.info?.version }, 'stream is ready');
}

function wantedConfig(options: StreamOptions): Partial<StreamConfig> & { name: string } {
  return {
    name: streamOfService(options.service),
    subjects: [subjectsOfService(options.service)],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    max_age: nanos(MAX_AGE_MS),
    max_bytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    duplicate_window: nanos(DUPLICATE_WINDOW_MS),
    num_replicas: options.replicas ?? 1,
  };
}

async function existing(manager: JetStreamManager, name: string): Promise<StreamConfig | undefined> {
  try {
    return (await manager.streams.info(name)).config;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound)
      return undefined;
    throw error;
  }
}

/** First and last sequence of streams, by the stream's name. */
export type StreamStates = ReadonlyMap<string, Pick<StreamState, 'first_seq' | 'last_seq'>>;

/** What the broker says of all its streams. Rejects when it does not answer. */
export async function streamStates(connection: NatsConnection): Promise<StreamStates> {
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const states = new Map<string, StreamState>();
  for await (const { config, state } of manager.streams.list()) states.set(config.name, state);
  return states;
}
