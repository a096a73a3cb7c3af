import { describe, expect, it } from 'vitest';
import { planInstallation } from './install-servers.ts';

const BOTH = ['nats-server', 'redis-server'] as const;
const APT = '/usr/bin/apt-get';
const BREW = '/opt/homebrew/bin/brew';

describe('missing servers', () => {
  it('are installed with apt-get by root', () => {
    expect(planInstallation(BOTH, { apt: APT, brew: undefined, isRoot: true })).toEqual({
      by: 'apt-get',
      program: APT,
      packages: ['nats-server', 'redis-server'],
    });
  });

  it('are installed with Homebrew under the names it knows', () => {
    expect(planInstallation(BOTH, { apt: undefined, brew: BREW, isRoot: false })).toEqual({
      by: 'Homebrew',
      program: BREW,
      packages: ['nats-server', 'redis'],
    });
  });

  it('are a line to follow for an ordinary user of Debian', () => {
    expect(planInstallation(BOTH, { apt: APT, brew: undefined, isRoot: false })).toEqual({
      by: 'nobody',
      advice:
        'nats-server and redis-server not found on PATH and cannot be installed by this user; ' +
        'run: sudo apt-get install -y nats-server redis-server, or set NATS_URL and REDIS_URL',
    });
  });

  it('are named where there is no package manager we know', () => {
    expect(planInstallation(['redis-server'], { apt: undefined, brew: undefined, isRoot: true })).toEqual({
      by: 'nobody',
      advice:
        'redis-server not found on PATH and cannot be installed by this user; ' +
        'install them with your package manager, or set REDIS_URL',
    });
  });
});
