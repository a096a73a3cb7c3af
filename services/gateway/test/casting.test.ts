import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from './support/client.ts';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';

const CAST_VOTE = '/huiyin.evaluation.v1.BallotService/CastVote';
const BALLOT = '0198c0de-0000-7000-8000-000000000000';
const VOTE = {
  ...{ tenant: 'east', choice: 'satisfied' },
  ...{ token: 'A'.repeat(86), signature: 'B'.repeat(342) },
};
/** Of one address in a minute. */
const MOST = 20;

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({ environment: { REQUESTS_PER_MINUTE: String(MOST) } });
  gateway.services.behaviours.set(CAST_VOTE, () => ({}));
});
afterAll(() => gateway.stop());

/** Without anything but the vote, unless said otherwise. */
function cast(headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${gateway.baseUrl}/api/v1/ballots/${BALLOT}:cast`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(VOTE),
  });
}

describe('casting a vote', () => {
  it('is the gateway’s call in a tenant, of nobody and without a key, whatever the browser sends along', async () => {
    const { cookie } = await logIn(gateway.baseUrl, 'chen-deputy');
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const answer = await cast({ cookie, traceparent, 'idempotency-key': 'key' });
    expect(answer.status).toBe(204);
    const [call] = gateway.services.received.filter(({ path }) => path === CAST_VOTE);
    expect(call).toMatchObject({
      ...{ idempotencyKey: undefined, by: { service: 'gateway', tenant: 'east' } },
      request: { ballotId: BALLOT, token: VOTE.token, signature: VOTE.signature, choice: 'satisfied' },
    });
    expect(JSON.stringify(call)).not.toContain('chen-deputy');
  });

  it('stands in no line of the log, neither accepted nor refused, while others do', async () => {
    const before = gateway.log.length;
    expect((await cast()).status).toBe(204);
    expect((await cast({ 'content-type': 'text/plain' })).status).toBe(415);
    expect(gateway.log.length).toBe(before);
    await fetch(`${gateway.baseUrl}/api/v1/ballots`);
    expect(gateway.log.slice(before)).toMatchObject([{ msg: 'request', route: '/api/v1/ballots' }]);
  });

  it('is limited by address', async () => {
    const answers = await Promise.all(Array.from({ length: MOST + 1 }, () => cast()));
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([204, 429]));
  });
});
