import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { DEFAULT_STATE_ROOT, REPOSITORY } from '@huiyin/deploy/state-directory';
import { compressBuild } from './compress-build.ts';
import { publishBuild } from './publish-build.ts';
import { runCommand } from './run-check.ts';

const WEB = join(REPOSITORY, 'services/web');
const VITE = join(WEB, 'node_modules/.bin/vite');
const SERVED = join(WEB, 'dist');
const PAGE = join(SERVED, 'index.html');
const STAMP = join(DEFAULT_STATE_ROOT, 'web-built');
/** What the build is made from; the lockfile stands for everything installed. */
const SOURCES = ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'];
const BUILD_TIMEOUT_MS = 120_000;

/**
 * Builds the web application unless the last build was made from the same files. True when it built. A Huiyin that runs
 * meanwhile goes on serving the build it began with.
 */
export async function buildWeb(say: (line: string) => void): Promise<boolean> {
  const stamp = await stampOfSources();
  const built = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  if (built === stamp && existsSync(PAGE)) return false;
  say('building the web application');
  const started = performance.now();
  await mkdir(DEFAULT_STATE_ROOT, { recursive: true });
  const fresh = join(DEFAULT_STATE_ROOT, `web-build-${process.pid}`);
  try {
    const into = ['--outDir', fresh, '--emptyOutDir'];
    const { code, output } = await runCommand(VITE, ['build', WEB, '--logLevel', 'warn', ...into], {
      timeoutMs: BUILD_TIMEOUT_MS,
      // Whoever builds, a test run too, builds what people get.
      env: { NODE_ENV: 'production' },
    });
    if (code !== 0) throw new StartupFailure(`the web application cannot be built:\n${output.trim()}`);
    await compressBuild(fresh);
    await publishBuild(fresh, SERVED);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await writeFile(STAMP, stamp);
  say(`the web application is built (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return true;
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = [join(REPOSITORY, 'pnpm-lock.yaml'), ...(await Promise.all(SOURCES.map(filesOf))).flat()];
  for (const file of files.toSorted()) {
    hash.update(relative(REPOSITORY, file)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

/** A file, or all files below a folder. */
async function filesOf(name: string): Promise<string[]> {
  const path = join(WEB, name);
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
