import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { changeSession } from './use-session.ts';

/** Ends the session; true once the server has ended it. The login page then has the login of who goes `next`, if given. */
export function useLogOut(): (next?: string) => Promise<boolean> {
  const queries = useQueryClient();
  return async (next) => {
    const { response } = await api.DELETE('/api/v1/session');
    if (!response.ok) return false;
    changeSession(queries, { me: null, hasEnded: false, ...(next !== undefined && { next }) });
    return true;
  };
}
