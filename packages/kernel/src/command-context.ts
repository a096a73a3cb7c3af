import type { Actor } from './actor.ts';

/** Everything about a command that is not its content. Made by transport from the signed token and metadata. */
export interface CommandContext {
  readonly tenant: string;
  readonly actor: Actor;
  /** Business time, carried in the signed token. */
  readonly at: Date;
  /** Client's Idempotency-Key; scope tenant + actor + method. */
  readonly idempotencyKey: string;
  /** Fully qualified RPC method or reaction name. */
  readonly method: string;
  /** SHA-256 (hex) of the encoded request. */
  readonly requestHash: string;
  /** From If-Match; absent when the client did not ask. */
  readonly expectedVersion?: number;
  readonly traceparent: string;
}

/** What a query needs to know about who asks. */
export type QueryContext = Pick<CommandContext, 'tenant' | 'actor' | 'at'>;
