import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { ServiceName } from '@huiyin/contracts/services';
import { oneByOne } from '@huiyin/contracts/reactions';
import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import { openDatabase, type Database } from '@huiyin/postgres/database';
import { createReferenceReader } from '@huiyin/reference/reader';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepFacts } from '../src/app/keep-facts.ts';
import { attachmentUses } from '../src/storage/attachment-uses.ts';
import { caseFiles } from '../src/storage/case-files.ts';
import { facts } from '../src/storage/facts.ts';

const CASES = 40;
const TENANT = 'donghu';
const AT = new Date('2026-03-02T01:00:00Z');

let target: TestDatabase;
let database: Database;
let statements: string[] = [];

beforeAll(async () => {
  target = await freshDatabase('archive');
  database = openDatabase({
    service: 'archive',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('archive', event),
    clock: systemClock,
    onError: (message, error) => console.error(message, error),
    beforeStatement: async ({ sql }) => void statements.push(sql),
  });
});

afterAll(async () => {
  await database.close();
  await target.drop();
});

function fact(service: ServiceName, stream: string, type: string, payload: object): EventEnvelope {
  return {
    ...{ id: newId(), tenant: TENANT, service, stream, version: 1, type },
    ...{ payload: { suggestionId: stream, ...payload }, actor: systemActor(service) },
    ...{ occurredAt: AT, recordedAt: AT, traceparent: '', prevHash: '', hash: `hash of ${type}` },
  };
}

it('given facts of several services about one case at once, then the file has them all', async () => {
  const keep = keepFacts({
    facts,
    files: caseFiles,
    reference: createReferenceReader(),
    uses: attachmentUses,
  });
  const cases = Array.from({ length: CASES }, () => newId());
  const arrivals = cases.flatMap((id) => [
    fact('intake', id, 'suggestion-submitted', { title: '加装电梯', submittedOn: '2026-03-02' }),
    fact('assignment', id, 'suggestion-classified', { handlingType: 'complex' }),
    fact('evaluation', id, 'promise-opened', {
      promiseId: 'p',
      text: '完成',
      dueOn: '2026-06-01',
      unitId: 'u',
    }),
    fact('meeting', id, 'look-back-waived', { replyId: 'r' }),
  ]);
  await Promise.all(arrivals.map((event) => database.inbox.apply(event, oneByOne(keep))));

  for (const id of cases) {
    const row = await database.uow.read(TENANT, (tx) => caseFiles.load(tx, TENANT, id));
    expect(row?.file).toMatchObject({
      submittedOn: '2026-03-02',
      handlingType: 'complex',
      lookBacks: { r: { state: 'waived' } },
      promises: { p: { state: 'open' } },
    });
  }
});

it('given facts of one case at once, then the file is as if they had come one by one', async () => {
  const ports = { facts, files: caseFiles, reference: createReferenceReader(), uses: attachmentUses };
  const reactToBatch = keepFacts(ports);
  const react = oneByOne(reactToBatch);
  const [together, alone] = [newId(), newId()];
  const told = (id: string): EventBatch => [
    fact('intake', id, 'suggestion-submitted', { title: '加装电梯', submittedOn: '2026-03-02' }),
    { ...fact('intake', id, 'suggestion-registered', { number: 'T-1' }), version: 2 },
    { ...fact('intake', id, 'suggestion-withdrawn', { reason: '已解决' }), version: 3 },
  ];
  statements = [];
  const [first, ...others] = [together, newId()].flatMap(told);
  if (first === undefined) throw new Error('nothing is told');
  expect((await database.inbox.applyBatch([first, ...others], { react, reactToBatch })).size).toBe(6);
  expect(statements.filter((sql) => /case_fact|case_file/.test(sql))).toHaveLength(4);
  for (const event of told(alone)) await database.inbox.apply(event, react);

  const [one, other] = await database.uow.read(TENANT, async (tx) => [
    await caseFiles.load(tx, TENANT, together),
    await caseFiles.load(tx, TENANT, alone),
  ]);
  expect(one?.file).toMatchObject({ number: 'T-1', submittedOn: '2026-03-02' });
  expect(one?.file).toEqual(JSON.parse(JSON.stringify(other?.file).replaceAll(alone, together)));
});
