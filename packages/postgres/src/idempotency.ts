import type { CommandContext } from '@huiyin/kernel/command-context';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { execute, maybeRow } from './query.ts';

/**
 * Claims the command's key, first thing in its transaction. A second command with the same key waits on the unique
 * index until the first ends, and then gets its answer. Scope: tenant + actor + method.
 */
export async function claimKey(
  tx: Tx,
  ctx: CommandContext,
  now: Date,
): Promise<'new' | CommandResult | Rejection> {
  const scope = [ctx.tenant, ctx.actor.accountId, ctx.method, ctx.idempotencyKey];
  const claimed = await execute(
    tx,
    `insert into idempotency (tenant, actor, method, key, request_hash, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [...scope, ctx.requestHash, now],
  );
  if (claimed === 1) return 'new';
  const earlier = await maybeRow<{ request_hash: string; result: CommandResult | null }>(
    tx,
    'select request_hash, result from idempotency where tenant = $1 and actor = $2 and method = $3 and key = $4',
    scope,
  );
  if (earlier?.result == null) throw new Error('an idempotency key was committed without its result');
  if (earlier.request_hash !== ctx.requestHash) {
    return reject('key-reused', 'idempotency-key-reused', '同一个 Idempotency-Key 不能用于不同的请求');
  }
  return earlier.result;
}

/** Keeps the answer, so that the same key answers it again. */
export async function storeResult(tx: Tx, ctx: CommandContext, result: CommandResult): Promise<void> {
  await execute(
    tx,
    'update idempotency set result = $5 where tenant = $1 and actor = $2 and method = $3 and key = $4',
    [ctx.tenant, ctx.actor.accountId, ctx.method, ctx.idempotencyKey, JSON.stringify(result)],
  );
}
