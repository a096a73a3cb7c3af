import { useQuery } from '@tanstack/react-query';
import { allPages } from './all-pages.ts';
import { api } from './client.ts';

/** Names of the tenant's units by id, those that no longer exist too. Empty until they are there. */
export function useUnits(): ReadonlyMap<string, string> {
  const units = useQuery({
    queryKey: ['names', 'units'],
    queryFn: async () => {
      const items = await allPages((page) =>
        api.GET('/api/v1/units', { params: { query: { includeInactive: 'true', ...page } } }),
      );
      return new Map(items.map(({ unitId, name }) => [unitId, name]));
    },
    staleTime: Infinity,
  });
  return units.data ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();
