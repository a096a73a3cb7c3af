import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';

/** Path of a file of real input beside the repository, or undefined in a clone without it: such tests are skipped. */
export function sharedFile(name: string): string | undefined {
  const path = join(REPOSITORY, '..', 'shared', name);
  return existsSync(path) ? path : undefined;
}
