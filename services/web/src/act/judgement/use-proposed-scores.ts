import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client.ts';

/** Scores that the system reads out of the text, each with the words it read. */
export interface ProposedScores extends Readonly<
  Record<'scope' | 'difficulty' | 'urgency', Schemas['ProposedScore']>
> {
  readonly expectedUnits: number;
}

/** `expectedUnits` 0 counts the units that the text names. */
export function useProposedScores(id: string, expectedUnits: number): UseQueryResult<ProposedScores> {
  return useQuery({
    queryKey: ['proposed-scores', id, expectedUnits],
    queryFn: async () => {
      const params = { path: { id }, query: { expectedUnits } };
      return dataOf(await api.GET('/api/v1/suggestions/{id}:propose-classification', { params }));
    },
    placeholderData: (before) => before,
  });
}
