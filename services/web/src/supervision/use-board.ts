import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../api/client.ts';

export type Board = Schemas['Board'];

/** Milliseconds between two looks at the board. */
export const BOARD_REFRESH_MS = 15_000;

/** The three-colour wall, kept current while it is open. */
export function useBoard(): UseQueryResult<Board> {
  return useQuery({
    queryKey: ['board'],
    queryFn: async () => dataOf(await api.GET('/api/v1/board')),
    refetchInterval: BOARD_REFRESH_MS,
  });
}
