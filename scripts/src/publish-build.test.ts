import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publishBuild } from './publish-build.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-publish-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function build(name: string): Promise<string> {
  const from = join(folder, `build-${name}`);
  await mkdir(join(from, 'assets'), { recursive: true });
  await writeFile(join(from, 'index.html'), `<script src="/assets/${name}.js"></script>`);
  await writeFile(join(from, 'assets', `${name}.js`), name);
  return from;
}

it('serves the new page and keeps what an earlier page asks for, for a week', async () => {
  const to = join(folder, 'dist');
  await publishBuild(await build('first'), to);
  await publishBuild(await build('second'), to);
  expect(await readFile(join(to, 'index.html'), 'utf8')).toContain('second.js');
  expect(await readdir(join(to, 'assets'))).toEqual(['first.js', 'second.js']);
  expect(await readdir(to)).toEqual(['assets', 'index.html']);

  const now = Date.now();
  const old = new Date(now - 8 * DAY_MS);
  await utimes(join(to, 'assets', 'first.js'), old, old);
  await utimes(join(to, 'assets', 'second.js'), old, old);
  await publishBuild(await build('second'), to, now);
  expect(await readdir(join(to, 'assets'))).toEqual(['second.js']);
});
