import { cp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const PAGE = 'index.html';
const HASHED = 'assets';
/** How long files of earlier builds stay: whoever serves or shows an earlier page still asks for them. Milliseconds. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Puts a finished build where it is served from, the page last and in one step, so that a page never names a file that
 * is not there. Files of earlier builds are kept for a week after they were built.
 */
export async function publishBuild(from: string, to: string, now: number = Date.now()): Promise<void> {
  await cp(from, to, { recursive: true, filter: (source) => source !== join(from, PAGE) });
  const page = join(to, `${PAGE}.${process.pid}`);
  await cp(join(from, PAGE), page);
  await rename(page, join(to, PAGE));
  const current = new Set(await readdir(join(from, HASHED)));
  for (const name of await readdir(join(to, HASHED))) {
    const file = join(to, HASHED, name);
    if (!current.has(name) && now - (await stat(file)).mtimeMs > KEEP_MS) await rm(file);
  }
}
