import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.ts';
import { api, type Schemas } from '../api/client.ts';

export type Letter = Schemas['SupervisionLetter'];
export type Talk = Schemas['Talk'];
export type Urge = Schemas['Urge'];

/** 督办函, new ones first. */
export function useLetters(status: 'sent' | 'answered' | 'dropped'): UseQueryResult<readonly Letter[]> {
  return useQuery({
    queryKey: ['letters', 'all', status],
    queryFn: async () =>
      allPages((page) => api.GET('/api/v1/supervision-letters', { params: { query: { status, ...page } } })),
  });
}

/** 约谈, new ones first. */
export function useTalks(status: 'called' | 'held' | 'checked' | 'dropped'): UseQueryResult<readonly Talk[]> {
  return useQuery({
    queryKey: ['talks', 'all', status],
    queryFn: async () =>
      allPages((page) => api.GET('/api/v1/talks', { params: { query: { status, ...page } } })),
  });
}

/** 催办, new ones first. */
export function useUrges(): UseQueryResult<readonly Urge[]> {
  return useQuery({
    queryKey: ['urges', 'all'],
    queryFn: async () => allPages((page) => api.GET('/api/v1/urges', { params: { query: page } })),
  });
}
