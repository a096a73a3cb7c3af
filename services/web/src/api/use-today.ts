import { shanghaiDay } from '../design/days.ts';
import { useBusinessClock } from './use-business-clock.ts';

/** Today in business time, YYYY-MM-DD: in a rehearsal the clock runs ahead. This device's day until the answer is there. */
export function useToday(): string {
  return shanghaiDay(new Date(useBusinessTime()));
}

/** Business time now, RFC 3339, to the minute or so; this device's time until the answer is there. */
export function useBusinessTime(): string {
  const { data } = useBusinessClock();
  return data?.now ?? new Date().toISOString();
}
