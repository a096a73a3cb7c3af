import { describe, expect, it } from 'vitest';
import { BusinessTime, BusinessTimeUnknown } from './business-time.ts';

type Directory = ConstructorParameters<typeof BusinessTime>[0];

/** A directory at the port, and a clock that is set. */
function setting(): {
  time: BusinessTime;
  directory: { offsetMs: bigint; answers: boolean; asked: number; deadlinesMs: (number | undefined)[] };
  pass: (ms: number) => void;
} {
  const directory = {
    offsetMs: 3_600_000n,
    answers: true,
    asked: 0,
    deadlinesMs: [] as (number | undefined)[],
  };
  let nowMs = Date.parse('2026-01-05T09:00:00Z');
  const getBusinessClock: Directory['getBusinessClock'] = async (_request, { deadlineMs }) => {
    directory.asked += 1;
    directory.deadlinesMs.push(deadlineMs);
    if (!directory.answers) throw new Error('unavailable');
    return { now: '', offsetMs: directory.offsetMs, rehearsal: true };
  };
  const time = new BusinessTime({ getBusinessClock }, { now: () => new Date(nowMs) });
  return { time, directory, pass: (ms) => void (nowMs += ms) };
}

describe('business time', () => {
  it('is system time plus directory’s offset, asked for once a second at most', async () => {
    const { time, directory, pass } = setting();
    const [first] = await Promise.all([time.now(), time.now(), time.now()]);
    expect(first?.toISOString()).toBe('2026-01-05T10:00:00.000Z');
    pass(900);
    expect((await time.now()).toISOString()).toBe('2026-01-05T10:00:00.900Z');
    expect(directory.asked).toBe(1);
    pass(200);
    directory.offsetMs = 7_200_000n;
    expect((await time.now()).toISOString()).toBe('2026-01-05T11:00:01.100Z');
  });

  it('is new at once after this gateway moved the clock', async () => {
    const { time, directory } = setting();
    await time.now();
    directory.offsetMs = 86_400_000n;
    await time.refresh();
    expect((await time.now()).toISOString()).toBe('2026-01-06T09:00:00.000Z');
  });

  it('is waited for as long as a call lasts where none is believed, and a second where one is', async () => {
    const { time, directory, pass } = setting();
    await time.now();
    pass(2_000);
    await time.now();
    pass(16_000);
    await time.now();
    expect(directory.deadlinesMs).toEqual([5_000, 1_000, 5_000]);
  });

  it('is believed for 15 seconds without directory, then unknown rather than wrong', async () => {
    const { time, directory, pass } = setting();
    await time.now();
    directory.answers = false;
    pass(14_000);
    expect((await time.now()).toISOString()).toBe('2026-01-05T10:00:14.000Z');
    pass(2_000);
    await expect(time.now()).rejects.toThrow(BusinessTimeUnknown);
    directory.answers = true;
    expect((await time.now()).toISOString()).toBe('2026-01-05T10:00:16.000Z');
  });
});
