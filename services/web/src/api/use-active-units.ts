import { useQuery } from '@tanstack/react-query';
import { allPages } from './all-pages.ts';
import { api, type Schemas } from './client.ts';

/** Units that something can be handed to. Empty until they are there. */
export function useActiveUnits(): readonly Schemas['Unit'][] {
  const units = useQuery({
    queryKey: ['units', 'active'],
    queryFn: () => allPages((page) => api.GET('/api/v1/units', { params: { query: page } })),
  });
  return units.data ?? NONE;
}

const NONE: readonly Schemas['Unit'][] = [];
