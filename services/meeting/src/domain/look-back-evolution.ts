import type { MeetingEvent } from './events.ts';
import type { LookBack } from './look-back.ts';

/** The look-backs of a case after an event. */
export function evolveLookBacks(lookBacks: readonly LookBack[], event: MeetingEvent): readonly LookBack[] {
  switch (event.type) {
    case 'look-back-required': {
      const { type: _, clocks: __, ...drawn } = event;
      return [...without(lookBacks, event.replyId), { ...drawn, status: 'required' }];
    }
    case 'look-back-waived': {
      const { type: _, ...drawn } = event;
      return [...without(lookBacks, event.replyId), { ...drawn, status: 'waived' }];
    }
    case 'look-back-superseded':
      return lookBacks.map((lookBack) =>
        lookBack.replyId === event.replyId && lookBack.status === 'required'
          ? { ...lookBack, status: 'superseded' }
          : lookBack,
      );
    case 'look-back-judged': {
      const { verdict, gaps, judgedOn, deputyPresent, meetingId } = event;
      return lookBacks.map((lookBack) =>
        lookBack.replyId === event.replyId && lookBack.status === 'required'
          ? {
              ...lookBack,
              status: 'judged',
              meetingId,
              judgement: { verdict, gaps, judgedOn, deputyPresent },
            }
          : lookBack,
      );
    }
    default:
      return lookBacks;
  }
}

function without(lookBacks: readonly LookBack[], replyId: string): readonly LookBack[] {
  return lookBacks.filter((lookBack) => lookBack.replyId !== replyId);
}
