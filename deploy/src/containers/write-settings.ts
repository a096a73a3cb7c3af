import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { provideIdentityKeys } from '../identity-keys.ts';
import { openSecrets } from '../secrets.ts';
import { stateDirectory } from '../state-directory.ts';
import { databaseOf, PROCESS_NAMES, SERVICE_NAMES } from '../topology.ts';
import { settingsFiles, type ContainerOptions } from './settings.ts';

/** Only whoever owns the folder gets to what lies below it. */
const FOLDER_MODE = 0o700;
/** Compose shows a container the file as it is, and who reads it there has another number than its owner here. */
const FILE_MODE = 0o444;

/**
 * Writes what deploy/compose.yaml reads into `folder`: passwords and keys that are made once and kept, and all settings
 * anew. Whoever installs a newer Huiyin does it again, since it may have further services.
 */
export function writeSettings(
  folder: string,
  { hostPort, ...options }: Omit<ContainerOptions, 'secrets'> & { readonly hostPort: number },
): void {
  const state = { ...stateDirectory(folder), secrets: join(folder, 'secrets') };
  for (const each of [folder, state.secrets, join(folder, 'env')])
    mkdirSync(each, { recursive: true, mode: FOLDER_MODE });
  chmodSync(folder, FOLDER_MODE);
  const secrets = openSecrets(state);
  for (const { ownerRole } of SERVICE_NAMES.map(databaseOf)) secrets.password(ownerRole);
  const files = settingsFiles({ ...options, secrets });
  const { keyFile, jwksFile } = provideIdentityKeys(state);
  for (const [name, text] of files) replace(join(folder, name), text);
  replace(join(folder, 'compose.env'), `HUIYIN_SETTINGS=${folder}\nHUIYIN_PORT=${hostPort}\n`);
  for (const file of [...PROCESS_NAMES.map(keyFile), jwksFile, join(state.secrets, 'passwords.json')])
    chmodSync(file, FILE_MODE);
  chmodSync(dirname(jwksFile), FOLDER_MODE);
}

function replace(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  chmodSync(file, FILE_MODE);
}
