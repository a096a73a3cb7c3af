import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';

/** File to which `npm test` has reasons for skipped tests written, for its summary: a line of JSON each. */
const NOTES_VARIABLE = 'HUIYIN_TEST_NOTES';

/**
 * Path of a file of real input beside the repository, or undefined in a clone without it. Tests that need it use
 * `it.skipIf(path === undefined)`; they are counted as skipped and the summary says why.
 */
export function sharedFile(name: string): string | undefined {
  const path = join(REPOSITORY, '..', 'shared', name);
  if (existsSync(path)) return path;
  const notes = process.env[NOTES_VARIABLE];
  const note = { kind: 'skipped', text: `tests over ../shared/${name}: it is not beside this clone` };
  if (notes !== undefined) appendFileSync(notes, `${JSON.stringify(note)}\n`);
  return undefined;
}
