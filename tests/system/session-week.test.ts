import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import { seededRandom } from '@huiyin/demo-city/random';
import { advanceTo, untilQuiet } from '@huiyin/scripts/api/quiet';
import { ApiRefusal, type Accepted, type ApiSession, type SentCommand } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import { roadPlace } from '@huiyin/scripts/road/road-case';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gapsAndReorders, lostCommands, lostOrDoubledEvents } from './road/invariants.ts';
import { readLedgers } from './road/ledger.ts';

// The last hour before the presidium's cut-off (domain.md §6.3), and the registration of what came in.
const PLACE = roadPlace();
const DEPUTIES = 60;
const SUGGESTIONS_EACH = 5;
const IN_TIME = DEPUTIES * SUGGESTIONS_EACH;
const LATE = 10;
/** Deputies who write at the same moment. */
const AT_ONCE = 12;
const LAST_HOUR = '2026-01-08T17:00:00+08:00';
const AFTER_CUT_OFF = '2026-01-08T18:00:01+08:00';
/** 大会秘书处议案组 knows what came in time; what came late is the standing committee's desk's alone. */
const REGISTRARS = ['registrar', 'registrar-2', 'desk', 'desk-2'];
const DESK = ['desk', 'desk-2'];
const CATEGORY = { category: '城建环保' };
const MIB = 1024 * 1024;
const START_TIMEOUT_MS = 240_000;
const WEEK_TIMEOUT_MS = 300_000;

/** A file as a suggestion names it. */
interface NamedFile {
  readonly attachmentId: string;
  readonly name: string;
  readonly sha256: string;
}

interface Filed {
  readonly caseId: string;
  readonly number: string;
  readonly period: string;
}

let system: RunningSystem;
let cast: Cast;
const people: ApiSession[] = [];
const sent: SentCommand[] = [];
/** What each submitted suggestion names. */
const filesOf = new Map<string, readonly NamedFile[]>();
/** Drafted in the last hour and not submitted in it, each by the deputy of its place in the list. */
const late: string[] = [];
let cases: readonly Filed[] = [];

beforeAll(async () => {
  system = await startRunningSystem('session-week', { replicas: { intake: 2, archive: 2 } });
  cast = new Cast(system.gatewayUrl, PLACE.tenant, (command) => sent.push(command));
  for (let index = 0; index < DEPUTIES; index += 1) people.push(await cast.person(loginOf(index)));
}, START_TIMEOUT_MS);

afterAll(async () => {
  await system.stop();
});

const loginOf = (index: number): string => (index === 0 ? 'deputy' : `deputy-${index + 1}`);

const rowFrom = (first: number, length: number): readonly number[] =>
  Array.from({ length }, (_unused, index) => first + index);

const idsOf = (files: readonly { readonly attachmentId: string }[]): readonly string[] =>
  files.map(({ attachmentId }) => attachmentId).toSorted();

/** Calls of the desk's registration that one replica answered, by its log. */
function registrationsBy(replica: string): number {
  const log = readFileSync(join(system.logs, `${replica}.log`), 'utf8');
  return log.split('\n').filter((line) => line.includes('/RegisterSuggestion"')).length;
}

/** Every third carries a photo, one in thirty ten files, one in a hundred the largest that is taken. */
function sizesOf(n: number): readonly number[] {
  if (n % 100 === 50) return [20 * MIB];
  if (n % 30 === 0) return Array.from({ length: 10 }, () => 64 * 1024);
  return n % 3 === 1 ? [300 * 1024] : [];
}

function pdfOf(n: number, sizeBytes: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(sizeBytes).fill(32);
  content.set(new TextEncoder().encode(`%PDF-1.7\n%${n} ${sizeBytes}\n`));
  return content;
}

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const NOT_NOW: readonly string[] = ['rate-limited', 'attachment-check-busy'];

/** Asks again until there is a turn, as the page does. */
async function upload(by: ApiSession, name: string, content: Uint8Array): Promise<NamedFile> {
  for (;;) {
    try {
      const { id } = await by.post(`/attachments?name=${encodeURIComponent(name)}`, content);
      return { attachmentId: id, name, sha256: hashOf(content) };
    } catch (error) {
      if (!(error instanceof ApiRefusal) || !NOT_NOW.includes(error.code)) throw error;
    }
  }
}

async function draft(lead: ApiSession, n: number): Promise<string> {
  const { title, facts, demands } = demoSuggestion(seededRandom(`session week ${n}`), PLACE);
  const attachments: NamedFile[] = [];
  for (const [index, size] of sizesOf(n).entries())
    attachments.push(await upload(lead, `附件${index + 1}.pdf`, pdfOf(n * 10 + index, size)));
  const { id } = await lead.post('/suggestions', { text: { title, facts, demands, attachments } });
  filesOf.set(id, attachments);
  return id;
}

/** As a phone does whose answer was lost. */
async function everyFourthAgain(n: number, answer: Accepted): Promise<void> {
  if (n % 4 !== 0) return;
  const command = sent.find(({ accepted }) => accepted === answer);
  expect(await command?.again()).toEqual(answer);
}

describe('the week of a session', { timeout: WEEK_TIMEOUT_MS }, () => {
  it(`takes ${IN_TIME} suggestions with attachments in the last hour before the cut-off`, async () => {
    await advanceTo(await cast.person('operator'), LAST_HOUR);
    const waiting = people.entries();
    const write = async (lead: ApiSession, index: number): Promise<void> => {
      for (let each = 0; each < SUGGESTIONS_EACH; each += 1) {
        const n = index * SUGGESTIONS_EACH + each;
        const id = await draft(lead, n);
        await everyFourthAgain(n, await lead.post(`/suggestions/${id}:submit`));
      }
      if (index < LATE) late[index] = await draft(lead, IN_TIME + index);
    };
    const one = async (): Promise<void> => {
      for (const [index, lead] of waiting) await write(lead, index);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    expect(filesOf.size).toBe(IN_TIME + LATE);
  });

  it('counts what is submitted after the cut-off as between sessions', async () => {
    await advanceTo(await cast.person('operator'), AFTER_CUT_OFF);
    for (const [index, id] of late.entries()) await people[index]?.post(`/suggestions/${id}:submit`);
    for (const id of late) {
      const { period } = await (await cast.person('desk')).get<{ period: string }>(`/suggestions/${id}`);
      expect(period).toBe('between-sessions');
    }
  });

  it('gives every number once, in an unbroken row, whoever registers on whichever replica', async () => {
    // Two of four people reach for each suggestion: who comes second is refused and draws no number.
    const queue = [...filesOf.keys()];
    let refused = 0;
    const registrars = REGISTRARS.map(async (login) => {
      const registrar = await cast.person(login);
      for (const [n, id] of queue.entries()) {
        const both = late.includes(id) ? DESK : [n, n + 1].map((at) => REGISTRARS[at % REGISTRARS.length]);
        if (!both.includes(login)) continue;
        try {
          await everyFourthAgain(n, await registrar.post(`/suggestions/${id}:register`, CATEGORY));
        } catch (error) {
          if (!(error instanceof ApiRefusal) || error.code !== 'wrong-status') throw error;
          refused += 1;
        }
      }
    });
    await Promise.all(registrars);
    expect(refused).toBe(queue.length);
    for (const replica of ['intake', 'intake-2']) expect(registrationsBy(replica)).toBeGreaterThan(LATE);
    await untilQuiet(await cast.person('operator'));
    cases = await (await cast.person('desk')).all<Filed>('/cases');
    const numbers = (period: string): readonly number[] =>
      cases
        .filter((filed) => filed.period === period && filesOf.has(filed.caseId))
        .map(({ number }) => Number(number.slice(-4)))
        .toSorted((a, b) => a - b);
    expect(numbers('in-session')).toEqual(rowFrom(numbers('in-session')[0] ?? 0, IN_TIME));
    expect(numbers('between-sessions')).toEqual(rowFrom(numbers('between-sessions')[0] ?? 0, LATE));
  });

  it('keeps each suggestion as one case with exactly its files', async () => {
    const desk = await cast.person('desk');
    const own = cases.filter(({ caseId }) => filesOf.has(caseId));
    expect(new Set(own.map(({ caseId }) => caseId)).size).toBe(own.length);
    for (const [n, { caseId }] of own.entries()) {
      const named = filesOf.get(caseId) ?? [];
      const file = await desk.get<{ attachments: readonly NamedFile[] }>(`/cases/${caseId}`);
      expect(idsOf(file.attachments)).toEqual(idsOf(named));
      if (n % 20 !== 0) continue;
      for (const { attachmentId, sha256 } of named) {
        const content = await desk.get<Uint8Array>(`/attachments/${attachmentId}/content`);
        expect(hashOf(content)).toBe(sha256);
      }
    }
  });

  it('lost and doubled nothing between the services', async () => {
    const ledgers = await readLedgers(system.urls.postgresAdmin);
    expect(lostCommands(ledgers, sent)).toEqual([]);
    expect(lostOrDoubledEvents(ledgers)).toEqual([]);
    expect(gapsAndReorders(ledgers)).toEqual([]);
  });
});
