import type { ClockFact } from './clock-fact.ts';

/** A fact assignment decided. `payload` is the JSON form of the message of that name in events.proto. */
export interface Fact<Type extends string, Payload> {
  readonly type: Type;
  readonly payload: Readonly<Payload & { suggestionId: string; clocks?: readonly ClockFact[] }>;
  readonly reason?: string;
}

export interface OfShare {
  assignmentId: string;
}
export interface OfUnit extends OfShare {
  unitId: string;
}
export interface OfReply extends OfShare {
  replyId: string;
  round: number;
}
