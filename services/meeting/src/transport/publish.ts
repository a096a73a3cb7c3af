import type * as messages from '@huiyin/contracts/gen/meeting/v1/events';
import type { NewEvent } from '@huiyin/kernel/event';
import type { FeedEvent } from '../domain/calendar-feed.ts';
import type { ClockFact } from '../domain/clock-fact.ts';
import type { MeetingEvent } from '../domain/events.ts';

/** The message of each event. */
interface Messages {
  'meeting-scheduled': messages.MeetingScheduled;
  'meeting-rescheduled': messages.MeetingRescheduled;
  'meeting-declined': messages.MeetingDeclined;
  'meeting-checked-in': messages.MeetingCheckedIn;
  'meeting-held': messages.MeetingHeld;
  'meeting-confirmed': messages.MeetingConfirmed;
  'meeting-cancelled': messages.MeetingCancelled;
  'dual-confirmation-completed': messages.DualConfirmationCompleted;
  'on-site-waived': messages.OnSiteWaived;
  'look-back-required': messages.LookBackRequired;
  'look-back-waived': messages.LookBackWaived;
  'look-back-superseded': messages.LookBackSuperseded;
  'look-back-judged': messages.LookBackJudged;
}

type EventType = MeetingEvent['type'];
type Fact<Type extends EventType> = Extract<MeetingEvent, { type: Type }>;
/** Clocks travel in JSON form; every other field is the message's own. A missing field does not compile. */
type Payload<Message> = {
  readonly [Key in keyof Message]: Key extends 'clocks' ? readonly WireClock[] : Encoded<Message[Key]>;
};
type Encoded<Value> = Value extends (infer Item)[]
  ? readonly Encoded<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Encoded<Value[Key]> }
    : Value;
type Encoders = { readonly [Type in EventType]: (id: string, fact: Fact<Type>) => Payload<Messages[Type]> };

/** Encodes a fact for the event table. */
export function publish(suggestionId: string, fact: MeetingEvent): NewEvent {
  // The table is keyed by the fact's own type, which an indexed call cannot show to the compiler.
  const encode = encoders[fact.type] as (id: string, fact: MeetingEvent) => Record<string, unknown>;
  const event = { type: fact.type, payload: encode(suggestionId, fact) };
  return 'reason' in fact && fact.reason !== '' ? { ...event, reason: fact.reason } : event;
}

/** Encodes what happened to a feed. */
export function publishFeed(event: FeedEvent): NewEvent {
  const { type, feedId } = event;
  const payload =
    type === 'calendar-feed-renewed' ? { feedId, ...event.owner } : { feedId, personId: event.personId };
  return { type, payload };
}

const encoders: Encoders = {
  'meeting-scheduled': (suggestionId, fact) => {
    const { meetingId, kind, assignmentId, replyId, startsAt, place, participantIds, convenerId } = fact;
    const invited = { startsAt, place, participantIds, convenerId };
    return { suggestionId, meetingId, kind, assignmentId, replyId, ...invited };
  },
  'meeting-rescheduled': (suggestionId, fact) => {
    const { meetingId, kind, assignmentId, startsAt, place, participantIds, convenerId } = fact;
    return { suggestionId, meetingId, kind, assignmentId, startsAt, place, participantIds, convenerId };
  },
  'meeting-declined': (suggestionId, { meetingId, personId, convenerId }) => ({
    ...{ suggestionId, meetingId, personId, convenerId },
  }),
  'meeting-checked-in': (suggestionId, { meetingId, personId, checkedInAt, notedBy }) => ({
    ...{ suggestionId, meetingId, personId, checkedInAt, notedBy },
  }),
  'meeting-held': (suggestionId, { type: _, clocks, files, ...fact }) => ({
    ...{ suggestionId, ...fact, ...files, clocks: clocks.map(wireClock) },
  }),
  'meeting-confirmed': (suggestionId, { meetingId, kind, side, personId }) => ({
    ...{ suggestionId, meetingId, kind, side, personId },
  }),
  'meeting-cancelled': (suggestionId, { meetingId, kind, participantIds }) => ({
    ...{ suggestionId, meetingId, kind, participantIds },
  }),
  'dual-confirmation-completed': (
    suggestionId,
    { meetingId, assignmentId, completedOn, manner, clocks },
  ) => ({
    ...{ suggestionId, meetingId, assignmentId, completedOn, manner, clocks: clocks.map(wireClock) },
  }),
  'on-site-waived': (suggestionId, { assignmentId, clocks }) => ({
    ...{ suggestionId, assignmentId, clocks: clocks.map(wireClock) },
  }),
  'look-back-required': (suggestionId, { replyId, assignmentId, round, ground, draw, seed, clocks }) => ({
    ...{ suggestionId, replyId, assignmentId, round, ground, draw, seed, clocks: clocks.map(wireClock) },
  }),
  'look-back-waived': (suggestionId, { replyId, assignmentId, round, draw, seed }) => ({
    ...{ suggestionId, replyId, assignmentId, round, draw, seed },
  }),
  'look-back-superseded': (suggestionId, { replyId, assignmentId, round, clocks }) => ({
    ...{ suggestionId, replyId, assignmentId, round, clocks: clocks.map(wireClock) },
  }),
  'look-back-judged': (suggestionId, { type: _, clocks, ...fact }) => ({
    ...{ suggestionId, ...fact, clocks: clocks.map(wireClock) },
  }),
};

interface WireClock {
  readonly op: 'CLOCK_OP_START' | 'CLOCK_OP_MEET' | 'CLOCK_OP_CANCEL';
  readonly [field: string]: unknown;
}

const OPS = { start: 'CLOCK_OP_START', meet: 'CLOCK_OP_MEET', cancel: 'CLOCK_OP_CANCEL' } as const;

function wireClock({ op, ...clock }: ClockFact): WireClock {
  return { ...clock, op: OPS[op] };
}
