import type { Schemas } from '../api/client.ts';

export type Me = Schemas['Me'];

/** Nobody is logged in (any more). */
export interface Nobody {
  readonly me: null;
  readonly hasEnded: boolean;
  /** Login of who goes on, where the one before said so. */
  readonly next?: string;
}

/** Who is logged in, or that nobody is. */
export type Session = { readonly me: Me } | Nobody;

/**
 * Who was logged in and is not any more is told so. The browser forgets the cookie of an ended session, so the server
 * may not know that there was one; and what another question found out first stays true.
 */
export function nobody(known: Session | undefined, code: string): Nobody {
  if (known?.me === null) return { ...known, hasEnded: known.hasEnded || code === 'session-expired' };
  return { me: null, hasEnded: known !== undefined || code === 'session-expired' };
}
