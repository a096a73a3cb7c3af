import type { CommandContext } from '@huiyin/kernel/command-context';
import { reject } from '@huiyin/kernel/rejection';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import { RpcUnavailable } from '@huiyin/rpc/errors';
import { describe, expect, it } from 'vitest';
import { refillingUnitOfWork } from './refilling-unit-of-work.ts';

const CTX = { tenant: 'donghu' } as CommandContext;
const MISSING = reject('not-yet-known', 'fact-not-yet-known', '请稍候', {
  detail: { owner: 'intake', stream: 'case-1' },
});
const ACCEPTED = { service: 'assignment', id: 'case-1', version: 1 };

/** A path that misses a fact until the fact is there. */
function missingUntil(isKnown: () => boolean): UnitOfWork {
  const answer = async () => (isKnown() ? ACCEPTED : MISSING);
  return { command: answer, read: answer } as unknown as UnitOfWork;
}

const command = (uow: UnitOfWork) => uow.command(CTX, 'case-1', async () => ({ id: 'case-1' }));
const read = (uow: UnitOfWork) => uow.read(CTX.tenant, async () => ACCEPTED);

describe.each([
  ['command', command],
  ['read', read],
])('a %s that misses a foreign fact', (_what, run) => {
  it.each([
    ['pulled it', 1],
    ['found it brought by the broker in the meantime', 0],
  ])('is tried again once the service has %s', async (_how, pulled) => {
    let isKnown = false;
    const refill = {
      pull: async () => {
        isKnown = true;
        return pulled;
      },
    };
    const uow = refillingUnitOfWork(
      missingUntil(() => isKnown),
      refill,
    );
    expect(await run(uow)).toEqual(ACCEPTED);
  });

  it('is refused as not yet known when the owner does not have it either, or is away', async () => {
    const unheard = missingUntil(() => false);
    expect(await run(refillingUnitOfWork(unheard, { pull: async () => 0 }))).toEqual(MISSING);
    const away = new RpcUnavailable({ method: '/x', target: 'intake', status: 14 }, new Error('away'));
    const pull = async (): Promise<number> => Promise.reject(away);
    expect(await run(refillingUnitOfWork(unheard, { pull }))).toEqual(MISSING);
  });
});
