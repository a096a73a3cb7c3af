import { describe, expect, it } from 'vitest';
import { type Limit, windowCounter } from './limiter.ts';

const LIMIT: Limit = { name: 'login', most: 8, mostAlone: 2, perS: 60 };

describe('counting without Redis', () => {
  const at = { now: new Date('2026-01-05T09:00:00Z') };
  const clock = { now: () => at.now };
  const pass = (seconds: number): void => {
    at.now = new Date(at.now.getTime() + seconds * 1000);
  };

  it('allows the strict number in a window and says when the next begins', () => {
    const counter = windowCounter(clock);
    expect(counter.take(LIMIT, 'chen')).toEqual({ allowed: true });
    pass(20);
    expect(counter.take(LIMIT, 'chen')).toEqual({ allowed: true });
    expect(counter.take(LIMIT, 'chen')).toEqual({ allowed: false, retryAfterS: 40 });
    expect(counter.take(LIMIT, 'zhao')).toEqual({ allowed: true });
    pass(40);
    expect(counter.take(LIMIT, 'chen')).toEqual({ allowed: true });
  });

  it('takes a success back', () => {
    const counter = windowCounter(clock);
    for (let i = 0; i < 10; i++) {
      expect(counter.take(LIMIT, 'li')).toEqual({ allowed: true });
      counter.giveBack(LIMIT, 'li');
    }
  });

  it('refuses strangers rather than growing without limit, and recovers', () => {
    const counter = windowCounter(clock);
    for (let i = 0; i < 20_000; i++) counter.take(LIMIT, `guess ${i}`);
    expect(counter.take(LIMIT, 'one more')).toEqual({ allowed: false, retryAfterS: 60 });
    pass(61);
    expect(counter.take(LIMIT, 'one more')).toEqual({ allowed: true });
  });
});
