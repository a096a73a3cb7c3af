import type { SentCommand } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import type { Journey } from '@huiyin/scripts/road/journey';
import { roadPlace } from '@huiyin/scripts/road/road-case';
import { travel } from '@huiyin/scripts/road/travel';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from './road/bends.ts';
import { promise, rectification, secondRound } from './road/bends-of-evaluation.ts';
import { extension, merger, returnOfAnAssignment, withdrawals } from './road/bends-of-handling.ts';
import {
  forbiddenTransitions,
  gapsAndReorders,
  lostCommands,
  lostOrDoubledEvents,
  outOfOrder,
} from './road/invariants.ts';
import { ladder } from './road/ladder.ts';
import { readLedgers } from './road/ledger.ts';
import { training } from './road/training.ts';

const ROAD_TIMEOUT_MS = 300_000;
const START_TIMEOUT_MS = 240_000;

let system: RunningSystem;
let cast: Cast;
let journeys: readonly Journey[];
const sent: SentCommand[] = [];

beforeAll(async () => {
  system = await startRunningSystem('road');
  cast = new Cast(system.gatewayUrl, roadPlace().tenant, (command) => sent.push(command));
}, START_TIMEOUT_MS);

afterAll(async () => {
  await system.stop();
});

describe('a general, a key and a complex suggestion', { timeout: ROAD_TIMEOUT_MS }, () => {
  it('travel from draft to seal', async () => {
    journeys = await travel(cast);
    for (const { glimpses } of journeys) {
      expect(glimpses.at(-1)).toMatchObject({ stage: 'archived', colour: 'none', act: '' });
      expect(forbiddenTransitions(glimpses.map(({ stage }) => stage))).toEqual([]);
    }
  });

  it('show after every step exactly one party whose turn it is, and until when', () => {
    for (const { glimpses } of journeys) {
      for (const { step, stage, party, act, dueDate, accountable } of glimpses.slice(0, -1)) {
        expect([step, party, act]).not.toContain('');
        if (!['draft', 'cosigning'].includes(stage))
          expect([step, dueDate]).toEqual([step, expect.stringMatching(/^2026-/)]);
        if (['assigned', 'in-progress'].includes(stage))
          expect([step, accountable]).toEqual([step, ['unit']]);
      }
    }
  });

  it('were warned of nothing but the promise that came near', () => {
    for (const { glimpses } of journeys) {
      const colours = new Set(glimpses.map(({ colour }) => colour));
      expect([...colours].toSorted()).toEqual(['green', 'none']);
      const warnings = glimpses.flatMap(({ events }) => events).filter((type) => type === 'unit-urged');
      expect(warnings).toEqual(['unit-urged']);
    }
  });

  it('passed every gate in its order', async () => {
    for (const journey of journeys) {
      const types = (await journey.timeline()).map(({ type }) => type);
      const onSite = journey.roadCase.isKey || journey.roadCase.isComplex ? ['meeting-held'] : [];
      const road = [
        'suggestion-submitted',
        'suggestion-registered',
        'suggestion-classified',
        'assignment-made',
      ];
      expect(outOfOrder(types, [...road, 'assignment-acknowledged', 'dual-confirmation-completed'])).toEqual(
        [],
      );
      expect(outOfOrder(types, ['dual-confirmation-completed', 'plan-filed', 'reply-issued'])).toEqual([]);
      const held = types.lastIndexOf('meeting-held', types.indexOf('reply-issued'));
      expect(onSite.length === 0 || held > types.indexOf('plan-filed')).toBe(true);
      const end = [
        'reply-issued',
        'reply-delivered',
        'suggestion-evaluated',
        'suggestion-closed',
        'case-sealed',
      ];
      expect(outOfOrder(types, end)).toEqual([]);
      const look = types.includes('look-back-required') ? 'look-back-judged' : 'look-back-waived';
      expect(outOfOrder(types, [look, 'suggestion-closed'])).toEqual([]);
      expect(journey.roadCase.isKey && look === 'look-back-waived').toBe(false);
    }
  });

  it('are finished in every service', async () => {
    const desk = await cast.person('desk');
    for (const { suggestionId, roadCase } of journeys) {
      const intake = await desk.get<{ status: string; number: string }>(`/suggestions/${suggestionId}`);
      expect(intake).toMatchObject({
        status: 'registered',
        number: expect.stringMatching(/^99\d{4}-19-5-\d{4}$/),
      });
      const handling = await desk.get<{ status: string; isKey: boolean; accountable: unknown[] }>(
        `/suggestions/${suggestionId}/handling`,
      );
      expect(handling).toMatchObject({ status: 'closed', isKey: roadCase.isKey, accountable: [] });
      const clocks = await desk.all<{ suggestionId: string }>(`/clocks?suggestionId=${suggestionId}`);
      expect(clocks).toEqual([]);
      const meetings = await desk.all<{ suggestionId: string; kind: string; status: string }>('/meetings');
      const ours = meetings.filter((meeting) => meeting.suggestionId === suggestionId);
      expect(ours.find(({ kind }) => kind === 'dual-confirmation')?.status).toBe('confirmed');
      const evaluations = await desk.get<object>(`/suggestions/${suggestionId}/evaluations`);
      expect(JSON.stringify(evaluations)).toContain('"kept"');
      const archived = await desk.get<object>(`/cases/${suggestionId}`);
      expect(archived).toMatchObject({ summary: { stage: 'archived' }, upToDate: true });
      const notices = await (await cast.person(roadCase.leadDeputy)).all<{ caseId: string }>('/notices');
      expect(notices.some(({ caseId }) => caseId === suggestionId)).toBe(true);
    }
  });

  it('take no further command, and none from another district', async () => {
    const stranger = new Cast(system.gatewayUrl, 'xiling').person('desk');
    for (const { suggestionId, shares } of journeys) {
      const path = `/suggestions/${suggestionId}`;
      expect(await refusal(cast.person('desk'), `${path}:register`, { category: '其他' })).toMatch(/^409 /);
      const [share = ''] = shares.values();
      for (const url of [
        path,
        `${path}/handling`,
        `${path}/meetings`,
        `${path}/evaluations`,
        `/cases/${suggestionId}`,
      ]) {
        await expect((await stranger).get(url)).rejects.toMatchObject({ status: 404 });
      }
      await expect((await stranger).get(`/assignments/${share}`)).rejects.toMatchObject({ status: 404 });
      expect(await refusal(stranger, `/cases/${suggestionId}:seal`)).toMatch(/^404 /);
      expect(await refusal(stranger, `${path}:register`, { category: '其他' })).toMatch(/^404 /);
    }
    const seen = await Promise.all(
      ['/cases', '/clocks', '/meetings', '/assignments', '/promises', '/notices'].map(async (path) => {
        return (await stranger).all<object>(path);
      }),
    );
    expect(seen.flat()).toEqual([]);
  });
});

describe('a bend', { timeout: ROAD_TIMEOUT_MS }, () => {
  it('申退: an assignment returned, its decision, and another unit', () => returnOfAnAssignment(cast));
  it('延期: the term extended once', () => extension(cast));
  it('撤回: withdrawn before and after 交办', () => withdrawals(cast));
  it('并案: merged, with an own reply and evaluation', () => merger(cast));
  it('不满意: handled again in a second round', () => secondRound(cast));
  it('整改: a look-back below expectation', () => rectification(cast));
  it('承诺: a class B closes by its promise only', () => promise(cast));
  it('逾期: yellow, red, 督办函, 约谈', () => ladder(cast));
  it('培训: a certificate warns when it is missing or over', () => training(cast));
});

describe('after all that', { timeout: ROAD_TIMEOUT_MS }, () => {
  it('the same commands sent again change nothing and get the same answers (I2)', async () => {
    const before = await eventCounts();
    for (const { accepted, again, request } of sent) {
      expect([request, await again()]).toEqual([request, accepted]);
    }
    expect(await eventCounts()).toEqual(before);
  });

  it('no command and no event is lost, doubled or out of order (I1, I3, I4)', async () => {
    const ledgers = await readLedgers(system.urls.postgresAdmin);
    expect(sent.length).toBeGreaterThan(200);
    expect(lostCommands(ledgers, sent)).toEqual([]);
    expect(lostOrDoubledEvents(ledgers)).toEqual([]);
    expect(gapsAndReorders(ledgers)).toEqual([]);
  });

  it('every chain and every seal verifies (I10)', async () => {
    const operator = await cast.person('operator');
    const { services } = await operator.send<{ services: readonly { differences: readonly unknown[] }[] }>(
      'POST',
      '/operations/audit:verify',
    );
    expect(services.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it('the services had nothing to complain of', () => {
    // What its owner is about to make or start, and a busy machine, are no fault.
    const harmless = /waiting for it|sweep round put off|heartbeats missed/;
    expect(system.complaints.filter((line) => !harmless.test(line))).toEqual([]);
  });
});

/** Logging in is an event of directory's, so its count moves by itself. */
async function eventCounts(): Promise<readonly [string, number][]> {
  const ledgers = await readLedgers(system.urls.postgresAdmin);
  return ledgers.map(({ service, events }) => [service, events.length]);
}
