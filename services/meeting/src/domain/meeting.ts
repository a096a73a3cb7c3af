import type { LocalDate } from '@huiyin/kernel/local-date';
import type { MeetingKind } from './meeting-kind.ts';
import type { RecordFiles } from './record-files.ts';

/** A meeting 会议 from the invitation to its end. */
export type Meeting = Scheduled | Held | Confirmed | Judged | Cancelled;

/** What is met about: the whole case, one unit's share, or one reply of it (look-back). */
export type About =
  | { readonly of: 'case' }
  | { readonly of: 'share'; readonly assignmentId: string }
  | { readonly of: 'reply'; readonly assignmentId: string; readonly replyId: string; readonly round: number };

interface Invited {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly about: About;
  /** RFC 3339 */
  readonly startsAt: string;
  /** The day of `startsAt` in Shanghai. */
  readonly startsOn: LocalDate;
  readonly place: string;
  readonly participantIds: readonly string[];
  /** Who sent the last invitation; absent where that was before it was kept. */
  readonly convenerId?: string;
  /** The first and one for each other date proposed. */
  readonly invitations: readonly Invitation[];
  readonly declines: readonly Decline[];
  readonly checkIns: readonly CheckIn[];
}

/** 已邀请 */
export interface Scheduled extends Invited {
  readonly status: 'scheduled';
}

/** 已召开; a dual confirmation waits for both sides. */
export interface Held extends Invited {
  readonly status: 'held';
  readonly record: MeetingRecord;
  readonly confirmations: readonly Confirmation[];
}

/** 双方已确认; dual confirmations only. */
interface Confirmed extends Invited {
  readonly status: 'confirmed';
  readonly record: MeetingRecord;
  readonly confirmations: readonly Confirmation[];
}

/** 回头看已评价; look-backs only. */
interface Judged extends Invited {
  readonly status: 'judged';
  readonly record: MeetingRecord;
  readonly judgement: Judgement;
}

interface Cancelled extends Invited {
  readonly status: 'cancelled';
  readonly reason: string;
}

export interface Invitation {
  readonly invitedOn: LocalDate;
  /** RFC 3339 */
  readonly startsAt: string;
  readonly startsOn: LocalDate;
}

interface Decline {
  readonly personId: string;
  readonly declinedOn: LocalDate;
  readonly reason: string;
}

/** 签到 */
interface CheckIn {
  readonly personId: string;
  /** RFC 3339 */
  readonly at: string;
  readonly on: LocalDate;
  /** The convener who noted it, and why; absent for somebody who checked in. */
  readonly noted?: { readonly by: string; readonly reason: string };
}

/** 纪要. A correction is the next version and voids confirmations. */
export interface MeetingRecord {
  readonly version: number;
  readonly heldOn: LocalDate;
  readonly presentIds: readonly string[];
  readonly decisions: readonly MeetingDecision[];
  readonly minutes: Minutes;
  /** Absent in a record from before files could be named. */
  readonly files?: RecordFiles;
}

export type Minutes =
  | { readonly form: 'findings'; readonly findings: string }
  | { readonly form: 'consultation'; readonly consultation: Consultation };

/** Who does what until when. */
export interface MeetingDecision {
  readonly what: string;
  readonly who: string;
  /** YYYY-MM-DD, or empty where no day was agreed. */
  readonly dueOn: string;
}

/** 面商记录: what both sides confirm. */
export interface Consultation {
  /** The deputy's background and intent. */
  readonly background: string;
  readonly demands: readonly string[];
  /** The unit's approach, measures and milestones. */
  readonly approach: string;
  readonly measures: readonly string[];
  readonly milestones: readonly { readonly text: string; readonly dueOn: LocalDate }[];
}

export type Side = 'deputy' | 'unit';

export interface Confirmation {
  readonly side: Side;
  readonly personId: string;
  readonly on: LocalDate;
}

export type Verdict = 'met' | 'unmet';

export interface Judgement {
  readonly verdict: Verdict;
  readonly gaps: readonly string[];
  readonly judgedOn: LocalDate;
  /** The lead deputy saw it on site and judged. */
  readonly deputyPresent: boolean;
}

/** The share a meeting is about; empty for meetings of the whole case. */
export function assignmentOf(meeting: Meeting): string {
  return meeting.about.of === 'case' ? '' : meeting.about.assignmentId;
}

/** Scheduled or held without its end: it can still be cancelled or completed. */
export function isOpen(meeting: Meeting): meeting is Scheduled | Held {
  return meeting.status === 'scheduled' || meeting.status === 'held';
}
