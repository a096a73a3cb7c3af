import { shanghaiDay } from '../design/days.ts';
import { useBusinessClock } from './use-business-clock.ts';

/** Today in business time, YYYY-MM-DD: in a rehearsal the clock runs ahead. This device's day until the answer is there. */
export function useToday(): string {
  const { data } = useBusinessClock();
  return shanghaiDay(data === undefined ? new Date() : new Date(data.now));
}
