import type { LocalDate } from '@huiyin/kernel/local-date';
import type { ClockFact } from './clock-fact.ts';
import type { LookBackGround } from './look-back.ts';
import type { MeetingKind } from './meeting-kind.ts';
import type { Consultation, MeetingDecision, Side, Verdict } from './meeting.ts';
import type { RecordFiles } from './record-files.ts';
import type { MeetingRejection } from './rejections.ts';

/** What happened to the meetings of a case. Fields named as in proto/huiyin/meeting/v1/events.proto. */
export type MeetingEvent =
  | {
      readonly type: 'meeting-scheduled';
      readonly meetingId: string;
      readonly kind: MeetingKind;
      readonly assignmentId: string;
      readonly replyId: string;
      readonly startsAt: string;
      readonly startsOn: LocalDate;
      readonly place: string;
      readonly participantIds: readonly string[];
      readonly invitedOn: LocalDate;
      /** Who invited. */
      readonly convenerId: string;
      /** Of the reply looked back at; 0 for other kinds. */
      readonly round: number;
    }
  | {
      readonly type: 'meeting-rescheduled';
      readonly meetingId: string;
      readonly kind: MeetingKind;
      readonly assignmentId: string;
      readonly startsAt: string;
      readonly startsOn: LocalDate;
      readonly place: string;
      /** Everybody who is invited anew. */
      readonly participantIds: readonly string[];
      readonly invitedOn: LocalDate;
      readonly convenerId: string;
    }
  | {
      readonly type: 'meeting-declined';
      readonly meetingId: string;
      readonly personId: string;
      readonly declinedOn: LocalDate;
      readonly reason: string;
      /** Whose invitation it was; empty where it was sent before that was kept. */
      readonly convenerId: string;
    }
  | {
      readonly type: 'meeting-checked-in';
      readonly meetingId: string;
      readonly personId: string;
      readonly checkedInAt: string;
      readonly checkedInOn: LocalDate;
      /** The convener who noted it, with the reason; empty when the person checked in. */
      readonly notedBy: string;
      readonly reason: string;
    }
  | {
      readonly type: 'meeting-held';
      readonly meetingId: string;
      readonly kind: MeetingKind;
      readonly assignmentId: string;
      readonly replyId: string;
      readonly heldOn: LocalDate;
      readonly presentIds: readonly string[];
      readonly findings: string;
      readonly decisions: readonly MeetingDecision[];
      readonly consultation: Consultation | undefined;
      readonly recordVersion: number;
      readonly files: RecordFiles;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'meeting-confirmed';
      readonly meetingId: string;
      readonly kind: MeetingKind;
      readonly side: Side;
      readonly personId: string;
      readonly confirmedOn: LocalDate;
    }
  | {
      readonly type: 'meeting-cancelled';
      readonly meetingId: string;
      readonly kind: MeetingKind;
      readonly participantIds: readonly string[];
      readonly reason: string;
    }
  | {
      readonly type: 'dual-confirmation-completed';
      readonly meetingId: string;
      readonly assignmentId: string;
      readonly completedOn: LocalDate;
      readonly manner: 'both' | 'deputy-not-responding';
      readonly reason: string;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'on-site-waived';
      readonly assignmentId: string;
      readonly reason: string;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'look-back-required';
      readonly replyId: string;
      readonly assignmentId: string;
      readonly round: number;
      readonly issuedOn: LocalDate;
      readonly ground: LookBackGround;
      readonly draw: number;
      readonly seed: string;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'look-back-waived';
      readonly replyId: string;
      readonly assignmentId: string;
      readonly round: number;
      readonly issuedOn: LocalDate;
      readonly draw: number;
      readonly seed: string;
    }
  | {
      readonly type: 'look-back-superseded';
      readonly replyId: string;
      readonly assignmentId: string;
      readonly round: number;
      readonly clocks: readonly ClockFact[];
    }
  | {
      readonly type: 'look-back-judged';
      readonly meetingId: string;
      readonly replyId: string;
      readonly assignmentId: string;
      readonly round: number;
      readonly verdict: Verdict;
      readonly gaps: readonly string[];
      readonly judgedOn: LocalDate;
      readonly deputyPresent: boolean;
      readonly clocks: readonly ClockFact[];
    };

/** A decider's answer: facts in order, or why not. */
export type Decision = readonly MeetingEvent[] | MeetingRejection;
