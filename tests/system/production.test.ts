import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { runProgram } from '@huiyin/deploy/servers/run-program';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { logIn } from '@huiyin/scripts/api/session';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingStored } from '../support/everything-stored.ts';

const SETUP_TIMEOUT_MS = 300_000;
/** Few suggestions, with acts on days that are long past by the clock of this machine. */
const FEW = ['--suggestions', '7', '--until', '2026-03-01'];

let system: RunningSystem;
beforeAll(async () => {
  system = await startRunningSystem('production', { mode: 'production' });
}, SETUP_TIMEOUT_MS);
afterAll(() => system?.stop());

const events = async (): Promise<readonly string[]> =>
  (await everythingStored(system.urls.postgresAdmin))
    .filter(({ table }) => table === 'event')
    .map(({ service, text }) => `${service} ${text}`);

describe('a system in production', () => {
  it('refuses a rehearsal before anything has happened', async () => {
    const before = await events();
    const script = join(REPOSITORY, 'scripts/src/rehearse.ts');
    const run = await runProgram(process.execPath, [script, ...FEW, '--url', system.gatewayUrl]);
    expect(run.code).toBe(1);
    expect(run.output).toContain('this system is in production');
    expect(await events()).toEqual(before);
  });

  it('has the time of its machine, which its operator cannot move', async () => {
    const operator = await logIn(system.gatewayUrl, 'operator@donghu', DEMO_PASSWORD);
    const { now, rehearsal } = await operator.get<{ now: string; rehearsal: boolean }>('/operations/clock');
    expect(rehearsal).toBe(false);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
    const moved = operator.post('/operations/clock:advance', { to: '2030-01-01T08:00:00+08:00' });
    await expect(moved).rejects.toThrow('clock-not-movable');
  });
});
