import { describe, expect, it } from 'vitest';
import { judgeHttpStatus, judgeSmtp, waitAfter } from './delivery-outcome.ts';

const failure = { hitsAll: false, begun: false, replyCode: undefined, answer: '' };

describe('an SMTP attempt that was not accepted', () => {
  it.each([
    ['no answer before the message', {}, 'failed'],
    ['no answer once the message was begun', { begun: true }, 'unknown'],
    ['a transient reply to the message', { begun: true, replyCode: 451 }, 'failed'],
    ['a permanent reply', { replyCode: 550 }, 'refused'],
    ['a permanent reply to the message', { begun: true, replyCode: 554 }, 'refused'],
    ['a login that is refused, which hits all messages', { replyCode: 535, hitsAll: true }, 'failed'],
  ])('%s', (_what, how, kind) => {
    expect(judgeSmtp({ ...failure, ...how }).kind).toBe(kind);
  });
});

describe('an answer over HTTP', () => {
  it.each([
    [200, 'sent'],
    [204, 'sent'],
    [302, 'refused'],
    [400, 'refused'],
    [410, 'refused'],
    [429, 'failed'],
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'failed'],
    [504, 'unknown'],
  ])('%i is %s', (status, kind) => {
    expect(judgeHttpStatus(status).kind).toBe(kind);
  });
});

describe('the wait before another attempt', () => {
  it('grows to six hours and ends after about eighteen', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((failures) => (waitAfter(failures) ?? 0) / 60_000);
    expect(waits).toEqual([1, 4, 16, 64, 256, 360, 360]);
    expect(waitAfter(8)).toBeUndefined();
  });
});
