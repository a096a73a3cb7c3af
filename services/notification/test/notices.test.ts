import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { ServiceName } from '@huiyin/contracts/services';
import { oneByOne } from '@huiyin/contracts/reactions';
import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { EventBatch, EventEnvelope } from '@huiyin/kernel/event';
import type { BatchReaction } from '@huiyin/kernel/unit-of-work';
import { newId } from '@huiyin/kernel/ids';
import { openDatabase, type Database } from '@huiyin/postgres/database';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notifyPeople } from '../src/app/notify-people.ts';
import { caseParties } from '../src/storage/case-parties.ts';
import { deliveries } from '../src/storage/deliveries.ts';
import { notices } from '../src/storage/notices.ts';
import { subscriptions } from '../src/storage/subscriptions.ts';
import { waitingAnnouncements } from '../src/storage/waiting-announcements.ts';

const TENANT = 'donghu';
const AT = new Date('2026-03-02T01:00:00Z');

let target: TestDatabase;
let database: Database;

beforeAll(async () => {
  target = await freshDatabase('notification');
  database = openDatabase({
    service: 'notification',
    url: target.appUrl,
    relayUrl: target.relayUrl,
    encode: (event) => encodeEvent('notification', event),
    clock: systemClock,
    onError: (message, error) => console.error(message, error),
  });
});

afterAll(async () => {
  await database.close();
  await target.drop();
});

const versions = new Map<string, number>();
function fact(service: ServiceName, stream: string, type: string, payload: object = {}): EventEnvelope {
  const version = (versions.get(`${service} ${stream}`) ?? 0) + 1;
  versions.set(`${service} ${stream}`, version);
  return {
    ...{ id: newId(), tenant: TENANT, service, stream, version, type },
    ...{ payload: { suggestionId: stream, ...payload }, actor: systemActor(service) },
    ...{ occurredAt: AT, recordedAt: AT, traceparent: '', prevHash: '', hash: `hash of ${type}` },
  };
}

/** Who has a role, and the role in which unit. */
const holders: Record<string, string[]> = {
  ...{ 'unit-liaison zhujian': ['luo'], 'unit-clerk zhujian': ['fang'], 'unit-head zhujian': ['zhang'] },
  ...{ 'unit-liaison fayuan': ['hou'], 'unit-clerk fayuan': ['hou', 'jin'] },
  ...{ 'unit-liaison shuiwu': ['ma'], 'unit-clerk shuiwu': ['niu'] },
  ...{ 'congress-desk': ['xu'], 'government-office': ['gu'], council: ['shi', 'xu'] },
};
/** 法院 is no unit of the government's. */
const offices: Record<string, string> = { zhujian: 'government-office', fayuan: 'congress-desk' };
const reactToBatch: BatchReaction = (events, tx, streams) =>
  notifyPeople({
    uow: database.uow,
    notices,
    parties: caseParties,
    ...{ waiting: waitingAnnouncements, subscriptions, deliveries, senders: {}, clock: systemClock },
    reference: {
      peopleWith: (_tx, role, unitId = '') => Promise.resolve(holders[`${role} ${unitId}`.trim()] ?? []),
      unit: (_tx, unitId) => {
        const decidingOffice = offices[unitId];
        return Promise.resolve(decidingOffice === undefined ? undefined : { decidingOffice });
      },
    },
  })(events, tx, streams);
const react = oneByOne(reactToBatch);
const hear = (event: EventEnvelope) => database.inbox.apply(event, react);
const hearTogether = async (batch: EventBatch) =>
  (await database.inbox.applyBatch(batch, { react, reactToBatch })).size === batch.length;

const told = async (personId: string): Promise<readonly string[]> => {
  const which = { personId, unreadOnly: false, limit: 50, after: '' };
  const found = await database.uow.read(TENANT, (tx) => notices.list(tx, TENANT, which));
  return found.map(({ text }) => text);
};

describe('a notice', () => {
  it('reaches each person a fact concerns once, however often the fact comes', async () => {
    const id = newId();
    await hear(fact('intake', id, 'suggestion-submitted', { leadDeputyId: `lin ${id}`, title: '加装电梯' }));
    const made = fact('assignment', id, 'assignment-made', { unitId: 'zhujian' });
    await hear(made);
    await hear(made);

    expect(await told(`lin ${id}`)).toEqual(['建议已交办：加装电梯']);
    expect(await told('luo')).toEqual(['建议已交办：加装电梯']);
  });

  it('is of each of several facts that are taken at once', async () => {
    const id = newId();
    const run: EventBatch = [
      fact('intake', id, 'suggestion-submitted', { leadDeputyId: `lin ${id}`, title: '加装电梯' }),
      {
        ...fact('intake', id, 'suggestion-registered', { leadDeputyId: `lin ${id}`, title: '加装电梯' }),
        version: 2,
      },
    ];
    expect(await hearTogether(run)).toBe(true);
    expect(await hearTogether(run)).toBe(false);
    expect(await told(`lin ${id}`)).toHaveLength(1);
    expect((await told('xu')).filter((said) => said.includes('加装电梯')).length).toBeGreaterThan(0);
  });

  it('holds up nobody who tells the same people at the same time in another order', async () => {
    const ofUnits = (id: string, ...units: readonly [string, string]): EventBatch => [
      fact('assignment', id, 'assignment-made', { unitId: units[0] }),
      { ...fact('assignment', id, 'assignment-made', { unitId: units[1] }), version: 2 },
      fact('assignment', newId(), 'assignment-made', { unitId: 'shuiwu' }),
    ];
    const runs = Array.from({ length: 40 }, (_, index) =>
      index % 2 === 0 ? ofUnits(newId(), 'zhujian', 'fayuan') : ofUnits(newId(), 'fayuan', 'zhujian'),
    );
    expect(await Promise.all(runs.map(hearTogether))).not.toContain(false);
  });

  it('waits for the fact that names the lead deputy', async () => {
    const id = newId();
    await hear(fact('assignment', id, 'assignment-made', { unitId: 'other' }));
    await hear(fact('evaluation', id, 'suggestion-closed'));
    expect(await told(`lin ${id}`)).toEqual([]);

    await hear(
      fact('intake', id, 'suggestion-submitted', { leadDeputyId: `lin ${id}`, title: '补种行道树' }),
    );
    expect((await told(`lin ${id}`)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      '建议已交办：补种行道树',
      '建议已办结：补种行道树',
    ]);
  });

  it('of an urge reaches liaison and clerk, the head where it is for the head, and 政府办 a copy', async () => {
    const id = newId();
    await hear(fact('intake', id, 'suggestion-submitted', { leadDeputyId: `lin ${id}`, title: id }));
    const urged = (unitId: string, toHead: boolean) =>
      hear(fact('supervision', id, 'unit-urged', { unitId, toHead }));
    const all = ['luo', 'fang', 'zhang', 'gu', 'xu', 'hou', 'jin'];
    const toldOnce = async () => {
      const counts = await Promise.all(
        all.map(async (who) => (await told(who)).filter((text) => text.endsWith(id)).length),
      );
      return Object.fromEntries(all.map((who, index) => [who, counts[index]]));
    };
    await urged('zhujian', false);
    // The desk hears 'suggestion-submitted' alone; its urge is its own.
    expect(await toldOnce()).toEqual({ luo: 1, fang: 1, zhang: 0, gu: 1, xu: 1, hou: 0, jin: 0 });
    await urged('zhujian', true);
    expect(await toldOnce()).toEqual({ luo: 2, fang: 2, zhang: 1, gu: 2, xu: 1, hou: 0, jin: 0 });
    await urged('fayuan', false);
    expect(await toldOnce()).toEqual({ luo: 2, fang: 2, zhang: 1, gu: 2, xu: 1, hou: 1, jin: 1 });
  });

  it('of what a second person decides does not go to the first', async () => {
    const id = newId();
    const title = `请第二人确认 ${id}`;
    await hear(fact('intake', id, 'suggestion-registered', { leadDeputyId: `lin ${id}`, title }));
    await hear(fact('supervision', id, 'colour-override-requested', { firstPersonId: 'xu' }));
    const about = async (who: string) => (await told(who)).filter((text) => text.endsWith(title));
    expect(await about('shi')).toHaveLength(1);
    expect(await about('xu')).toEqual([]);
  });

  it('is not lost when both facts come at once', async () => {
    const cases = Array.from({ length: 40 }, () => newId());
    await Promise.all(
      cases.flatMap((id) => [
        hear(fact('assignment', id, 'assignment-made', { unitId: 'other' })),
        hear(fact('intake', id, 'suggestion-submitted', { leadDeputyId: `lin ${id}`, title: '路灯' })),
      ]),
    );
    for (const id of cases) expect(await told(`lin ${id}`)).toEqual(['建议已交办：路灯']);
  });
});
