import { findProgram } from '@huiyin/deploy/servers/find-program';
import { lastLine, runProgram, type ProgramResult } from '@huiyin/deploy/servers/run-program';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';

/** Installs Debian packages that a test needs; throws StartupFailure with what to do where it cannot. */
export async function installPackages(what: string, packages: readonly string[]): Promise<void> {
  const apt = findProgram('apt-get');
  if (apt === undefined || process.getuid?.() !== 0) {
    const how = apt === undefined ? 'your package manager' : `sudo apt-get install -y ${packages.join(' ')}`;
    throw new StartupFailure(`${what} is missing and this user cannot install it; use ${how}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const attempt = (): Promise<ProgramResult> =>
    runProgram(apt, ['install', '-y', '--no-install-recommends', ...packages], { env });
  if ((await attempt()).code === 0) return;
  // A fresh machine or image has no package lists, or stale ones.
  report(await runProgram(apt, ['update'], { env }), 'apt-get update');
  report(await attempt(), `apt-get install ${packages.join(' ')}`);
}

function report({ code, output }: ProgramResult, what: string): void {
  if (code !== 0) throw new StartupFailure(`${what} failed (exit code ${code}): ${lastLine(output)}`);
}
