import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { CommandContext } from '@huiyin/kernel/command-context';
import { newId } from '@huiyin/kernel/ids';
import { isRejection } from '@huiyin/kernel/rejection';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BackendKiller } from '../src/backend-killer.ts';
import { freshDatabase } from '../src/fresh-database.ts';

// What the killer must find is planted here.
const TENANT = 'donghu';
const actor = systemActor('intake');
const at = new Date('2026-01-05T01:00:00Z');
const fact = { type: 'suggestion-drafted', payload: {} };

let killer: BackendKiller;
let uow: UnitOfWork;
let close: () => Promise<void>;

beforeEach(async () => {
  killer = new BackendKiller();
  const target = await freshDatabase('intake');
  const database = killer.openDatabase({
    service: 'intake',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: ({ payload }) => ({ ...payload }),
    clock: systemClock,
    onError: killer.complain,
  });
  uow = database.uow;
  close = async () => {
    await killer.close();
    await database.close();
    await target.drop();
  };
});
afterEach(() => close());

const command = (): CommandContext => ({
  ...{
    tenant: TENANT,
    actor,
    at,
    idempotencyKey: newId(),
    method: '/test',
    requestHash: '',
    traceparent: '',
  },
});

const write = (ctx: CommandContext) =>
  uow.command(ctx, 'case', async (_tx, stream) => {
    await stream.append(fact);
    return { id: 'case' };
  });

describe('the backend killer', () => {
  it('goes through every statement of a good command and both sides of its commit', async () => {
    const use = killer.useCases({ write, never: write });
    await use.write(command());
    // Stream, event, head, answer between begin, with which the key travels, and commit; then the same on the replayed way.
    expect(killer.ordeals).toMatchObject([{ name: 'write', effects: 1 }]);
    expect(killer.ordeals[0]?.kills).toBeGreaterThanOrEqual(11);
    expect(killer.spared).toEqual(['use case never']);
  });

  it('finds a command that does a part of its work again', async () => {
    const use = killer.useCases({
      async half(ctx: CommandContext) {
        await uow.act({ tenant: TENANT, actor, at }, 'other', (_tx, stream) => stream.append(fact));
        return write(ctx);
      },
    });
    await expect(use.half(command())).rejects.toThrow(/use case half: has had \d+ effects/);
  });

  it('finds a command that commits in two parts', async () => {
    const use = killer.useCases({
      async parts(ctx: CommandContext) {
        const first = await write(ctx);
        return isRejection(first) ? first : write({ ...ctx, method: '/test/second' });
      },
    });
    await expect(use.parts(command())).rejects.toThrow('use case parts: had 2 effects');
  });

  it('finds a command that hides the loss', async () => {
    const use = killer.useCases({
      async hiding(ctx: CommandContext) {
        const answer = await write(ctx);
        return isRejection(answer) ? { id: 'fine' } : answer;
      },
    });
    await expect(use.hiding(command())).rejects.toThrow(/not told as unavailable but {"id":"fine"}/);
  });
});
