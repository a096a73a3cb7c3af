import { migrationsDirectory } from '@huiyin/deploy/migrate-databases';
import { databaseOf } from '@huiyin/deploy/topology';
import { migrate } from '@huiyin/postgres/migrate';
import { freshDatabase, type TestDatabase } from '@huiyin/testkit/fresh-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

const MIGRATION = '0002_evaluation_list.sql';

/** As `case_file.state` held it before the list was kept: one reply judged 不满意, one still to be judged. */
const OLD_FILE = {
  shares: [
    { assignmentId: 'a-1', unitId: 'unit-transport' },
    { assignmentId: 'a-2', unitId: 'unit-police' },
  ],
  evaluations: [
    {
      evaluationId: 'e-1',
      assignmentId: 'a-1',
      status: 'submitted',
      deliveredOn: '2026-05-22',
      form: { attitude: 'satisfied', result: 'dissatisfied' },
    },
    { evaluationId: 'e-2', assignmentId: 'a-2', status: 'awaited', deliveredOn: '2026-06-01' },
  ],
};

let target: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  target = await freshDatabase('evaluation');
  admin = new pg.Client({ connectionString: target.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await target.drop();
});

it('the list of evaluations is filled from the files that were there before it', async () => {
  await admin.query('drop table evaluation');
  await admin.query('delete from migration where name = $1', [MIGRATION]);
  await admin.query(
    `insert into case_file (tenant, id, version, phase, deputy_ids, state) values ('donghu', 'case-1', 7, 'open', '{}', $1)`,
    [JSON.stringify(OLD_FILE)],
  );
  const { appRole, relayRole } = databaseOf('evaluation');
  const directory = migrationsDirectory('evaluation');
  expect(await migrate({ ownerUrl: target.ownerUrl, directory, appRole, relayRole })).toEqual([MIGRATION]);
  const { rows } = await admin.query(
    'select tenant, id, case_id, unit_id, status, dissatisfied, delivered_on::text from evaluation order by id',
  );
  expect(rows.map((row) => Object.values(row as object))).toEqual([
    ['donghu', 'e-1', 'case-1', 'unit-transport', 'submitted', true, '2026-05-22'],
    ['donghu', 'e-2', 'case-1', 'unit-police', 'awaited', false, '2026-06-01'],
  ]);
  const { rows: forced } = await admin.query(
    `select relforcerowsecurity as forced from pg_class where relname in ('case_file', 'evaluation')`,
  );
  expect(forced).toEqual([{ forced: true }, { forced: true }]);
});
