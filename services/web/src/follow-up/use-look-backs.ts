import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { api, type Schemas } from '../api/client.ts';

/** A look-back that is still to be held, with the meeting called for it. */
export interface DueLookBack {
  readonly clock: Schemas['Clock'];
  readonly meeting: Schemas['Meeting'] | undefined;
}

/** Open look-backs, soonest due first: their clocks run from the day the reply was signed. */
export function useDueLookBacks(): UseQueryResult<readonly DueLookBack[]> {
  return useQuery({
    queryKey: ['look-backs', 'due'],
    queryFn: async () => {
      const [clocks, meetings] = await Promise.all([
        allPages((page) => api.GET('/api/v1/clocks', { params: { query: { kind: 'look_back', ...page } } })),
        lookBackMeetings('scheduled'),
      ]);
      return clocks.map((clock) => ({
        clock,
        meeting: meetings.find(
          ({ suggestionId, assignmentId }) =>
            suggestionId === clock.suggestionId && assignmentId === clock.subject,
        ),
      }));
    },
  });
}

/** Look-backs that were held and judged, new ones first. */
export function useJudgedLookBacks(): UseQueryResult<readonly Schemas['Meeting'][]> {
  return useQuery({
    queryKey: ['look-backs', 'judged'],
    queryFn: async () =>
      (await lookBackMeetings('judged')).toSorted((a, b) => b.heldOn.localeCompare(a.heldOn)),
  });
}

export type Rectification = Schemas['Rectification'];
export type RectificationStatus = 'ordered' | 'submitted' | 'accepted';

/** 整改, the one ordered longest ago first. */
export function useRectifications(status: RectificationStatus): UseQueryResult<readonly Rectification[]> {
  return useQuery({
    queryKey: ['rectifications', status],
    queryFn: async () =>
      allPages((page) => api.GET('/api/v1/rectifications', { params: { query: { status, ...page } } })),
  });
}

function lookBackMeetings(status: 'scheduled' | 'judged'): Promise<readonly Schemas['Meeting'][]> {
  return allPages((page) =>
    api.GET('/api/v1/meetings', { params: { query: { kind: 'look-back', status, ...page } } }),
  );
}
