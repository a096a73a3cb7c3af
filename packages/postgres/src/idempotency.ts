import type { CommandContext } from '@huiyin/kernel/command-context';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { execute, maybeRow } from './query.ts';
import type { StatementOf } from './transaction.ts';

/**
 * The statement that claims the command's key, first thing in its transaction: a row when it is new. A second command with
 * the same key waits on the unique index until the first ends. Scope: tenant + actor + method.
 */
export function claimingKey(ctx: CommandContext, now: Date): StatementOf {
  return (literal) => {
    const values = [...scopeOf(ctx), ctx.requestHash, now.toISOString()].map(literal);
    return `insert into idempotency (tenant, actor, method, key, request_hash, created_at)
      values (${values.join(', ')}) on conflict do nothing returning true as claimed`;
  };
}

/** What the same key was answered before. */
export async function earlierAnswer(tx: Tx, ctx: CommandContext): Promise<CommandResult | Rejection> {
  const earlier = await maybeRow<{ request_hash: string; result: CommandResult | null }>(
    tx,
    'select request_hash, result from idempotency where tenant = $1 and actor = $2 and method = $3 and key = $4',
    scopeOf(ctx),
  );
  if (earlier?.result == null) throw new Error('an idempotency key was committed without its result');
  if (earlier.request_hash !== ctx.requestHash) {
    return reject('key-reused', 'idempotency-key-reused', '同一个 Idempotency-Key 不能用于不同的请求');
  }
  return earlier.result;
}

function scopeOf({ tenant, actor, method, idempotencyKey }: CommandContext): readonly string[] {
  return [tenant, actor.accountId, method, idempotencyKey];
}

/** Keeps the answer, so that the same key answers it again. */
export async function storeResult(tx: Tx, ctx: CommandContext, result: CommandResult): Promise<void> {
  await execute(
    tx,
    'update idempotency set result = $5 where tenant = $1 and actor = $2 and method = $3 and key = $4',
    [...scopeOf(ctx), JSON.stringify(result)],
  );
}
