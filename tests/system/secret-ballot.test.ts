import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { personId } from '@huiyin/demo-city/people';
import { unitId } from '@huiyin/demo-city/units';
import { Cast } from '@huiyin/scripts/road/cast';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, checkIn, type BallotVoter } from '../support/ballot-voter.ts';
import { everythingStored, type StoredRow } from '../support/everything-stored.ts';
import { startOtlpReceiver, type OtlpReceiver } from '../support/otlp-receiver.ts';

const SETUP_TIMEOUT_MS = 300_000;
const TENANT = 'donghu';
/** Who checks in one after the other; they cast in another order. */
const LOGINS = ['deputy-7', 'deputy-2', 'deputy-3', 'deputy-4', 'deputy-5', 'deputy-6'];
const CAST_ORDER = [3, 0, 5, 1, 4, 2];
const CHOICES = ['satisfied', 'basically-satisfied', 'dissatisfied', 'abstained', 'satisfied', 'satisfied'];
/** Lines and spans come a moment after what they tell of. */
const SETTLE_MS = 1_000;

let receiver: OtlpReceiver;
let system: RunningSystem;
let isRunning = false;
let ballotId: string;
let voters: readonly BallotVoter[];
let answers: readonly string[];
let stored: readonly StoredRow[];
/** From before the first vote to after the last; nobody asks anything else in between. */
let window: { readonly from: number; readonly to: number };
/** Lines of every process and server. */
let log: readonly string[];

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '200';
  system = await startRunningSystem('ballot', { otlpEndpoint: receiver.endpoint });
  isRunning = true;
  const people = new Cast(system.gatewayUrl, TENANT);
  const desk = await people.person('desk');
  const voterIds = LOGINS.map((login) => personId(TENANT, login));
  const asked = { title: '交通工作测评', unitId: unitId(TENANT, 'jiaotong'), voterIds };
  ballotId = (await desk.post('/ballots', asked)).id;
  const checkedIn: BallotVoter[] = [];
  for (const login of LOGINS) checkedIn.push(await checkIn(await people.person(login), ballotId));
  voters = checkedIn;
  await desk.post(`/ballots/${ballotId}:close-check-in`);
  await desk.post(`/ballots/${ballotId}:open-casting`);
  const cookie = await cookieOf(`${LOGINS[0]}@${TENANT}`);
  await sleep(SETTLE_MS);
  const from = Date.now();
  answers = await castAll(cookie);
  window = { from, to: Date.now() };
  await sleep(SETTLE_MS);
  await desk.post(`/ballots/${ballotId}:close`);
  await sleep(SETTLE_MS);
  stored = await everythingStored(system.urls.postgresAdmin);
  log = await allLines();
}, SETUP_TIMEOUT_MS);

afterAll(async () => {
  if (isRunning) await system.stop();
  receiver?.close();
  delete process.env['OTEL_BSP_SCHEDULE_DELAY'];
});

async function cookieOf(login: string): Promise<string> {
  const answer = await fetch(`${system.gatewayUrl}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: system.gatewayUrl },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
}

/** Every voter casts; the first one's browser is careless and sends its cookie; then somebody tries to vote twice. */
async function castAll(cookie: string): Promise<readonly string[]> {
  const told: string[] = [];
  const vote = async (index: number, choice: string): Promise<void> => {
    const voter = voters[index];
    if (voter === undefined) throw new Error(`there is no voter ${index}`);
    const headers: Record<string, string> = index === 0 ? { cookie } : {};
    told.push(await cast(system.gatewayUrl, voter, { tenant: TENANT, ballotId, choice, headers }));
  };
  for (const index of CAST_ORDER) await vote(index, CHOICES[index] ?? '');
  await vote(1, 'abstained');
  return told;
}

async function allLines(): Promise<readonly string[]> {
  const files = await readdir(system.logs);
  const texts = await Promise.all(files.map((file) => readFile(join(system.logs, file), 'utf8')));
  return texts.flatMap((text) => text.split('\n'));
}

const secretsOf = ({ token, signature }: BallotVoter): readonly string[] => [
  ...[token, signature],
  createHash('sha256').update(Buffer.from(token, 'base64url')).digest('hex'),
];
/** Under which the voters' commands are written down. */
function accountsOfVoters(): readonly string[] {
  const people = new Set(voters.map(({ personId: id }) => id));
  const accounts = tableOf('account').map(
    ({ text }) => JSON.parse(text) as { id: string; person_id: string },
  );
  return accounts.filter(({ person_id: id }) => people.has(id)).map(({ id }) => id);
}

const tableOf = (name: string): readonly StoredRow[] => stored.filter(({ table }) => table === name);
const inWindow = (text: string): boolean =>
  [...text.matchAll(INSTANT)].some(([instant]) => {
    const at = Date.parse(instant);
    return at >= window.from && at <= window.to;
  });
/** As rows and lines write an instant. */
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|\+00:00)/g;

describe('a secret ballot leaves nothing by which a voter and a vote could be joined', () => {
  it('was held', () => {
    expect(answers).toEqual([...LOGINS.map(() => '204'), '409 vote-already-cast']);
    const [closed] = tableOf('ballot').map(({ text }) => JSON.parse(text) as { state: unknown });
    expect(closed?.state).toMatchObject({
      ...{ status: 'closed', checkedIn: LOGINS.length, result: 'satisfied' },
      votes: { satisfied: 3, 'basically-satisfied': 1, dissatisfied: 1, abstained: 1 },
    });
  });

  it('a vote is its ballot, its choice and an id that stands nowhere else', () => {
    const votes = tableOf('ballot_vote').map((row) => ({
      ...row,
      vote: JSON.parse(row.text) as Record<string, string>,
    }));
    expect(votes).toHaveLength(LOGINS.length);
    const everything = [...stored.map(({ text }) => text), ...log, ...receiver.bodies].join('\n');
    for (const { vote } of votes) {
      expect(Object.keys(vote).toSorted()).toEqual(['ballot_id', 'choice', 'id', 'tenant']);
      expect(everything.split(vote['id'] ?? '').length - 1).toBe(1);
    }
    // One transaction wrote them all: that of closing, not those of casting.
    expect(new Set(votes.map(({ xmin }) => xmin)).size).toBe(1);
  });

  it('tokens, their hashes and the key are gone from every table', () => {
    for (const table of ['ballot_cast', 'ballot_key']) expect(tableOf(table)).toEqual([]);
    for (const voter of voters) {
      const known = [...secretsOf(voter), voter.blindedToken, voter.blindSignature];
      for (const secret of known) expect(stored.filter(({ text }) => text.includes(secret))).toEqual([]);
    }
  });

  it('who checked in is on the roll without a choice, and is named beside none anywhere', () => {
    const ids = [...voters.map(({ personId: id }) => id), ...accountsOfVoters()];
    const ofBallot = stored.filter(({ text }) => text.includes(ballotId));
    const named = ofBallot.filter(({ text }) => ids.some((id) => text.includes(id)));
    expect(new Set(named.map(({ table }) => table))).toEqual(new Set(['ballot_voter', 'idempotency']));
    expect(accountsOfVoters()).toHaveLength(LOGINS.length);
    for (const { text } of named) expect(text).not.toMatch(/satisfied|abstained/);
  });

  it('no row was written at the time of a vote for the ballot or for a voter', () => {
    const ids = [ballotId, ...voters.map(({ personId: id }) => id), ...accountsOfVoters()];
    const then = stored.filter(({ text }) => inWindow(text));
    expect(then.filter(({ text }) => ids.some((id) => text.includes(id)))).toEqual([]);
    const keys = then.filter(({ table }) => table === 'idempotency' || table === 'event');
    expect(keys.filter(({ service }) => service === 'evaluation')).toEqual([]);
  });

  it('no line tells of casting, though other steps are told', () => {
    expect(log.filter((line) => line.includes(':check-in')).length).toBeGreaterThanOrEqual(LOGINS.length);
    expect(log.filter((line) => /:cast\b|CastVote|ballot_cast/.test(line))).toEqual([]);
    const then = log.filter((line) => inWindow(line));
    const told = then.filter((line) => /"msg":"(?:request|call)"/.test(line));
    // The gateway may ask directory for the business time, whoever it is for.
    expect(told.filter((line) => !line.includes('GetBusinessClock'))).toEqual([]);
    for (const secret of voters.flatMap(secretsOf))
      expect(log.filter((line) => line.includes(secret))).toEqual([]);
  });

  it('neither spans nor metrics tell of casting, though they tell of other steps', async () => {
    await system.stop();
    isRunning = false;
    const sent = receiver.bodies.join('\n');
    for (const method of ['OpenCasting', 'CheckInVoter', 'CloseBallot'])
      expect(sent).toContain(`BallotService/${method}`);
    expect(sent).not.toMatch(/CastVote|:cast\b|into ballot_cast/);
    for (const secret of voters.flatMap(secretsOf)) expect(sent).not.toContain(secret);
  });
});
