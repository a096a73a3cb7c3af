import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client.ts';

export type Talk = Schemas['Talk'];

/** One 约谈 of a case. */
export function useTalk(caseId: string, talkId: string): UseQueryResult<Talk | undefined> {
  return useQuery({
    queryKey: ['talks', caseId],
    queryFn: async () => {
      const query = { suggestionId: caseId };
      return dataOf(await api.GET('/api/v1/talks', { params: { query } })).items;
    },
    select: (talks) => talks.find((talk) => talk.talkId === talkId),
  });
}
