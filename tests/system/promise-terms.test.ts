import { personId } from '@huiyin/demo-city/people';
import { addDays, localDate } from '@huiyin/kernel/local-date';
import { advanceTo } from '@huiyin/scripts/api/quiet';
import { Cast } from '@huiyin/scripts/road/cast';
import { evaluate, keepPromises, lookBackIfRequired, reportPromises } from '@huiyin/scripts/road/conclude';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge, handOver, raise } from '@huiyin/scripts/road/raise';
import { furtherCase } from '@huiyin/scripts/road/road-case';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SETUP_TIMEOUT_MS = 300_000;
const TEST_TIMEOUT_MS = 300_000;
const TENANT = 'donghu';
/** Who signed it, and who signed it too and is elected again. */
const [LEAD, COSIGNER] = ['deputy-20', 'deputy-21'];
/** A day in the spring of 2027, after the next congress was elected. */
const PROMISE_IN_DAYS = 480;

interface Promised {
  readonly suggestionId: string;
  readonly unitId: string;
  readonly status: string;
  readonly dueOn: string;
  readonly reports: readonly { readonly onDate: string }[];
}

interface Clock {
  readonly kind: string;
  readonly colour: string;
  readonly status: string;
  readonly owner: string;
  readonly nextAction: string;
}

interface CaseFile {
  readonly summary: { readonly stage: string; readonly displayNumber: string };
  readonly leadDeputyId: string;
}

let system: RunningSystem;
let cast: Cast;
let journey: Journey;

beforeAll(async () => {
  system = await startRunningSystem('promise-terms');
  cast = new Cast(system.gatewayUrl, TENANT);
}, SETUP_TIMEOUT_MS);
afterAll(() => system?.stop());

const inMorning = async (day: string): Promise<void> =>
  advanceTo(await cast.person('operator'), `${day}T09:00:00+08:00`);

const fileOf = async (): Promise<CaseFile> =>
  (await cast.person('desk')).get<CaseFile>(`/cases/${journey.suggestionId}`);

const clocksOf = async (): Promise<readonly Clock[]> =>
  (await cast.person('desk')).all<Clock>(`/clocks?suggestionId=${journey.suggestionId}`);

/** The promise as a reader's ledger has it. */
async function promised(reader = cast.person('desk')): Promise<Promised> {
  const all = await (await reader).all<Promised>('/promises');
  const found = all.filter(({ suggestionId }) => suggestionId === journey.suggestionId);
  expect(found).toHaveLength(1);
  return found[0] as Promised;
}

describe(
  'M20 a promise that outlives the congress to which it was made',
  { timeout: TEST_TIMEOUT_MS },
  () => {
    it('is opened by a reply of class B, and holds the case open', async () => {
      journey = new Journey(cast, { ...furtherCase('跨届承诺', 8, LEAD), cosigner: COSIGNER });
      await raise(journey);
      await handOver(journey);
      await acknowledge(journey);
      await confirmBySides(journey);
      await filePlan(journey);
      const opinions = await giveOpinions(journey);
      await contactDeputy(journey);
      await reply(journey, { resultClass: 'B', opinions, promiseInDays: PROMISE_IN_DAYS });
      await evaluate(journey, 'satisfied');
      await lookBackIfRequired(journey);
      const { status, dueOn } = await promised();
      expect([status, dueOn.slice(0, 4)]).toEqual(['open', '2027']);
      expect((await fileOf()).summary.stage).toBe('follow-up');
    });

    it('has an owner and a next step when a year has gone by and nobody reported', async () => {
      await inMorning('2027-01-12');
      const late = (await clocksOf()).filter(
        ({ kind, colour }) => kind === 'promise_progress' && colour === 'yellow',
      );
      expect(late).toHaveLength(1);
      expect(late[0]?.owner).toMatch(/\S/);
      expect(late[0]?.nextAction).toMatch(/\S/);
      await reportPromises(journey);
      expect((await promised()).reports).toHaveLength(1);
    });

    it('goes on in the next term: the number and the unit stay, who was elected again takes the lead', async () => {
      const desk = await cast.person('desk');
      const before = await fileOf();
      const { unitId } = await promised();
      await desk.post('/congress-sessions', {
        ...{ congressTerm: 20, congressSession: 1, opensOn: '2027-01-18', closesOn: '2027-01-22' },
        cutOffAt: '2027-01-21T10:00:00Z',
      });
      await inMorning('2027-01-25');
      const ends = { onDate: '2027-01-18', reason: '任期届满' };
      await desk.post(`/people/${personId(TENANT, LEAD)}:end-mandate`, ends);
      await inMorning('2027-01-26');
      await (await cast.person(COSIGNER)).post(`${journey.path}:take-lead`, {});
      await inMorning('2027-01-27');

      const after = await fileOf();
      expect(after.leadDeputyId).toBe(personId(TENANT, COSIGNER));
      expect(after.summary.displayNumber).toBe(before.summary.displayNumber);
      const still = await promised();
      expect([still.status, still.unitId]).toEqual(['open', unitId]);
      // Who was promised it reads it still, and who leads now does.
      for (const reader of [LEAD, COSIGNER]) {
        const again = new Cast(system.gatewayUrl, TENANT).person(reader);
        expect((await promised(again)).status).toBe('open');
      }
    });

    it('turns red on its day, and closes the case when it was seen kept', async () => {
      const { dueOn } = await promised();
      await inMorning('2027-04-20');
      await reportPromises(journey);
      const overdue = addDays(localDate(dueOn), 2);
      await inMorning(overdue);
      const red = (await clocksOf()).find(({ kind, colour }) => kind === 'promise' && colour === 'red');
      expect(red?.owner).toMatch(/\S/);
      expect(red?.nextAction).toMatch(/\S/);

      await keepPromises(journey);
      await inMorning(addDays(overdue, 1));
      expect((await promised()).status).toBe('kept');
      const file = await fileOf();
      expect(file.summary.stage).toBe('closed');
      expect(
        (await clocksOf()).filter(({ kind, status }) => /promise/.test(kind) && status === 'open'),
      ).toEqual([]);
    });
  },
);
