import { describe, expect, it } from 'vitest';
import { readStartOptions } from './start-options.ts';

describe('the options of npm start', () => {
  it('has a default for everything', () => {
    const parsed = readStartOptions({ HUIYIN_PORT: '' }, []);

    expect(parsed).toMatchObject({
      options: {
        fresh: false,
        environment: { HUIYIN_MODE: 'rehearsal', HUIYIN_PORT: 8080, HUIYIN_PORT_BASE: 15_000 },
      },
    });
  });

  it('names every bad variable and argument at once', () => {
    const env = { HUIYIN_PORT: '40000', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' };

    const parsed = readStartOptions(env, ['--frsh']);

    const problems = 'problems' in parsed ? parsed.problems.join('\n') : '';
    expect(problems).toContain('variable HUIYIN_PORT: must lie between 1 and 32767');
    expect(problems).toContain(
      'variable DATABASE_URL: must be a URL beginning with postgres:// or postgresql://',
    );
    expect(problems).toContain('variable LOG_LEVEL');
    expect(problems).toContain('--frsh');
  });

  it('starts only the processes asked for and knows their names', () => {
    expect(readStartOptions({}, ['--only', 'intake,directory'])).toMatchObject({
      options: { only: ['directory', 'intake'] },
    });
    expect(readStartOptions({}, ['--only', 'inteke'])).toEqual({
      problems: ['--only: no process is called inteke'],
    });
  });
});
