/** The task `migrate` of compose.yaml: databases, roles and every migration, once, before anything else starts. */
import { connectAsAdmin, prepareDatabases } from '../databases.ts';
import { migrateDatabases } from '../migrate-databases.ts';
import { openSecrets } from '../secrets.ts';
import { StartupFailure } from '../servers/startup-failure.ts';
import { stateDirectory } from '../state-directory.ts';
import { containerTopology } from './settings.ts';

const { DATABASE_URL = '', SECRETS_FOLDER = '' } = process.env;

try {
  const { databases } = containerTopology('production');
  const secrets = openSecrets({ ...stateDirectory(), secrets: SECRETS_FOLDER });
  const admin = await connectAsAdmin(DATABASE_URL);
  try {
    await prepareDatabases(admin.client, databases, secrets);
  } finally {
    await admin.close();
  }
  const applied = await migrateDatabases(DATABASE_URL, databases, secrets);
  console.log(`${databases.length} databases ready, ${applied} migrations applied`);
} catch (error) {
  if (!(error instanceof StartupFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
