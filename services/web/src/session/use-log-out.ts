import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { changeSession } from './use-session.ts';

/** Ends the session. `before` is done once the server has ended it, before the login page comes. */
export function useLogOut(): (before?: () => void) => Promise<void> {
  const queries = useQueryClient();
  return async (before) => {
    const { response } = await api.DELETE('/api/v1/session');
    if (!response.ok) return;
    before?.();
    changeSession(queries, { me: null, hasEnded: false });
  };
}
