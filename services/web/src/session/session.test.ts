import { describe, expect, it } from 'vitest';
import { nobody, type Me, type Session } from './session.ts';

const LOGGED_IN = { me: { personId: 'somebody' } as Me } satisfies Session;

describe('what a page knows when nobody is logged in', () => {
  it('is that a session ended, when somebody was logged in here and the browser forgot the cookie', () => {
    expect(nobody(LOGGED_IN, 'not-logged-in')).toEqual({ me: null, hasEnded: true });
  });

  it('stays so when another question found out first', () => {
    expect(nobody({ me: null, hasEnded: true }, 'not-logged-in')).toEqual({ me: null, hasEnded: true });
  });

  it('is only that nobody came yet, on a first visit and after logging out', () => {
    expect(nobody(undefined, 'not-logged-in')).toEqual({ me: null, hasEnded: false });
    expect(nobody({ me: null, hasEnded: false }, 'not-logged-in')).toEqual({ me: null, hasEnded: false });
  });

  it('keeps who goes on, however often the page asks again', () => {
    const next = { me: null, hasEnded: false, next: 'deputy@xiling' };
    expect(nobody(next, 'not-logged-in')).toEqual(next);
  });

  it('is that a session ended, when the server says so', () => {
    expect(nobody(undefined, 'session-expired')).toEqual({ me: null, hasEnded: true });
  });
});
