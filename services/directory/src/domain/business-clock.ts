import { reject } from '@huiyin/kernel/rejection';
import type { DirectoryRejection } from './rejections.ts';

/** Business time = system time + offset. Only a rehearsal has one (decisions.md 18). */
export function businessTime(systemNow: Date, offsetMs: number): Date {
  return new Date(systemNow.getTime() + offsetMs);
}

/** The offset that makes it `to` now. Never backwards, never in production. */
export function advanceClock(
  clock: { readonly mode: 'rehearsal' | 'production'; readonly offsetMs: number },
  to: Date,
  systemNow: Date,
): number | DirectoryRejection {
  if (clock.mode === 'production') {
    return reject('forbidden', 'clock-not-movable', '正式运行时不能拨动业务时钟');
  }
  if (to < businessTime(systemNow, clock.offsetMs)) {
    return reject('invalid', 'clock-backwards', '业务时钟只能向前拨', { field: 'to' });
  }
  return to.getTime() - systemNow.getTime();
}
