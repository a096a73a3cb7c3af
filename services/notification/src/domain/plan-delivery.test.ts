import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDelivery } from './plan-delivery.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { CHANNELS, INBOX_ONLY, isMailAddress, wrongField, type Subscription } from './subscription.ts';

const MAIL: Subscription = { ...INBOX_ONLY, email: true, emailAddress: 'wang@example.cn' };
const shanghai = (text: string): Date => new Date(`${text}:00+08:00`);
const DAY_MS = 24 * 60 * 60 * 1000;

describe('a notice for a person who asked for mail', () => {
  it('goes out at once by day', () => {
    const noon = shanghai('2026-03-02T12:00');
    expect(planDelivery('reply-issued', 'e-mail', MAIL, noon)).toEqual({ kind: 'single', at: noon });
  });

  it('waits for seven in the morning at night, a red one too: colours turn at midnight', () => {
    const seven = shanghai('2026-03-03T07:00');
    for (const at of ['2026-03-02T22:00', '2026-03-03T00:00', '2026-03-03T06:59']) {
      expect(planDelivery('colour-changed', 'e-mail', MAIL, shanghai(at))).toEqual({
        kind: 'single',
        at: seven,
      });
    }
    expect(planDelivery('colour-changed', 'e-mail', MAIL, seven)).toEqual({ kind: 'single', at: seven });
  });

  it('comes with the next digest where it may wait, at once without one', () => {
    const at = shanghai('2026-03-02T08:01');
    const next = { kind: 'digest', day: '2026-03-03', at: shanghai('2026-03-03T08:00') };
    expect(planDelivery('suggestion-registered', 'e-mail', MAIL, at)).toEqual(next);
    expect(planDelivery('suggestion-registered', 'e-mail', { ...MAIL, digest: false }, at).kind).toBe(
      'single',
    );
  });

  it('is not sent over a channel that was not asked for', () => {
    expect(planDelivery('reply-issued', 'webhook', MAIL, new Date()).kind).toBe('not');
    expect(planDelivery('reply-issued', 'e-mail', INBOX_ONLY, new Date()).kind).toBe('not');
  });
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

describe('whatever the quiet hours', () => {
  it('nothing is dropped, nothing goes out in them, nothing waits more than two days', () => {
    const quiet = fc.record({ from: time, to: time });
    const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const type = fc.constantFrom('reply-issued', 'suggestion-registered', 'colour-changed', 'unheard-of');
    fc.assert(
      fc.property(
        quiet,
        now,
        type,
        fc.boolean(),
        fc.constantFrom(...CHANNELS),
        (hours, at, what, digest, channel) => {
          const all = { ...MAIL, webhook: true, digest, quiet: hours };
          const plan = planDelivery(what, channel, all, at);
          if (plan.kind === 'not') throw new Error('dropped');
          expect(plan.at.getTime()).toBeGreaterThanOrEqual(at.getTime());
          expect(plan.at.getTime() - at.getTime()).toBeLessThanOrEqual(2 * DAY_MS);
          expect(afterQuietHours(hours, plan.at)).toEqual(plan.at);
        },
      ),
    );
  });
});

describe('a subscription', () => {
  it.each(['wang@example.cn', 'li.min+2@mail.gov.cn'])('takes the address %s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each([
    ...['', 'wang', 'wang@localhost', '王 <wang@example.cn>', 'a@b.cn,c@d.cn', '"a b"@example.cn'],
    ...['wang@example.cn\r\nBcc: x@example.cn', `${'a'.repeat(65)}@example.cn`, 'wang@-example.cn'],
  ])('refuses the address %j', (address) => {
    expect(wrongField({ ...MAIL, emailAddress: address })).toBe('emailAddress');
  });

  it('names the time that is none', () => {
    expect(wrongField({ ...MAIL, quiet: { from: '24:00', to: '07:00' } })).toBe('quietFrom');
    expect(wrongField({ ...MAIL, quiet: { from: '22:00', to: '7:00' } })).toBe('quietTo');
    expect(wrongField(INBOX_ONLY)).toBeUndefined();
  });
});
