import type { Schemas } from '../api/client.ts';

export type Me = Schemas['Me'];

/** Who is logged in, or that nobody is (any more). */
export type Session = { readonly me: Me } | { readonly me: null; readonly hasEnded: boolean };

/**
 * Who was logged in and is not any more is told so. The browser forgets the cookie of an ended session, so the server
 * may not know that there was one; and what another question found out first stays true.
 */
export function nobody(known: Session | undefined, code: string): Session {
  const wasLoggedIn = known !== undefined && (known.me !== null || known.hasEnded);
  return { me: null, hasEnded: wasLoggedIn || code === 'session-expired' };
}
