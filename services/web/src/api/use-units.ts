import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

/** The most units that are asked for at once; a district has some forty. */
const MOST_UNITS = 200;

/** Names of the tenant's units by id, those that no longer exist too. Empty until they are there. */
export function useUnits(): ReadonlyMap<string, string> {
  const units = useQuery({
    queryKey: ['names', 'units'],
    queryFn: async () => {
      const query = { includeInactive: 'true' as const, limit: MOST_UNITS };
      const { items } = dataOf(await api.GET('/api/v1/units', { params: { query } }));
      return new Map(items.map(({ unitId, name }) => [unitId, name]));
    },
    staleTime: Infinity,
  });
  return units.data ?? NONE;
}

const NONE: ReadonlyMap<string, string> = new Map();
