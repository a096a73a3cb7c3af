import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { FoundIn } from './catalogue.ts';
import { findMessages } from './find-messages.ts';
import { isTranslated } from './is-translated.ts';

/** Every Chinese text below a folder, file by file in their order. */
export async function readSources(folder: string): Promise<readonly FoundIn[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => relative(folder, path)).filter(isTranslated);
  return Promise.all(
    files.toSorted().map(async (file) => {
      const messages = findMessages(await readFile(join(folder, file), 'utf8'), file);
      return { file, messages };
    }),
  );
}
