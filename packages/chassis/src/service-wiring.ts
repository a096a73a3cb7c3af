import { encodeEvent } from '@huiyin/contracts/encode-event';
import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import { OperationsServiceService } from '@huiyin/contracts/gen/operations/v1/operations';
import { reactTo, type SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import { systemClock } from '@huiyin/kernel/clock';
import { isRejection } from '@huiyin/kernel/rejection';
import { openDatabase, type Database } from '@huiyin/postgres/database';
import type { StatementHook } from '@huiyin/postgres/query';
import { referenceReactions } from '@huiyin/reference/reactions';
import { createReferenceReader } from '@huiyin/reference/reader';
import { rpcChannels, rpcClient, type RpcChannels } from '@huiyin/rpc/client';
import { identitySignerFromFile } from '@huiyin/rpc/identity';
import type { Logger } from '@huiyin/runtime/logger';
import { continuedTraceparent } from '@huiyin/runtime/tracing';
import { directoryClock, type BusinessClock } from './business-clock.ts';
import { groupReactions } from './group-reactions.ts';
import { fromRecordedEvent } from './recorded-event.ts';
import { createRefill, type FetchEvents, type Refill } from './refill.ts';
import { refillingUnitOfWork } from './refilling-unit-of-work.ts';
import { peerAddress, type ServiceConfig } from './service-config.ts';
import type { Compose, ServiceDefinition, ServiceKit } from './service.ts';

export interface ServiceOptions {
  readonly name: ServiceName;
  readonly config: ServiceConfig;
  readonly compose: Compose;
  readonly log: Logger;
  /** Tests break database connections here. */
  readonly beforeStatement?: StatementHook;
}

/** One service with everything connected and nothing running yet. */
export interface WiredService {
  readonly database: Database;
  readonly channels: RpcChannels;
  readonly refill: Refill;
  readonly reactions: ReadonlyMap<ServiceName, SourceReaction>;
  readonly definition: ServiceDefinition;
  readonly clock: BusinessClock;
  /** Called when directory says that its clock was advanced. */
  onClockAdvanced: () => void;
}

/** Builds the use cases of a service over its database, its peers and directory's facts. */
export async function wireService(options: ServiceOptions): Promise<WiredService> {
  const { name, config, log } = options;
  const channels = rpcChannels();
  const signer = await identitySignerFromFile(config.IDENTITY_KEY_FILE);
  const peer: ServiceKit['peer'] = (service, definition) =>
    rpcClient(definition, peerAddress(config, service), { channels, signer });
  const database = openDatabase({
    service: name,
    url: config.DATABASE_URL,
    relayUrl: config.RELAY_DATABASE_URL,
    encode: (event) => encodeEvent(name, event),
    clock: systemClock,
    onError: (message, error) => log.warn({ err: error }, message),
    causeOf: ({ traceparent }) => continuedTraceparent(traceparent),
    ...(options.beforeStatement === undefined ? {} : { beforeStatement: options.beforeStatement }),
  });
  // Filled below: the use cases need the refill, the refill needs the reactions, the reactions call the use cases.
  const reactions = new Map<ServiceName, SourceReaction>();
  const refill = createRefill({ inbox: database.inbox, reactions, fetchEvents: fetchFromOwner(peer) });
  const definition = options.compose({
    service: name,
    uow: refillingUnitOfWork(database.uow, refill),
    reference: createReferenceReader(),
    log,
    mode: config.HUIYIN_MODE,
    clock: systemClock,
    peer,
  });
  const clock = directoryClock(directoryOf(name, peer));
  const wired: WiredService = {
    database,
    channels,
    refill,
    reactions,
    definition,
    clock,
    onClockAdvanced: () => undefined,
  };
  for (const [source, reaction] of groupReactions([...ownReactions(name, wired), ...definition.reactions])) {
    reactions.set(source, reaction);
  }
  return wired;
}

/** What every service but directory hears from directory. */
function ownReactions(name: ServiceName, wired: WiredService): SourceReaction[] {
  if (name === 'directory') return [];
  const clockAdvanced = reactTo('directory', {
    'clock-advanced': () => {
      wired.clock.forget();
      wired.onClockAdvanced();
      return Promise.resolve();
    },
  });
  return [referenceReactions, clockAdvanced];
}

function directoryOf(name: ServiceName, peer: ServiceKit['peer']): Parameters<typeof directoryClock>[0] {
  if (name !== 'directory') return peer('directory', DirectoryServiceService);
  return {
    getBusinessClock: () => {
      throw new Error('directory has no sweeps and asks nobody for its own clock');
    },
  };
}

/** Largest page asked of an owner, events. */
const REFILL_PAGE_EVENTS = 200;

function fetchFromOwner(peer: ServiceKit['peer']): FetchEvents {
  return async (owner, { tenant, stream, version }) => {
    const answer = await peer(owner, OperationsServiceService).replayEvents(
      { tenant, stream, fromVersion: BigInt(version), limit: REFILL_PAGE_EVENTS },
      { asService: { tenant } },
    );
    if (isRejection(answer)) throw new Error(`${owner} refuses a replay: ${answer.code}`);
    return answer.events.map(fromRecordedEvent);
  };
}
