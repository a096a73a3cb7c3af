import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';
import { shanghaiDay } from '../design/days.ts';

const FRESH_MS = 60_000;

/** Today in business time, YYYY-MM-DD: in a rehearsal the clock runs ahead. This device's day until the answer is there. */
export function useToday(): string {
  return shanghaiDay(new Date(useBusinessTime()));
}

/** Business time now, RFC 3339, to the minute or so; this device's time until the answer is there. */
export function useBusinessTime(): string {
  const clock = useQuery({
    queryKey: ['business-clock'],
    queryFn: async () => dataOf(await api.GET('/api/v1/operations/clock')),
    staleTime: FRESH_MS,
    refetchInterval: FRESH_MS,
  });
  return clock.data?.now ?? new Date().toISOString();
}
