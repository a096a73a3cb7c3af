import { connectAsAdmin } from '@huiyin/deploy/databases';
import { databaseOf } from '@huiyin/deploy/topology';

const MARK = 'huiyin: demo city seeded';

/**
 * Runs `seed` unless this server's databases hold the demo city already. The mark is a comment on directory's database:
 * it lives and goes with the data, and is set only after the whole seed went through, so an interrupted seed runs again.
 */
export async function seedOnce(adminUrl: string, seed: () => Promise<void>): Promise<boolean> {
  const { database } = databaseOf('directory');
  const admin = await connectAsAdmin(adminUrl);
  try {
    const { rows } = await admin.client.query<{ mark: string | null }>(
      `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
      [database],
    );
    if (rows[0]?.mark === MARK) return false;
    await seed();
    await admin.client.query(`comment on database ${database} is '${MARK}'`);
    return true;
  } finally {
    await admin.close();
  }
}
