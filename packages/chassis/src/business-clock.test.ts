import { describe, expect, it } from 'vitest';
import { directoryClock } from './business-clock.ts';

/** Directory at a business time, and a steady clock beside it. */
function directoryAt(first: string) {
  const world = { now: Date.parse(first), steady: 1_000_000, asked: 0 };
  const clock = directoryClock(
    {
      getBusinessClock: async () => {
        world.asked += 1;
        return { now: new Date(world.now).toISOString(), offsetMs: 0n, rehearsal: true };
      },
    },
    () => world.steady,
  );
  const pass = (ms: number): void => {
    world.now += ms;
    world.steady += ms;
  };
  return { world, clock, pass };
}

describe('business time between two questions to directory', () => {
  it('runs on by the steady clock and is asked for again after five seconds', async () => {
    const { world, clock, pass } = directoryAt('2026-03-16T15:59:58.000Z');
    expect(await clock.now()).toEqual(new Date('2026-03-16T15:59:58.000Z'));
    pass(1_500);
    expect(await clock.now()).toEqual(new Date('2026-03-16T15:59:59.500Z'));
    expect(world.asked).toBe(1);
    pass(3_501);
    expect(await clock.now()).toEqual(new Date('2026-03-16T16:00:03.001Z'));
    expect(world.asked).toBe(2);
  });

  it('is what directory says at once when the clock was advanced', async () => {
    const { world, clock } = directoryAt('2026-01-05T01:00:00.000Z');
    await clock.now();
    world.now = Date.parse('2026-03-17T01:00:00.000Z');
    expect(await clock.now()).toEqual(new Date('2026-01-05T01:00:00.000Z'));
    clock.forget();
    expect(await clock.now()).toEqual(new Date('2026-03-17T01:00:00.000Z'));
  });
});
