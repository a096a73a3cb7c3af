import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client.ts';

export type ServiceHealth = Schemas['ServiceHealth'];

const REFRESH_MS = 5_000;

/** Every service's state and backlog, kept current while the page is open. */
export function useHealth(): UseQueryResult<Schemas['Health']> {
  return useQuery({
    queryKey: ['health'],
    queryFn: async () => dataOf(await api.GET('/api/v1/operations/health')),
    refetchInterval: REFRESH_MS,
  });
}

/** Events that a service has not handled yet, those being handled at this moment among them. */
export function lagOf({ consumers }: ServiceHealth): number {
  return consumers.reduce((sum, { pending, ackPending }) => sum + pending + ackPending, 0);
}

/** From whom they come, the longest queue first. */
export function queuesOf({ consumers }: ServiceHealth): readonly string[] {
  return consumers
    .map(({ source, pending, ackPending }) => ({ source, waiting: pending + ackPending }))
    .filter(({ waiting }) => waiting > 0)
    .toSorted((a, b) => b.waiting - a.waiting)
    .map(({ source, waiting }) => `${source} ${waiting}`);
}
