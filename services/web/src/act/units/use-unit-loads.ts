import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.ts';

interface Load {
  /** Clocks that run. */
  readonly total: number;
  readonly red: number;
}

const FRESH_MS = 60_000;

/** What each unit has to do just now, by unit. Empty until it is there, and where the reader may not see the board. */
export function useUnitLoads(): ReadonlyMap<string, Load> {
  const board = useQuery({
    queryKey: ['board', 'loads'],
    queryFn: async () => {
      const { units } = dataOf(await api.GET('/api/v1/board', {}));
      return new Map(
        units.map(({ unitId, clocks }) => {
          const total = clocks.red + clocks.yellow + clocks.green;
          return [unitId, { total, red: clocks.red }];
        }),
      );
    },
    staleTime: FRESH_MS,
    retry: false,
  });
  return board.data ?? NONE;
}

const NONE: ReadonlyMap<string, Load> = new Map();
