import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  ReplayPolicy,
  type ConsumerConfig,
  type ConsumerInfo,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { configDifferences } from './config-differences.ts';
import { streamOfService, subjectsOfService } from './subjects.ts';

/** A message not acknowledged and not reported as being worked on for so long is delivered again. */
export const ACK_WAIT_MS = 30_000;
/** Messages delivered and unsettled, those waiting for a later attempt included. */
const MAX_ACK_PENDING = 512;

export interface DurableName {
  readonly source: string;
  readonly consumer: string;
}

/**
 * Makes or updates the durable consumer and checks what the server really has. Undefined while the source has not
 * made its stream yet. Throws when the server holds a setting that cannot be changed to what is needed.
 */
export async function ensureDurable(
  manager: JetStreamManager,
  names: DurableName,
): Promise<ConsumerInfo | undefined> {
  const stream = streamOfService(names.source);
  const wanted = wantedConfig(names);
  try {
    const found = await durableInfo(manager, names);
    if (found === undefined) return checked(wanted, await manager.consumers.add(stream, wanted));
    if (configDifferences(wanted, found.config).length === 0) return found;
    return checked(wanted, await manager.consumers.update(stream, names.consumer, wanted));
  } catch (error) {
    if (isApiError(error, JetStreamApiCodes.StreamNotFound)) return undefined;
    throw error;
  }
}

/** What the broker says about a durable consumer; undefined when there is none. Throws when its stream is missing. */
export async function durableInfo(
  manager: JetStreamManager,
  names: DurableName,
): Promise<ConsumerInfo | undefined> {
  try {
    return await manager.consumers.info(streamOfService(names.source), names.consumer);
  } catch (error) {
    if (isApiError(error, JetStreamApiCodes.ConsumerNotFound)) return undefined;
    throw error;
  }
}

/** One filter subject only: nats-server 2.9 knows no more. */
function wantedConfig(names: DurableName): Partial<ConsumerConfig> {
  return {
    durable_name: names.consumer,
    filter_subject: subjectsOfService(names.source),
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ACK_WAIT_MS),
    deliver_policy: DeliverPolicy.All,
    replay_policy: ReplayPolicy.Instant,
    max_ack_pending: MAX_ACK_PENDING,
    // The broker would only fall silent at a limit; attempts are counted here and end in a dead letter.
    max_deliver: -1,
  };
}

function checked(wanted: Partial<ConsumerConfig>, made: ConsumerInfo): ConsumerInfo {
  const differences = configDifferences(wanted, made.config);
  if (differences.length > 0) {
    throw new Error(
      `consumer ${made.name} on ${made.stream_name} is not as needed: ${differences.join('; ')}`,
    );
  }
  return made;
}

function isApiError(error: unknown, code: number): boolean {
  return error instanceof JetStreamApiError && error.code === code;
}
