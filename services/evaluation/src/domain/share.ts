import type { LocalDate } from '@huiyin/kernel/local-date';

/** 主办 | 协办 | 分别办理 | 参阅 */
type ShareRole = 'lead' | 'co' | 'parallel' | 'reference';

/** A deputy owed an own reply, and the suggestion (the case or a merged child) this deputy signed. */
export interface OwedDeputy {
  readonly deputyId: string;
  readonly suggestionId: string;
  readonly isLead: boolean;
}

/** One unit's share of a case, with where it stands between reply and closing. */
export interface Share {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: ShareRole;
  readonly decidingOffice: 'government-office' | 'congress-desk';
  /** Handed back: its unit is out, a new one is still to be found. Left: another share has taken its place. */
  readonly standing: 'active' | 'handed-back' | 'left';
  readonly owed: readonly OwedDeputy[];
  /** 代表要求保密; absent on what was handed over before it was told. */
  readonly authorConfidential?: boolean;
  /** 知情人, as a person of that unit; absent: nobody of the unit may know a confidential author. */
  readonly confidant?: { readonly personId: string; readonly unitId: string };
  /** Committees that oversee the case 对口督办. */
  readonly overseerIds?: readonly string[];
  readonly training: LiaisonTraining;
  readonly course: Course;
}

/** What the score will ask: had the liaison a valid certificate when the share was handed over? */
type LiaisonTraining =
  | { readonly state: 'sufficient' }
  | { readonly state: 'missing'; readonly sourceEventId: string; readonly kept: boolean };

/** `round` is the round being handled or judged: 1 first, +1 with each re-handling. */
export type Course =
  /** Handled, replied or waiting for evaluations. */
  | { readonly phase: 'handling'; readonly round: number }
  /** 专题研究 after the second 不满意 (T23). */
  | { readonly phase: 'joint-study'; readonly round: number; readonly since: LocalDate }
  /** 主任会议 decides after the third (decisions.md 9). */
  | { readonly phase: 'council'; readonly round: number }
  /** 主任会议 turned to the superior body or asked in an inquiry 专题询问. */
  | { readonly phase: 'referred'; readonly round: number; readonly decision: 'superior-body' | 'inquiry' }
  /** 主任会议 had it explained and closed; it stays 不满意. */
  | { readonly phase: 'explained'; readonly round: number }
  /** 代表工委 studied it and found no re-handling needed (SH21, QD31); it stays 不满意. */
  | { readonly phase: 'waived'; readonly round: number };

/** Only these answer with an own reply and are evaluated; what was handed back is owed until another unit has it. */
export function replies(share: Share): boolean {
  return share.standing !== 'left' && (share.role === 'lead' || share.role === 'parallel');
}
