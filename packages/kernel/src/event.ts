import type { Actor } from './actor.ts';

/** A fact a decider wants recorded: past-tense hyphenated type and the JSON form of its protobuf message. */
export interface NewEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Why, where the rule asks for a reason. */
  readonly reason?: string;
  /** Business time, where it did not happen at the time of the command or event that led to it. */
  readonly occurredAt?: Date;
}

/** A recorded fact, as stored, chained and published. */
export interface EventEnvelope {
  readonly id: string;
  readonly tenant: string;
  /** The service that decided. */
  readonly service: string;
  /** Suggestion id, or the id of an aggregate outside a case. */
  readonly stream: string;
  /** Contiguous from 1 within (service, stream). */
  readonly version: number;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Pick<Actor, 'accountId' | 'personId' | 'roles'>;
  /** Business time. */
  readonly occurredAt: Date;
  /** System time of recording. */
  readonly recordedAt: Date;
  readonly reason?: string;
  /** W3C traceparent of the command that caused it; empty when not traced. */
  readonly traceparent: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** Events that one service recorded about one tenant, of one or several streams, those of each in their order. */
export type EventBatch = readonly [EventEnvelope, ...EventEnvelope[]];
