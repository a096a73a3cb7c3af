import {
  OperationsServiceService,
  type GetStatusResponse,
  type ListDeadLettersResponse,
  type ReplayDeadLetterResponse,
  type ReplayEventsResponse,
  type VerifyAuditResponse,
} from '@huiyin/contracts/gen/operations/v1/operations';
import type { SourceReaction } from '@huiyin/contracts/reactions';
import type { ServiceName } from '@huiyin/contracts/services';
import { hasRole } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import type { EventEnvelope } from '@huiyin/kernel/event';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import type { Reaction } from '@huiyin/kernel/unit-of-work';
import { verifyAudit } from '@huiyin/postgres/audit';
import type { Database } from '@huiyin/postgres/database';
import { listDeadLetters, openLetters, streamOfDeadLetter } from '@huiyin/postgres/dead-letters';
import { replayEvents } from '@huiyin/postgres/replay';
import { readStatus } from '@huiyin/postgres/status';
import { operation, type OperationContext } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import { toRecordedEvent } from './recorded-event.ts';

export interface OperationsParts {
  readonly service: ServiceName;
  readonly database: Database;
  readonly reactions: ReadonlyMap<ServiceName, SourceReaction>;
  readonly clock: Clock;
  readonly sweptUntil: () => Date | undefined;
  readonly consumerBacklogs: () => Promise<
    readonly { source: string; pending: number; ackPending: number; deliveredSequence: number }[]
  >;
  /** Of the last event in the service's own stream; 0 before the first. */
  readonly publishedSequence: () => Promise<number>;
}

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** What every service offers its peers and the operations team. */
export function operationsService(parts: OperationsParts): GrpcService {
  return grpcService(OperationsServiceService, {
    replayEvents: operation((request, who) => guarded(who, () => replay(parts, request))),
    getStatus: operation((_request, who) => guarded(who, () => status(parts))),
    listDeadLetters: operation((request, who) =>
      guarded(who, () => deadLetters(parts, request.page?.limit ?? 0, request.page?.cursor ?? '')),
    ),
    replayDeadLetter: operation((request, who) => guarded(who, () => replayLetter(parts, request))),
    verifyAudit: operation((request, who) => guarded(who, () => verify(parts, request.tenant))),
  });
}

/** Peers by their own token, people only as operators. */
async function guarded<Answer>(
  who: OperationContext,
  work: () => Promise<Answer>,
): Promise<Answer | Rejection> {
  if (who.service === undefined && !hasRole(who.actor, 'operator')) {
    return reject('forbidden', 'not-permitted', '只有运行维护人员可以使用');
  }
  return work();
}

async function replay(
  { service, database }: OperationsParts,
  request: { tenant: string; stream: string; fromVersion: bigint; limit: number },
): Promise<ReplayEventsResponse> {
  const events = await database.uow.read(request.tenant, (tx) =>
    replayEvents(tx, service, {
      tenant: request.tenant,
      stream: request.stream,
      version: Number(request.fromVersion),
      limit: request.limit === 0 ? MAX_PAGE : request.limit,
    }),
  );
  return { events: events.map(toRecordedEvent) };
}

/**
 * Read one after the other, in this order: what a sweep or a settled event led to is in the outbox by then, and what has
 * left the outbox is in the stream. So one look at all services tells whether anything is under way between them.
 */
async function status(parts: OperationsParts): Promise<GetStatusResponse> {
  const sweptUntil = parts.sweptUntil();
  const consumers = await parts.consumerBacklogs();
  const found = await parts.database.acrossTenants((tx) => readStatus(tx, parts.clock.now()));
  const publishedSequence = await parts.publishedSequence();
  return {
    service: parts.service,
    outboxUnpublished: BigInt(found.outboxUnpublished),
    outboxOldestSeconds: found.outboxOldestSeconds,
    deadLetters: BigInt(found.deadLetters),
    consumers: consumers.map(({ source, pending, ackPending, deliveredSequence }) => ({
      source,
      pending: BigInt(pending),
      ackPending: BigInt(ackPending),
      deliveredSequence: BigInt(deliveredSequence),
    })),
    sweptUntil: sweptUntil?.toISOString() ?? '',
    eventsUnsealed: BigInt(found.eventsUnsealed),
    publishedSequence: BigInt(publishedSequence),
  };
}

async function deadLetters(
  { database }: OperationsParts,
  limit: number,
  cursor: string,
): Promise<ListDeadLettersResponse> {
  const size = limit === 0 ? DEFAULT_PAGE : Math.min(limit, MAX_PAGE);
  const letters = await database.acrossTenants((tx) => listDeadLetters(tx, size, cursor));
  return {
    deadLetters: letters.map((letter) => ({
      ...letter,
      version: BigInt(letter.version),
      diedAt: letter.diedAt.toISOString(),
    })),
    nextCursor: letters.length === size ? (letters.at(-1)?.eventId ?? '') : '',
  };
}

/** Applies a letter's stream, in order, until nothing of it waits any more; stops at the first that fails again. */
async function replayLetter(
  { database, reactions, clock }: OperationsParts,
  { source, eventId }: { source: string; eventId: string },
): Promise<ReplayDeadLetterResponse | Rejection> {
  const reaction = reactions.get(source as ServiceName);
  const held = await database.acrossTenants((tx) => streamOfDeadLetter(tx, source, eventId));
  if (reaction === undefined || held === undefined) {
    return reject('not-found', 'dead-letter-not-found', '没有这封死信，或已处理');
  }
  let outcome = 'already-applied';
  for (;;) {
    const letters = await database.uow.read(held.tenant, (tx) => openLetters(tx, held));
    if (letters.length === 0) return { outcome, error: '' };
    for (const letter of letters) {
      const replayed = await replayOne(database, letter, reaction.react);
      if (replayed.outcome === 'failed-again') return replayed;
      if (replayed.outcome === 'applied') outcome = 'applied';
      await database.inbox.resolve(letter, clock.now());
    }
  }
}

async function replayOne(
  database: Database,
  letter: EventEnvelope,
  reaction: Reaction,
): Promise<ReplayDeadLetterResponse> {
  try {
    const applied = await database.inbox.apply(letter, reaction);
    if (applied.outcome !== 'gap') return { outcome: applied.outcome, error: '' };
    return { outcome: 'failed-again', error: `version ${applied.fromVersion} is missing` };
  } catch (error) {
    return { outcome: 'failed-again', error: error instanceof Error ? error.message : String(error) };
  }
}

async function verify({ service, database }: OperationsParts, tenant: string): Promise<VerifyAuditResponse> {
  const report = await database.uow.read(tenant, (tx) => verifyAudit(tx, service, tenant));
  return {
    events: BigInt(report.events),
    streams: BigInt(report.streams),
    seals: BigInt(report.seals),
    differences: report.differences.map((difference) => ({
      ...difference,
      version: BigInt(difference.version),
    })),
  };
}
