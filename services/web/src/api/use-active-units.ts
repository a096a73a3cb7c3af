import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

/** The most units that are asked for at once; a district has some forty. */
const MOST_UNITS = 200;

/** Units that something can be handed to. Empty until they are there. */
export function useActiveUnits(): readonly Schemas['Unit'][] {
  const units = useQuery({
    queryKey: ['units', 'active'],
    queryFn: async () => {
      const query = { limit: MOST_UNITS };
      return dataOf(await api.GET('/api/v1/units', { params: { query } })).items;
    },
  });
  return units.data ?? NONE;
}

const NONE: readonly Schemas['Unit'][] = [];
