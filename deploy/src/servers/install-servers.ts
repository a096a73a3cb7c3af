import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { findProgram } from './find-program.ts';
import { lastLine, runProgram, type ProgramResult } from './run-program.ts';
import { StartupFailure } from './startup-failure.ts';

export type ServerProgram = 'nats-server' | 'redis-server';

/** While this file answers 101, Debian does not start the services of a package it installs. */
const POLICY_FILE = '/usr/sbin/policy-rc.d';
const BREW_FORMULAS: Readonly<Record<ServerProgram, string>> = {
  'nats-server': 'nats-server',
  'redis-server': 'redis',
};

/** The programs' paths; those that are missing are installed by the system's package manager first. */
export async function provideServers<Name extends ServerProgram>(
  names: readonly Name[],
  say: (line: string) => void,
): Promise<Readonly<Record<Name, string>>> {
  const missing = names.filter((name) => findProgram(name) === undefined);
  if (missing.length > 0) await install(missing, say);
  const found = names.map((name) => [name, findProgram(name)] as const);
  const absent = found.filter(([, path]) => path === undefined).map(([name]) => name);
  if (absent.length > 0)
    throw new StartupFailure(`${absent.join(' and ')} cannot be found after the installation`);
  return Object.fromEntries(found) as Readonly<Record<Name, string>>;
}

async function install(names: readonly ServerProgram[], say: (line: string) => void): Promise<void> {
  const means = {
    apt: findProgram('apt-get'),
    brew: findProgram('brew'),
    isRoot: process.getuid?.() === 0,
  };
  const plan = planInstallation(names, means);
  if (plan.by === 'nobody') throw new StartupFailure(plan.advice);
  say(`installing ${plan.packages.join(' and ')} with ${plan.by}`);
  if (plan.by === 'apt-get') await aptInstall(plan.program, plan.packages);
  else report(await runProgram(plan.program, ['install', ...plan.packages]), 'brew install');
}

/** What this machine offers for installing programs. */
interface Means {
  readonly apt: string | undefined;
  readonly brew: string | undefined;
  readonly isRoot: boolean;
}

type Plan =
  | { readonly by: 'apt-get' | 'Homebrew'; readonly program: string; readonly packages: readonly string[] }
  | { readonly by: 'nobody'; readonly advice: string };

/** Who installs missing programs here; where nobody may, the one line that says what a person can do. */
export function planInstallation(names: readonly ServerProgram[], { apt, brew, isRoot }: Means): Plan {
  if (apt !== undefined && isRoot) return { by: 'apt-get', program: apt, packages: names };
  if (brew !== undefined) {
    return { by: 'Homebrew', program: brew, packages: names.map((name) => BREW_FORMULAS[name]) };
  }
  return { by: 'nobody', advice: adviceFor(names, apt !== undefined) };
}

function adviceFor(names: readonly ServerProgram[], hasApt: boolean): string {
  const urls = names.map((name) => (name === 'nats-server' ? 'NATS_URL' : 'REDIS_URL')).join(' and ');
  const how = hasApt
    ? `run: sudo apt-get install -y ${names.join(' ')}`
    : 'install them with your package manager';
  return `${names.join(' and ')} not found on PATH and cannot be installed by this user; ${how}, or set ${urls}`;
}

/** Installs packages of Debian. Throws a StartupFailure where there is no apt-get or this user may not use it. */
export async function installDebianPackages(
  names: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const apt = findProgram('apt-get');
  if (apt === undefined || process.getuid?.() !== 0) {
    throw new StartupFailure(
      `${names.join(' and ')} cannot be installed by this user: root and apt-get do it`,
    );
  }
  say(`installing ${names.join(' and ')} with apt-get`);
  await aptInstall(apt, names);
}

async function aptInstall(apt: string, names: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const attempt = (): Promise<ProgramResult> =>
    runProgram(apt, ['install', '-y', '--no-install-recommends', ...names], { env });
  await withoutServiceStart(async () => {
    if ((await attempt()).code === 0) return;
    // A fresh machine or image has no package lists, or stale ones.
    report(await runProgram(apt, ['update'], { env }), 'apt-get update');
    report(await attempt(), `apt-get install ${names.join(' ')}`);
  });
}

/** Only the programs are wanted: their system services would take the default ports of a machine that is not ours. */
async function withoutServiceStart(work: () => Promise<void>): Promise<void> {
  if (existsSync(POLICY_FILE)) return work();
  writeFileSync(POLICY_FILE, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await work();
  } finally {
    rmSync(POLICY_FILE, { force: true });
  }
}

function report({ code, output }: ProgramResult, what: string): void {
  if (code !== 0) throw new StartupFailure(`${what} failed (exit code ${code}): ${lastLine(output)}`);
}
