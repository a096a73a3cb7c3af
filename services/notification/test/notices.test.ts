import { encodeEvent } from '@huiyin/contracts/encode-event';
import type { ServiceName } from '@huiyin/contracts/services';
import { systemActor } from '@huiyin/kernel/actor';
import { systemClock } from '@huiyin/kernel/clock';
import type { EventEnvelope } from '@huiyin/kernel/event';
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

const liaisons: Record<string, string[]> = { zhujian: ['luo'] };
const hear = (event: EventEnvelope) =>
  database.inbox.apply(
    event,
    notifyPeople({
      uow: database.uow,
      notices,
      parties: caseParties,
      ...{ waiting: waitingAnnouncements, subscriptions, deliveries, senders: {}, clock: systemClock },
      reference: { peopleWith: (_tx, _role, unitId = '') => Promise.resolve(liaisons[unitId] ?? []) },
    }),
  );

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
