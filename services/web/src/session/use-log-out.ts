import { useQueryClient } from '@tanstack/react-query';
import { api, done } from '../api/client.ts';
import { changeSession } from './use-session.ts';

/**
 * Ends the session, and throws when the server has not ended it: whoever leaves the machine then must know. The login
 * page has the login of who goes `next`, if given.
 */
export function useLogOut(): (next?: string) => Promise<void> {
  const queries = useQueryClient();
  return async (next) => {
    done(await api.DELETE('/api/v1/session'));
    changeSession(queries, { me: null, hasEnded: false, ...(next !== undefined && { next }) });
  };
}
