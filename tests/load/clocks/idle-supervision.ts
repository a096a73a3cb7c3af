import { encodeEvent } from '@huiyin/contracts/encode-event';
import { systemClock } from '@huiyin/kernel/clock';
import { openDatabase } from '@huiyin/postgres/database';
import { createReferenceReader } from '@huiyin/reference/reader';
import type { RunningSystem } from '@huiyin/testkit/running-system';
import pg from 'pg';
import { supervisionPorts, supervisionSweeps } from '../../../services/supervision/src/supervision.ts';

const TENANT = 'donghu';
const NOW = new Date('2026-03-18T01:00:00Z');
/** Rows that one statement adds. */
const PAGE = 100_000;
const CLOCKS_A_CASE = 4;

/** Supervision's own sweep over clocks none of which is due. */
export interface IdleSupervision {
  readonly clocks: number;
  /** One sweep of the tenant. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** Fills a database of its own with clocks that turn in later years, and opens supervision over it. */
export async function openIdleSupervision(system: RunningSystem, clocks: number): Promise<IdleSupervision> {
  const target = await system.bareDatabase('supervision', `bench_idle_${clocks}`);
  await fill(target.adminUrl, clocks);
  const complain = (message: string, error: unknown): void => {
    throw new Error(message, { cause: error });
  };
  const database = openDatabase({
    ...{ service: 'supervision', url: target.appUrl, relayUrl: target.relayUrl, clock: systemClock },
    encode: (event) => encodeEvent('supervision', event),
    onError: complain,
  });
  const log = { warn: (detail: object, message: string) => complain(message, detail) };
  const sweeps = supervisionSweeps(
    supervisionPorts({ uow: database.uow, reference: createReferenceReader(), log }),
  );
  return {
    clocks,
    sweep: async () => {
      for (const sweep of sweeps) await sweep.run(TENANT, NOW);
    },
    close: () => database.close(),
  };
}

async function fill(adminUrl: string, clocks: number): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Nothing refers to anything else than what the next statements make; checking it row by row would double the time.
    await admin.query('set session_replication_role = replica');
    for (let first = 0; first < clocks; first += PAGE) {
      const last = Math.min(first + PAGE, clocks) - 1;
      await admin.query(
        `insert into case_file (tenant, id, number, title, colour, open_clocks, settled_until, calendar_version, state)
         select $1, 'case-' || n, n::text, '等待', 'green', ${CLOCKS_A_CASE}, $2, 1, '{}'
         from generate_series($3::int, $4::int) as n`,
        [TENANT, NOW, first / CLOCKS_A_CASE, Math.floor(last / CLOCKS_A_CASE)],
      );
      await admin.query(
        `insert into clock (tenant, id, case_id, kind, status, owner, unit_id, due_date, due_version, colour,
           colour_since, next_change_at, state)
         select $1, 'waiting-' || n, 'case-' || n / ${CLOCKS_A_CASE}, 'reply', 'open', 'unit', 'u', '2027-06-30', 1,
           'green', '2026-03-01', timestamptz '2027-06-30T16:00:00Z' + n * interval '1 second', '{}'
         from generate_series($2::int, $3::int) as n`,
        [TENANT, first, last],
      );
    }
    await admin.query('vacuum analyze');
  } finally {
    await admin.end();
  }
}
