import { encodeEvent } from '@huiyin/contracts/encode-event';
import { systemActor, type Actor, type Role } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection } from '@huiyin/kernel/rejection';
import { openDatabase, type Database } from '@huiyin/postgres/database';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countColours } from '../src/app/count-colours.ts';
import { listCases, type ListCases } from '../src/app/list-cases.ts';
import { emptyFile, type CaseFile, type ClockFile, type ShareFile } from '../src/domain/case-file.ts';
import { caseFiles } from '../src/storage/case-files.ts';

const AT = new Date('2026-03-17T01:00:00Z');
const share: ShareFile = {
  ...{ unitId: 'transport', role: 'lead', decidingOffice: 'government-office', state: 'acknowledged' },
  ...{ assignedOn: '2026-01-08', dualConfirmedOn: '', onSiteRequired: false, onSiteOn: '', planVersion: 0 },
  ...{ planOn: '', fiveOnesComplete: false, liaisonUntrained: false, opinionGiven: false, round: 1 },
  ...{ contactsInRound: 0, difficultyOpen: false, replyDrafted: false },
} as const;

/** A case at 区交通运输局 with one running clock. */
function atUnit(caseId: string, dueDate: string, colour: ClockFile['colour'], more: Partial<CaseFile> = {}) {
  const clock: ClockFile = {
    ...{ kind: 'dual_confirmation', subject: 'a', round: 1, startDate: '2026-01-08', dueDate, colour },
    ...{ provisional: false, state: 'open', owner: 'unit', unitId: 'transport', personId: '', endedOn: '' },
    overrideAskedBy: '',
  } as const;
  return {
    ...emptyFile(caseId),
    ...{
      number: `990103-19-5-${caseId}`,
      title: `关于${caseId}的建议`,
      leadDeputyId: 'lin',
      drafting: '' as const,
    },
    ...{ submittedOn: '2026-01-06', registeredOn: '2026-01-07', classified: true, colour },
    ...{ shares: { a: share }, clocks: { k: clock }, ...more },
  };
}

/** 0001 and 0004 are red, 0003 is another deputy's, 0005 withdrawn, 0006 waits for the desk. */
const FILES: readonly CaseFile[] = [
  atUnit('0001', '2026-03-20', 'red'),
  atUnit('0002', '2026-04-07', 'yellow'),
  atUnit('0003', '2026-03-25', 'yellow', { leadDeputyId: 'tang' }),
  atUnit('0004', '2026-03-10', 'red'),
  atUnit('0005', '2026-03-10', 'green', { ended: 'withdrawn', clocks: {}, colour: 'none' }),
  atUnit('0006', '2026-03-10', 'green', { shares: {}, clocks: {}, colour: 'none' }),
];

let target: TestDatabase;
let database: Database;
beforeAll(async () => {
  target = await freshDatabase('archive');
  database = openDatabase({
    service: 'archive',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('archive', event),
    clock: systemClock,
    onError: (message, error) => console.error(message, error),
  });
  await database.uow.act({ tenant: 'donghu', actor: systemActor('archive'), at: AT }, 'given', async (tx) => {
    for (const file of FILES) await caseFiles.save(tx, 'donghu', file, ['区交通运输局'], AT);
  });
});
afterAll(async () => {
  await database.close();
  await target.drop();
});

function as(personId: string, role: Role, unitId?: string): QueryContext {
  const actor: Actor = {
    accountId: personId,
    personId,
    roles: [role],
    ...(unitId === undefined ? {} : { unitId }),
  };
  return { tenant: 'donghu', actor, at: AT };
}
const DESK = as('gao', 'congress-desk');
const LIN = as('lin', 'deputy');
const TANG = as('tang', 'deputy');
const LIAISON = as('zhu', 'unit-liaison', 'transport');

const ALL: ListCases = {
  ...{ number: '', titleContains: '', year: 0, category: '', leadUnit: '', stage: '', colour: '' },
  ...{ origin: 'live', progress: '', involved: false, mine: false, order: 'number', limit: 2, cursor: '' },
} as const;

/** Ids with colours of all pages, one page after the other. */
async function listed(ctx: QueryContext, filter: Partial<ListCases> = {}): Promise<string[]> {
  const list = listCases({ uow: database.uow, files: caseFiles });
  const found: string[] = [];
  let cursor = '';
  do {
    const page = await list({ ...ALL, ...filter, cursor }, ctx);
    if (isRejection(page)) throw new Error(page.code);
    found.push(
      ...page.cases.map(({ row, readable }) => `${row.caseId} ${readable.has('colours') ? row.colour : '-'}`),
    );
    cursor = page.nextCursor;
  } while (cursor !== '');
  return found;
}

describe('the list of cases', () => {
  it('begins with the highest number, or with the nearest due date, over all pages', async () => {
    expect(await listed(DESK)).toEqual([
      '0006 none',
      '0005 none',
      '0004 red',
      '0003 yellow',
      '0002 yellow',
      '0001 red',
    ]);
    expect(await listed(DESK, { order: 'due', progress: 'open' })).toEqual([
      '0004 red',
      '0001 red',
      '0003 yellow',
      '0002 yellow',
      '0006 none',
    ]);
    expect(await listed(DESK, { progress: 'ended' })).toEqual(['0005 none']);
  });

  it('shows what waits for the reader', async () => {
    expect(await listed(DESK, { mine: true })).toEqual(['0006 none']);
    expect(await listed(LIAISON, { mine: true, colour: 'red' })).toEqual(['0004 red', '0001 red']);
  });

  it('shows a deputy colours of the own suggestions only, and finds no others by colour', async () => {
    expect(await listed(LIN, { order: 'due', progress: 'open' })).toEqual([
      '0004 red',
      '0001 red',
      '0003 -',
      '0002 yellow',
      '0006 none',
    ]);
    expect(await listed(TANG, { involved: true })).toEqual(['0003 yellow']);
    expect(await listed(TANG, { colour: 'red' })).toEqual([]);
  });

  it('refuses a cursor that is none', async () => {
    const list = listCases({ uow: database.uow, files: caseFiles });
    for (const cursor of ['x', Buffer.from('["soon","1","2"]').toString('base64url')])
      expect(await list({ ...ALL, cursor }, DESK)).toMatchObject({ code: 'cursor-malformed' });
  });
});

describe('counts by colour', () => {
  const count = (ctx: QueryContext) =>
    countColours({ uow: database.uow, files: caseFiles })({ titleContains: '', progress: 'open' }, ctx);

  it('say how many there are, how many concern the reader and how many wait for the reader', async () => {
    expect(await count(DESK)).toEqual([
      { colour: 'none', all: 1, involved: 1, mine: 1 },
      { colour: 'red', all: 2, involved: 2, mine: 0 },
      { colour: 'yellow', all: 2, involved: 2, mine: 0 },
    ]);
    expect(await count(LIAISON)).toEqual([
      { colour: 'red', all: 2, involved: 2, mine: 2 },
      { colour: 'yellow', all: 2, involved: 2, mine: 2 },
    ]);
    expect(await count(TANG)).toEqual([
      { colour: '', all: 3, involved: 0, mine: 0 },
      { colour: 'yellow', all: 1, involved: 1, mine: 0 },
    ]);
  });
});
