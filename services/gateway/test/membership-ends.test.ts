import { reject } from '@huiyin/kernel/rejection';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Peers } from '../src/http/peers.ts';
import { MembershipsInForce } from '../src/session/memberships-in-force.ts';
import type { Session } from '../src/session/session.ts';
import { logIn, send } from './support/client.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';
import { CHECK_MEMBERSHIP } from './support/stub-services.ts';

const active = { membershipId: 'm', tenant: 'east', tenantName: '东城区', role: 'deputy' } as const;
const SESSION: Session = {
  ...{ key: 'k', accountId: 'a', personId: 'p', name: '陈代表', startedAtMs: 0 },
  ...{ memberships: [active], active },
};
const UNIT = { unitId: 'u', name: '交通运输局' };

/** What directory is asked, and answers, at a time that the test sets. */
function directory() {
  const state = { now: 0, answer: (): unknown => ({ holds: true }), asked: 0 };
  const peers: Peers = {
    call: async () => {
      state.asked += 1;
      await Promise.resolve();
      return state.answer() as never;
    },
  };
  const memberships = new MembershipsInForce(peers, { now: () => new Date(state.now) });
  return { state, memberships };
}

const silent = (): unknown => {
  throw new Error('directory is down');
};

describe('a membership', () => {
  it('is asked about at most every thirty seconds, once for many requests at a time, each by itself', async () => {
    const { state, memberships } = directory();
    expect(await Promise.all([1, 2, 3].map(() => memberships.holds(SESSION)))).toEqual([true, true, true]);
    expect(state.asked).toBe(1);
    state.now = 30_000;
    await memberships.holds(SESSION);
    expect(state.asked).toBe(1);
    await memberships.holds({ ...SESSION, active: { ...active, unit: UNIT } });
    state.now = 30_001;
    await memberships.holds(SESSION);
    expect(state.asked).toBe(3);
  });

  it('that has ended is found out within a minute, whatever was believed', async () => {
    const { state, memberships } = directory();
    await memberships.holds(SESSION);
    state.answer = () => ({ holds: false });
    state.now = 30_001;
    expect(await memberships.holds(SESSION)).toBe(false);
    state.answer = () => ({ holds: true });
    expect(await memberships.holds(SESSION)).toBe(true);
  });

  it('is believed for a minute when directory is silent, and no longer', async () => {
    const { state, memberships } = directory();
    await memberships.holds(SESSION);
    state.answer = silent;
    state.now = 60_000;
    expect(await memberships.holds(SESSION)).toBe(true);
    state.now = 60_001;
    await expect(memberships.holds(SESSION)).rejects.toThrow('directory is down');
    state.answer = () => reject('forbidden', 'not-permitted', '不可以');
    await expect(memberships.holds(SESSION)).rejects.toThrow('not-permitted');
  });
});

describe('a session whose membership has ended', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.stop());

  it('is over, reads nothing any more, and can be begun anew or left', async () => {
    const api = `${gateway.baseUrl}/api/v1`;
    const { cookie } = await logIn(gateway.baseUrl, 'chen-deputy');
    gateway.services.behaviours.set(CHECK_MEMBERSHIP, () => ({ holds: false }));
    const expired = { status: 401, body: { code: 'session-expired' } };
    expect(await send(`${api}/me`, { cookie })).toMatchObject(expired);
    expect(await send(`${api}/cases`, { cookie })).toMatchObject(expired);
    expect(gateway.services.received.filter(({ path }) => path.includes('archive'))).toEqual([]);
    gateway.services.behaviours.set(CHECK_MEMBERSHIP, () => ({ holds: true }));
    // It does not come back with the membership.
    expect(await send(`${api}/me`, { cookie })).toMatchObject(expired);
    const again = await logIn(gateway.baseUrl, 'chen-deputy');
    expect((await send(`${api}/me`, { cookie: again.cookie })).status).toBe(200);
    gateway.services.behaviours.set(CHECK_MEMBERSHIP, silent);
    expect((await send(`${api}/session`, { method: 'DELETE', cookie: again.cookie })).status).toBe(204);
  });
});
