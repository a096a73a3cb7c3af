import type { Role } from '@huiyin/kernel/actor';

/** One role of a person in one tenant; exactly one is active in a session (decision 24). */
export interface SessionMembership {
  /** Stable over logins: made of tenant, role and unit. */
  readonly membershipId: string;
  readonly tenant: string;
  readonly tenantName: string;
  readonly role: Role;
  readonly unit?: { readonly unitId: string; readonly name: string };
}

/** A login. Lives in Redis only; losing it costs a new login, nothing else. */
export interface Session {
  /** SHA-256 (hex) of the opaque id in the cookie; the id itself is stored nowhere. */
  readonly key: string;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly memberships: readonly SessionMembership[];
  readonly active: SessionMembership;
  /** System time of the login, milliseconds; the absolute limit counts from here, also after a switch. */
  readonly startedAtMs: number;
  /** The switch that made this session: hash of its Idempotency-Key and the membership it asked for. */
  readonly switchedBy?: { readonly keyHash: string; readonly membershipId: string };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session hook for every request below /api. */
    session: Session | undefined;
    /** The id of `session`: the cookie's, or its successor's when a switch is sent again. */
    sessionId: string | undefined;
    /** True when a session cookie came but no longer means anything. */
    sessionExpired: boolean;
  }
}
