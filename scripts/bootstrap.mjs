// The only script that must run on any Node ≥ 20: gets the pinned Node and pnpm from npm, installs the dependencies when
// the lockfile changed, then hands over to scripts/src/<command>.ts under the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const repository = fileURLToPath(new URL('..', import.meta.url));
const tools = join(repository, '.huiyin', 'tools');
const toolsBin = join(tools, 'node_modules', '.bin');
const stampFile = join(repository, '.huiyin', 'installed');

function fail(line) {
  console.error(`huiyin: ${line}`);
  process.exit(1);
}

function say(line) {
  console.error(`huiyin: ${line}`);
}

function readPins() {
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const node = manifest.devDependencies?.node;
  const pnpm = /^pnpm@(\d+\.\d+\.\d+)/.exec(manifest.packageManager ?? '')?.[1];
  if (!/^\d+\.\d+\.\d+$/.test(node ?? ''))
    fail('package.json must pin devDependencies.node to one exact version');
  if (pnpm === undefined) fail('package.json must pin packageManager to pnpm@<exact version>');
  return { node, pnpm };
}

function versionOf(program) {
  const result = spawnSync(join(toolsBin, program), ['--version'], { encoding: 'utf8', env: environment() });
  return result.status === 0 ? result.stdout.trim().replace(/^v/, '') : undefined;
}

function environment() {
  return {
    ...process.env,
    PATH: `${toolsBin}${delimiter}${process.env.PATH ?? ''}`,
    NODE_COMPILE_CACHE: join(repository, '.huiyin', 'compile-cache'),
  };
}

/** How often this process looks whether its parent still lives, milliseconds. */
const PARENT_CHECK_MS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Passes signals on to the child for as long as it runs. A child that also got Ctrl-C from the terminal treats both as
 * one. npm hands a SIGTERM only to the shell between itself and this process, so the end of that shell counts as one.
 */
function passSignals(child) {
  const parent = process.ppid;
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  const watch = setInterval(() => {
    if (!underNpm || process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, PARENT_CHECK_MS);
  child.once('exit', () => clearInterval(watch));
  for (const signal of SIGNALS) {
    const pass = () => child.kill(signal);
    process.on(signal, pass);
    child.once('exit', () => process.off(signal, pass));
  }
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Runs an installer with its output kept back unless it fails. */
async function run(what, command, args) {
  const started = Date.now();
  say(`${what} …`);
  const child = spawn(command, args, {
    cwd: repository,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  passSignals(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await ended(child).catch((error) => fail(`${command} cannot be run: ${error.message}`));
  if (code !== 0) {
    console.error(output.trim().split('\n').slice(-20).join('\n'));
    fail(`${what} failed (exit code ${code})`);
  }
  say(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

async function provideTools({ node, pnpm }) {
  if (versionOf('node') === node && versionOf('pnpm') === pnpm) return;
  mkdirSync(tools, { recursive: true });
  // A package.json here keeps npm from climbing up to the workspace's.
  if (!existsSync(join(tools, 'package.json')))
    writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
  const flags = ['--save-exact', '--no-audit', '--no-fund', '--loglevel=error'];
  await run(`installing Node ${node} and pnpm ${pnpm}`, 'npm', [
    'install',
    '--prefix',
    tools,
    ...flags,
    `node@${node}`,
    `pnpm@${pnpm}`,
  ]);
  if (versionOf('node') !== node) fail(`Node ${node} was installed but does not run on this machine`);
}

async function provideDependencies({ node }) {
  const lockfile = readFileSync(join(repository, 'pnpm-lock.yaml'));
  const stamp = createHash('sha256').update(node).update(lockfile).digest('hex');
  const installed = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (installed === stamp && existsSync(join(repository, 'node_modules', '.modules.yaml'))) return;
  const flags = ['--frozen-lockfile', '--config.confirmModulesPurge=false'];
  await run('installing dependencies', join(toolsBin, 'pnpm'), ['install', ...flags]);
  writeFileSync(stampFile, stamp);
}

async function handOver(command, args) {
  const script = join(repository, 'scripts', 'src', `${command}.ts`);
  if (!/^[a-z-]+$/.test(command) || !existsSync(script))
    fail(`there is no command ${JSON.stringify(command)}`);
  // The IPC channel tells the script when this process is gone, even by SIGKILL.
  const child = spawn(join(toolsBin, 'node'), [script, ...args], {
    env: environment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  passSignals(child);
  return ended(child).catch((error) => fail(`${command} cannot be started: ${error.message}`));
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(`Node ${process.versions.node} is too old: ${OLDEST_NODE} or newer is needed`);
}
const [command = '', ...args] = process.argv.slice(2);
const pins = readPins();
await provideTools(pins);
await provideDependencies(pins);
process.exit(await handOver(command, args));
