import { describe, expect, it } from 'vitest';
import { readStartOptions, topologyOf } from './start-options.ts';

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

  it('runs as many processes of a service as asked for', () => {
    const parsed = readStartOptions({}, ['--replicas', 'supervision=3,intake=2', '--replicas', 'archive=1']);
    const options = 'options' in parsed ? parsed.options : expect.unreachable(parsed.problems.join());
    expect(options.replicas).toEqual({ supervision: 3, intake: 2, archive: 1 });
    const { processes } = topologyOf(options);
    expect(processes.filter(({ service }) => service === 'supervision').map(({ name }) => name)).toEqual([
      'supervision',
      'supervision-2',
      'supervision-3',
    ]);
    expect(new Set(processes.map(({ port }) => port)).size).toBe(processes.length);
  });

  it.each([
    ['supervison=3', '--replicas: no service is called supervison'],
    ['gateway=2', '--replicas: no service is called gateway'],
    ['supervision', '--replicas: supervision must say supervision=1 to supervision=10'],
    ['supervision=0', '--replicas: supervision=0 must say supervision=1 to supervision=10'],
    ['supervision=11', '--replicas: supervision=11 must say supervision=1 to supervision=10'],
    ['intake=two', '--replicas: intake=two must say intake=1 to intake=10'],
  ])('does not take %s for replicas', (said, problem) => {
    expect(readStartOptions({}, ['--replicas', said])).toEqual({ problems: [problem] });
  });
});
