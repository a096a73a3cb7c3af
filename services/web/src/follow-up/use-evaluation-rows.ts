import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { api, type Schemas } from '../api/client.ts';

export type EvaluationRow = Schemas['EvaluationRow'];

/** 等评价, 超期 in the days of grace, 已评价, 逾期未反馈. */
export type EvaluationStatus = 'awaited' | 'overdue' | 'submitted' | 'lapsed';

/**
 * Evaluations in one status, and of those submitted only what is 不满意 where that is asked for. What is waited for
 * longest comes first, and what was said last.
 */
export function useEvaluationRows(
  status: EvaluationStatus,
  only: 'dissatisfied' | 'all' = 'all',
): UseQueryResult<readonly EvaluationRow[]> {
  return useQuery({
    queryKey: ['evaluations', 'list', status, only],
    queryFn: async () => {
      const query = {
        status,
        dissatisfied: only === 'dissatisfied' ? ('true' as const) : ('false' as const),
      };
      const found = await allPages((page) =>
        api.GET('/api/v1/evaluations', { params: { query: { ...query, ...page } } }),
      );
      return status === 'submitted' ? found.toSorted(newestFirst) : found;
    },
  });
}

function newestFirst(a: EvaluationRow, b: EvaluationRow): number {
  return b.evaluation.submittedOn.localeCompare(a.evaluation.submittedOn);
}
