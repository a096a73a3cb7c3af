import { cpSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '@huiyin/deploy/servers/find-program';
import { installDebianPackages } from '@huiyin/deploy/servers/install-servers';
import { nativeDirectory } from '@huiyin/deploy/servers/postgres-home';
import { lastLine } from '@huiyin/deploy/servers/run-program';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { DEFAULT_STATE_ROOT, REPOSITORY } from '@huiyin/deploy/state-directory';
import { runCommand } from '../run-check.ts';
import type { Engine } from './engine.ts';

/** Which of the images that compose.yaml names this is. */
export type BaseName = 'node' | 'postgres' | 'nats' | 'redis';

/** An image that containers are made of, and what it truly is. */
export interface BaseImage {
  readonly name: BaseName;
  /** `postgres:18` */
  readonly image: string;
  /** What its program says of itself. */
  readonly version: string;
  readonly from: 'registry' | 'here already' | 'made here of Debian 12';
}

/** What compose.yaml names where nothing else is said. */
export const USUAL_IMAGES: Readonly<Record<BaseName, string>> = {
  node: 'node:24-slim',
  postgres: 'postgres:18',
  nats: 'nats:2-alpine',
  redis: 'redis:7',
};
/** The stand-ins bear the usual names where these are true of them. */
const STAND_INS: Readonly<Record<BaseName, string>> = { ...USUAL_IMAGES, nats: 'nats:2.9.10' };
const PROGRAMS: Readonly<Record<BaseName, string>> = {
  node: 'node',
  postgres: 'postgres',
  nats: 'nats-server',
  redis: 'redis-server',
};

const RECIPES = join(REPOSITORY, 'deploy/base-images');
const WORK = join(DEFAULT_STATE_ROOT, 'compose', 'base');
const DEBIAN = 'huiyin-debian:bookworm';
const SUITE = 'bookworm';
const NPM = 'npm@11';
const STEP_WITHIN_MS = 600_000;
const PULL_WITHIN_MS = 300_000;

/** The four images: pulled, or, where no registry answers, made of what Debian and npm ship. */
export async function provideBaseImages(
  engine: Engine,
  say: (line: string) => void,
): Promise<readonly BaseImage[]> {
  const images: BaseImage[] = [];
  for (const name of ['node', 'postgres', 'nats', 'redis'] as const)
    images.push(await provideImage(engine, name, say));
  return images;
}

async function provideImage(engine: Engine, name: BaseName, say: (line: string) => void): Promise<BaseImage> {
  for (const image of [USUAL_IMAGES[name], STAND_INS[name]]) {
    if (await isHere(engine, image)) return described(engine, name, image, 'here already');
  }
  const usual = USUAL_IMAGES[name];
  if (await pull(engine, usual)) return described(engine, name, usual, 'registry');
  const image = STAND_INS[name];
  say(`no registry answers for ${usual}: making ${image}`);
  await make(engine, name, image, say);
  return described(engine, name, image, 'made here of Debian 12');
}

/** True when the image is here now. A refusal and a registry that cannot be reached are the same to us. */
export async function pull(engine: Engine, image: string): Promise<boolean> {
  const options = { env: engine.env, timeoutMs: PULL_WITHIN_MS };
  return (await runCommand(engine.docker, ['pull', '--quiet', image], options)).code === 0;
}

async function isHere({ docker, env }: Engine, image: string): Promise<boolean> {
  return (await runCommand(docker, ['image', 'inspect', image], { env })).code === 0;
}

async function described(
  engine: Engine,
  name: BaseName,
  image: string,
  from: BaseImage['from'],
): Promise<BaseImage> {
  const told = await run(engine, [
    'run',
    '--rm',
    '--network=none',
    '--entrypoint',
    PROGRAMS[name],
    image,
    '--version',
  ]);
  const version = /\d+\.\d+(\.\d+)?/.exec(told)?.[0];
  if (version === undefined) throw new StartupFailure(`${image} does not say its version: ${told}`);
  const label = await run(engine, [
    'image',
    'inspect',
    '--format',
    '{{index .Config.Labels "huiyin.stand-in"}}',
    image,
  ]);
  return { name, image, version, from: label === '' ? from : 'made here of Debian 12' };
}

async function make(
  engine: Engine,
  name: BaseName,
  image: string,
  say: (line: string) => void,
): Promise<void> {
  if (!(await isHere(engine, DEBIAN))) await makeDebian(engine, say);
  const context = join(WORK, name);
  rmSync(context, { recursive: true, force: true });
  mkdirSync(context, { recursive: true });
  if (name === 'node') await layOutNode(context);
  if (name === 'postgres')
    cpSync(nativeDirectory(), join(context, 'native'), { recursive: true, verbatimSymlinks: true });
  if (name === 'postgres')
    cpSync(join(RECIPES, 'postgres-entrypoint.sh'), join(context, 'postgres-entrypoint.sh'));
  const recipe = join(RECIPES, `${name}.Dockerfile`);
  await run(engine, ['build', '--network=host', '--tag', image, '--file', recipe, context]);
  rmSync(context, { recursive: true });
}

/** A whole small Debian, by the mirror that this machine uses. */
async function makeDebian(engine: Engine, say: (line: string) => void): Promise<void> {
  if (findProgram('debootstrap') === undefined) await installDebianPackages(['debootstrap'], say);
  const debootstrap = findProgram('debootstrap');
  if (debootstrap === undefined)
    throw new StartupFailure('debootstrap cannot be found after the installation');
  const root = join(WORK, 'debian');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const parts = ['--variant=minbase', '--include=ca-certificates,libstdc++6'];
  await must(engine, debootstrap, [...parts, SUITE, root, ...(await mirror())]);
  const label = 'LABEL huiyin.stand-in="Debian 12"';
  const pipe = 'tar --directory "$1" --create . | "$2" import --change "$3" - "$4"';
  await must(engine, 'bash', ['-o', 'pipefail', '-c', pipe, 'import', root, engine.docker, label, DEBIAN]);
  rmSync(root, { recursive: true });
}

/** Where apt gets Debian's packages from; nothing where apt does not say. */
async function mirror(): Promise<readonly string[]> {
  const { output } = await runCommand('apt-get', ['indextargets', '--format', '$(REPO_URI)']);
  const found = output.split('\n').find((uri) => /^https?:.*\/debian\/?$/.test(uri));
  return found === undefined ? [] : [found];
}

/** The Node that runs this, and npm from its package. */
async function layOutNode(context: string): Promise<void> {
  const folder = join(context, 'node_modules');
  mkdirSync(join(folder, 'node', 'bin'), { recursive: true });
  cpSync(realpathSync(process.execPath), join(folder, 'node', 'bin', 'node'));
  const staged = `${context}-npm`;
  mkdirSync(staged, { recursive: true });
  const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runCommand('npm', ['install', '--prefix', staged, ...flags, NPM], {
    timeoutMs: STEP_WITHIN_MS,
  });
  if (code !== 0) throw new StartupFailure(`npm install ${NPM} failed: ${lastLine(output)}`);
  cpSync(join(staged, 'node_modules', 'npm'), join(folder, 'npm'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  rmSync(staged, { recursive: true });
}

function run(engine: Engine, args: readonly string[]): Promise<string> {
  return must(engine, engine.docker, args);
}

async function must(engine: Engine, program: string, args: readonly string[]): Promise<string> {
  const env = { ...engine.env, DOCKER_BUILDKIT: '1' };
  const { code, output } = await runCommand(program, args, { env, timeoutMs: STEP_WITHIN_MS });
  if (code === 0) return output.trim();
  const shown = output.trim().split('\n').slice(-20).join('\n');
  throw new StartupFailure(`${program} ${args[0] ?? ''} failed (exit code ${code}):\n${shown}`);
}

/** Left by a run that was broken off. */
export function removeBaseWork(): void {
  if (existsSync(WORK)) rmSync(WORK, { recursive: true });
}
