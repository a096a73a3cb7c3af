import type { EventMessage } from '@huiyin/contracts/event-messages';
import type { NewEvent } from '@huiyin/kernel/event';
import type { ClockFact } from '../domain/clock-fact.ts';
import type { AssignmentEvent } from '../domain/events.ts';

type EventType = AssignmentEvent['type'];
type PayloadOf<Type extends EventType> = Extract<AssignmentEvent, { type: Type }>['payload'];

/** Fields that an event has and its message has not, or the reverse. */
type Differences = {
  [Type in EventType]:
    | Exclude<keyof PayloadOf<Type>, keyof EventMessage<'assignment', Type>>
    | Exclude<keyof EventMessage<'assignment', Type>, keyof PayloadOf<Type>>;
}[EventType];

/** Becomes `never`, which no caller accepts, as soon as an event and its message in events.proto drift apart. */
type Published = [Exclude<Differences, 'clocks'>] extends [never] ? NewEvent : never;

/** Encodes a fact for the event table: the domain's words are the message's own, clocks take their wire form. */
export function publish(event: AssignmentEvent): Published {
  const { type, payload, reason } = event;
  const clocks = payload.clocks === undefined ? {} : { clocks: payload.clocks.map(wireClock) };
  const published: NewEvent = { type, payload: { ...payload, ...clocks } };
  return reason === undefined ? published : { ...published, reason };
}

const OPS = {
  start: 'CLOCK_OP_START',
  meet: 'CLOCK_OP_MEET',
  cancel: 'CLOCK_OP_CANCEL',
  extend: 'CLOCK_OP_EXTEND',
} as const;

function wireClock(clock: ClockFact): Record<string, unknown> {
  return { ...clock, op: OPS[clock.op] };
}
