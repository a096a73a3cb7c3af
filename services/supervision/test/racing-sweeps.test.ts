import { encodeEvent } from '@huiyin/contracts/encode-event';
import { systemActor } from '@huiyin/kernel/actor';
import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import { newId } from '@huiyin/kernel/ids';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import { createReferenceReader } from '@huiyin/reference/reader';
import { execute, rows } from '@huiyin/postgres/query';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supervisionPorts, supervisionSweeps } from '../src/supervision.ts';
import { TRANSPORT } from './given.ts';
import {
  at,
  clockStart,
  DONGHU,
  envelope,
  openSupervision,
  type OpenSupervision,
} from './open-supervision.ts';

/** Clocks that turn yellow at one instant. */
const CASES = 1_000;
const CLOCKS_A_CASE = 3;
const SWEEPERS = 3;

let supervision: OpenSupervision;

beforeAll(async () => {
  supervision = await openSupervision();
});
afterAll(() => supervision.close());

const counted = (sql: string): Promise<{ count: number; distinct: number }> =>
  supervision.database.uow.read(DONGHU, async (tx) => {
    const [row] = await rows<{ count: number; distinct: number }>(tx, sql, [DONGHU]);
    return row ?? { count: 0, distinct: 0 };
  });

/** Three plans of one case, all due on 2026-03-16. */
async function handOverPlans(caseId: string): Promise<readonly string[]> {
  const subjects = Array.from({ length: CLOCKS_A_CASE }, () => newId());
  await supervision.hear('assignment', {
    ...{ stream: caseId, type: 'plan-requested', at: at('2026-03-02') },
    payload: {
      suggestionId: caseId,
      clocks: subjects.map((subject) =>
        clockStart('plan', subject, '2026-03-02', { n: 10, unit: 'workday' }),
      ),
    },
  });
  return subjects;
}

describe('sweeps racing over thousands of due clocks', () => {
  it('fire each warning exactly once, at its own instant, while cases are closed under them', async () => {
    const cases = Array.from({ length: CASES }, () => newId());
    const subjects = new Map<string, readonly string[]>();
    const queue = [...cases];
    const tellers = Array.from({ length: 4 }, async () => {
      for (let caseId = queue.pop(); caseId !== undefined; caseId = queue.pop()) {
        subjects.set(caseId, await handOverPlans(caseId));
      }
    });
    await Promise.all(tellers);

    const replicas = [supervision, ...Array.from({ length: SWEEPERS - 1 }, () => supervision.replica())];
    const now = at('2026-03-18');
    const closing = (async () => {
      for (const caseId of cases.filter((_, index) => index % 10 === 0)) {
        const clocks = (subjects.get(caseId) ?? []).map((subject) => ({
          ...{ op: 'CLOCK_OP_MEET', kind: 'plan', subject, round: 1, startDate: '2026-03-17' },
        }));
        const fact = {
          stream: caseId,
          type: 'plan-filed',
          payload: { suggestionId: caseId, clocks },
          at: at('2026-03-17'),
        };
        await replicas[1]?.apply(envelope('assignment', 2, fact));
      }
    })();
    await Promise.all([...replicas.map((replica) => replica.sweep(now)), closing]);
    await supervision.sweep(now);

    const yellow = await counted(
      `select count(*) as count, count(distinct payload ->> 'clockId') as distinct from event
       where tenant = $1 and type = 'colour-changed' and payload ->> 'toColour' = 'yellow'
         and occurred_at = '2026-03-16T16:00:00Z'`,
    );
    expect(yellow).toEqual({ count: CASES * CLOCKS_A_CASE, distinct: CASES * CLOCKS_A_CASE });
    const missed = await counted(
      `select count(*) as count, count(distinct payload ->> 'clockId') as distinct from event
       where tenant = $1 and type = 'clock-missed'`,
    );
    expect(missed).toEqual({ count: CASES * CLOCKS_A_CASE, distinct: CASES * CLOCKS_A_CASE });
    const urged = await counted(
      `select count(*) as count, count(distinct payload ->> 'clockId') as distinct from event
       where tenant = $1 and type = 'unit-urged' and payload ->> 'unitId' = '${TRANSPORT}'`,
    );
    expect(urged).toEqual({ count: CASES * CLOCKS_A_CASE, distinct: CASES * CLOCKS_A_CASE });
    const met = await counted(
      `select count(*) as count, count(distinct payload ->> 'clockId') as distinct from event
       where tenant = $1 and type = 'clock-met'`,
    );
    expect(met.count).toBe((CASES / 10) * CLOCKS_A_CASE);
  });

  it('catch up after all of them were away, each transition at its own instant and in order', async () => {
    const caseId = newId();
    await handOverPlans(caseId);
    await supervision.sweep(at('2026-04-30'));
    const told = await supervision.database.uow.read(DONGHU, (tx) =>
      rows<{ type: string; occurred_at: Date }>(
        tx,
        'select type, occurred_at from event where tenant = $1 and stream = $2 order by version',
        [DONGHU, caseId],
      ),
    );
    const instants = told.map((event) => event.occurred_at.toISOString());
    expect(instants).toEqual(instants.toSorted());
    // Yellow on 03-17, the head urged three weeks later.
    expect(new Set(instants)).toEqual(
      new Set(['2026-03-02T01:00:00.000Z', '2026-03-16T16:00:00.000Z', '2026-04-06T16:00:00.000Z']),
    );
  });

  it('wait two seconds at most for a replica that went silent with a case in its hands', async () => {
    const [caseId, told] = [newId(), 'told by nobody yet'];
    await handOverPlans(caseId);
    const silent = supervision.replica();
    let timeout = told;
    let wakeUp = (): void => undefined;
    const asleep = new Promise<void>((wake) => (wakeUp = wake));
    const by = { tenant: DONGHU, actor: systemActor('supervision'), at: at('2026-03-18') };
    const holding = silent.database.uow.actOnFree(by, [caseId], async (tx, streams) => {
      expect(streams).toHaveLength(1);
      const [row] = await rows<{ timeout: string }>(
        tx,
        `select current_setting('idle_in_transaction_session_timeout') as timeout`,
        [],
      );
      timeout = row?.timeout ?? '';
      await asleep;
    });
    const lost = holding.then(
      () => undefined,
      (error: unknown) => error,
    );
    await waitFor('the case to be held', () => Promise.resolve(timeout !== told));
    // Nobody wakes it: the server takes the case from it, and the other replica's round ends.
    await supervision.sweep(at('2026-03-18'));
    const { count } = await counted(
      `select count(*) as count, 0 as distinct from clock
       where tenant = $1 and case_id = '${caseId}' and colour = 'yellow'`,
    );
    expect(count).toBe(CLOCKS_A_CASE);
    expect(timeout).toBe('2s');
    wakeUp();
    expect(await lost).toBeInstanceOf(DatabaseUnavailable);
  });

  it('let one case that the database refuses wait, and no other with it', async () => {
    const cases = Array.from({ length: 60 }, () => newId());
    for (const caseId of cases) await handOverPlans(caseId);
    const refused = cases[0] ?? '';
    const meddle = (sql: string): Promise<void> => {
      const actor = systemActor('supervision');
      return supervision.database.uow.act(
        { tenant: DONGHU, actor, at: at('2026-03-02') },
        refused,
        async (tx) => {
          expect(await execute(tx, sql, [refused])).toBe(1);
        },
      );
    };
    // As if a warning of this clock had been given already: the same again is what the key is there to refuse.
    await meddle(
      `insert into firing (tenant, clock_id, rule, colour, due_version, episode, case_id, at)
       select c.tenant, c.id, f.rule, f.colour, f.due_version, f.episode, c.case_id, f.at
       from clock c, (select * from firing where colour = 'yellow' limit 1) f where c.case_id = $1 limit 1`,
    );
    const yellowCases = async (): Promise<readonly string[]> => {
      const found = await supervision.database.uow.read(DONGHU, (tx) =>
        rows<{ case_id: string }>(
          tx,
          `select distinct case_id from clock where case_id = any($1) and colour = 'yellow'`,
          [cases],
        ),
      );
      return found.map(({ case_id }) => case_id).toSorted();
    };
    const sweeping = supervision.sweep(at('2026-03-18'));
    await expect(sweeping).rejects.toThrow('1 cases of donghu could not be settled');
    expect(await yellowCases()).toEqual(cases.slice(1).toSorted());

    await meddle('delete from firing where case_id = $1');
    await supervision.sweep(at('2026-03-18'));
    expect(await yellowCases()).toEqual(cases.toSorted());
  });

  it('come through a case at a time, where more at once lose the database', async () => {
    const cases = Array.from({ length: 12 }, () => newId());
    for (const caseId of cases) await handOverPlans(caseId);
    const { uow } = supervision.database;
    const starved: UnitOfWork = {
      ...uow,
      // A process so slow that the server ends a transaction of more than one case as silent.
      actOnFree: (by, ids, work) =>
        uow.actOnFree(by, ids, async (tx, streams) => {
          const result = await work(tx, streams);
          if (streams.length > 1)
            throw new DatabaseUnavailable('rolled-back', { cause: 'silent for too long' });
          return result;
        }),
    };
    const log = { warn: (): void => undefined };
    const ports = supervisionPorts({ uow: starved, reference: createReferenceReader(), log });
    const [sweep] = supervisionSweeps(ports);
    let rounds = 1;
    for (; rounds < 20; rounds += 1) {
      const lost = await sweep?.run(DONGHU, at('2026-03-18')).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (lost === undefined) break;
      expect(lost).toBeInstanceOf(DatabaseUnavailable);
    }
    // 50, 25, 13, 7, 4, 2, 1.
    expect(rounds).toBe(7);
    const { count } = await counted(
      `select count(*) as count, 0 as distinct from clock where tenant = $1
         and case_id in (${cases.map((id) => `'${id}'`).join()}) and colour = 'yellow'`,
    );
    expect(count).toBe(cases.length * CLOCKS_A_CASE);
  });

  it('leave nothing due behind, and every event fits its message', async () => {
    const due = await counted(
      `select count(*) as count, 0 as distinct from clock
       where tenant = $1 and next_change_at <= '2026-03-18T00:00:00Z'`,
    );
    expect(due.count).toBe(0);
    const events = await supervision.database.uow.read(DONGHU, (tx) =>
      rows<{ type: string; payload: Record<string, unknown> }>(
        tx,
        'select distinct on (type) type, payload from event where tenant = $1',
        [DONGHU],
      ),
    );
    for (const { type, payload } of events)
      expect(encodeEvent('supervision', { type, payload })).toEqual(payload);
  });
});
