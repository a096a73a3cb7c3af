import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import type { Clock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { isRejection, reject, type Rejection, type RejectionKind } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandAnswer, CommandResult, UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type pg from 'pg';
import { isTransientConflict } from './connection-loss.ts';
import { claimingKey, earlierAnswer, storeResult } from './idempotency.ts';
import type { StatementHook } from './query.ts';
import { OpenStreams, type Authorship, type EncodePayload } from './streams.ts';
import { inTransaction, rollBackWith } from './transaction.ts';

export interface UnitOfWorkOptions {
  readonly service: string;
  readonly commands: pg.Pool;
  /** For decisions that nobody waits for: what a paused process holds is soon free again. */
  readonly sweeps: pg.Pool;
  readonly queries: pg.Pool;
  readonly encode: EncodePayload;
  /** System time, for `recorded_at`. */
  readonly clock: Clock;
  /** Called after each commit that wrote events: wakes the relay. */
  readonly onCommitted: () => void;
  readonly beforeStatement?: StatementHook | undefined;
}

/** Refusals that say whether there is something, and whether the asker may. */
const OF_RIGHTS: ReadonlySet<RejectionKind> = new Set(['forbidden', 'not-found', 'not-yet-known']);

type CommandWork = Parameters<UnitOfWork['command']>[2];

/** The write path of architecture.md §2 over `pg`. */
export function createUnitOfWork(options: UnitOfWorkOptions): UnitOfWork {
  return {
    async command(ctx, streamId, work) {
      const ids = typeof streamId === 'string' ? [streamId] : streamId;
      try {
        const { commands: pool, beforeStatement, clock } = options;
        const opening = claimingKey(ctx, clock.now());
        const outcome = await inTransaction(
          { pool, tenant: ctx.tenant, beforeStatement, opening },
          (tx, claimed) =>
            claimed.length === 0 ? answeredBefore(tx, ctx) : runCommand(options, tx, ctx, ids, work),
        );
        if (!isRejection(outcome)) options.onCommitted();
        return outcome;
      } catch (error) {
        return refusalOf(error);
      }
    },

    async act(by, streamId, work) {
      await acting(options, by, async (tx, streams, author) =>
        work(tx, await streams.open(streamId, author)),
      );
    },

    actOnFree: (by, streamIds, work) =>
      acting(options, by, async (tx, streams, author) => work(tx, await streams.openFree(streamIds, author))),

    read(tenant, work) {
      const { queries: pool, beforeStatement } = options;
      return inTransaction({ pool, tenant, readOnly: true, beforeStatement }, work);
    },
  };
}

/** A decision nobody sent: its events are written when `work` is done. */
async function acting<Result>(
  options: UnitOfWorkOptions,
  by: Parameters<UnitOfWork['act']>[0],
  work: (tx: Tx, streams: OpenStreams, author: Authorship) => Promise<Result>,
): Promise<Result> {
  const { sweeps: pool, beforeStatement, encode } = options;
  const { tenant } = by;
  const { answer, events } = await inTransaction({ pool, tenant, beforeStatement }, async (tx) => {
    const author = authorship(options, { ...by, traceparent: by.traceparent ?? '' });
    const streams = new OpenStreams(tx, { tenant, encode });
    return { answer: await work(tx, streams, author), events: await streams.flush() };
  });
  if (events > 0) options.onCommitted();
  return answer;
}

async function answeredBefore(tx: Tx, ctx: CommandContext): Promise<CommandResult | Rejection> {
  const earlier = await earlierAnswer(tx, ctx);
  return isRejection(earlier) ? rollBackWith(earlier) : earlier;
}

async function runCommand(
  options: UnitOfWorkOptions,
  tx: Tx,
  ctx: CommandContext,
  streamIds: readonly string[],
  work: CommandWork,
): Promise<CommandResult | Rejection> {
  const streams = new OpenStreams(tx, { tenant: ctx.tenant, encode: options.encode });
  const author = authorship(options, ctx);
  for (const id of streamIds.toSorted()) await streams.open(id, author);
  const stream = await streams.open(streamIds[0] as string, author);
  const answer: CommandAnswer | Rejection = await work(tx, stream, (id) => streams.open(id, author));
  // Rights come first: a version is told only to whoever may do the act.
  if (isRejection(answer) && OF_RIGHTS.has(answer.kind)) return rollBackWith(answer);
  if (ctx.expectedVersion !== undefined && ctx.expectedVersion !== stream.version) {
    return rollBackWith(
      reject('stale', 'version-stale', '内容已被更新，请刷新后再试', {
        detail: { expected: ctx.expectedVersion, actual: stream.version },
      }),
    );
  }
  if (isRejection(answer)) return rollBackWith(answer);
  const result: CommandResult = { ...answer, service: options.service, version: stream.versionAfter };
  await streams.flush();
  await storeResult(tx, ctx, result);
  return result;
}

function authorship(
  options: UnitOfWorkOptions,
  by: Pick<CommandContext, 'actor' | 'at' | 'traceparent'>,
): Authorship {
  return {
    service: options.service,
    actor: by.actor,
    occurredAt: by.at,
    recordedAt: options.clock.now(),
    traceparent: by.traceparent,
  };
}

/** Lost connections, lost races and long waits are refusals: the client may ask again with the same key. */
function refusalOf(error: unknown): Rejection {
  if (error instanceof DatabaseUnavailable) {
    return reject('unavailable', 'database-unavailable', '系统正忙，请稍后用同一请求再试', {
      detail: { outcome: error.outcome },
    });
  }
  if (isTransientConflict(error)) {
    return reject('unavailable', 'busy', '系统正忙，请稍后用同一请求再试', {
      detail: { outcome: 'rolled-back' },
    });
  }
  throw error;
}
