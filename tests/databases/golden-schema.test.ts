import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsDirectory } from '@huiyin/deploy/migrate-databases';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { SERVICE_NAMES } from '@huiyin/deploy/topology';
import { dumpSchema } from '@huiyin/postgres/schema-dump';
import { freshDatabase } from '@huiyin/testkit/fresh-database';
import { describe, expect, it } from 'vitest';

const SERVICES = SERVICE_NAMES.filter((service) => existsSync(migrationsDirectory(service)));
/** `HUIYIN_GOLDEN=write` rewrites the files instead of comparing; review the difference like code. */
const REWRITE = process.env['HUIYIN_GOLDEN'] === 'write';

describe.each(SERVICES)('the schema of %s', (service) => {
  it('is what schema.sql says', async () => {
    const database = await freshDatabase(service);
    try {
      const schema = await dumpSchema(database.ownerUrl);
      const file = join(REPOSITORY, 'services', service, 'schema.sql');
      if (REWRITE) writeFileSync(file, schema);
      expect(schema).toBe(readFileSync(file, 'utf8'));
    } finally {
      await database.drop();
    }
  });
});
