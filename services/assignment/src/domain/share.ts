import type { LocalDate } from '@huiyin/kernel/local-date';

import type { OpinionParts } from './opinion-words.ts';
import type { ResultClass } from './result-class.ts';

/** 主办 lead · 协办 co · 分别办理 parallel · 参阅 reference */
export type ShareRole = 'lead' | 'co' | 'parallel' | 'reference';

/** The office that distributes to a unit and decides its returns. */
export type DecidingOffice = 'government-office' | 'congress-desk';

/** 签收, or deemed on the last day for it. */
export interface Receipt {
  readonly on: LocalDate;
  readonly deemed: boolean;
}

interface ReturnRequest {
  readonly id: string;
  readonly grounds: string;
  readonly legalBasis: string;
  readonly proposedUnitId: string;
  readonly requestedOn: LocalDate;
}

/** 当面答复记录 that the deputy has not signed. */
interface FaceToFaceRecord {
  readonly id: string;
  readonly deputyId: string;
  readonly suggestionId: string;
  /** The day of the talk. */
  readonly on: LocalDate;
  readonly state: 'waiting' | 'denied';
}

/** The reply of the present round, with the deputies who have it (see `owedKey`). */
export interface IssuedReply {
  readonly id: string;
  readonly resultClass: ResultClass;
  readonly issuedOn: LocalDate;
  readonly deliveredTo: readonly string[];
  /** The latest day on which it reached one of them; absent before, and on one delivered before it was kept. */
  readonly lastDeliveredOn?: LocalDate;
  /** 当面答复记录 that do not count as deliveries: not signed yet, or denied. Absent: none. */
  readonly faceToFace?: readonly FaceToFaceRecord[];
  /** Signed suggestions whose lead deputy was asked for the evaluation; absent on one issued before it was kept. */
  readonly askedFor?: readonly string[];
}

/** Where one unit's share stands. */
type ShareStatus =
  | { readonly name: 'pending' } // 待签收
  | { readonly name: 'acknowledged'; readonly receipt: Receipt } // 已签收,申退期内
  | { readonly name: 'return-requested'; readonly receipt: Receipt; readonly request: ReturnRequest } // 申退中
  | { readonly name: 'returned'; readonly request: ReturnRequest; readonly on: LocalDate } // 已退办
  | { readonly name: 'replaced'; readonly by: string } // 已改办
  | { readonly name: 'in-handling'; readonly receipt: Receipt } // 办理中
  | { readonly name: 'replied'; readonly receipt: Receipt; readonly reply: IssuedReply } // 已答复
  | { readonly name: 'for-reference' } // 参阅
  | { readonly name: 'ended' }; // 终止办理

/** 双确认: meeting's fact. */
type DualConfirmation =
  { readonly done: false } | { readonly done: true; readonly on: LocalDate; readonly manner: string };

/** 办理方案. `reopened`: a key mark asks for a version that is complete by 五个一. */
type PlanGate =
  | { readonly state: 'closed' }
  | { readonly state: 'requested'; readonly on: LocalDate }
  | { readonly state: 'filed'; readonly version: number; readonly fiveOnesComplete: boolean }
  | { readonly state: 'reopened'; readonly version: number };

/** 现场会 */
export type OnSiteGate =
  | { readonly state: 'not-required' }
  | { readonly state: 'required' }
  | { readonly state: 'held'; readonly on: LocalDate }
  | { readonly state: 'waived' };

/** 协办意见 of a co-handler. */
export type CoOpinion =
  | { readonly state: 'none' }
  | {
      readonly state: 'given' | 'sent-back' | 'accepted';
      readonly id: string;
      readonly opinion: string;
      /** Absent on one given before it had parts. */
      readonly parts?: OpinionParts;
      readonly attempt: number;
      readonly on: LocalDate;
      /** The unit's head; absent on one given before opinions were signed. */
      readonly signedBy?: string;
    };

/** A co-opinion that waits for the head; its words are kept apart. */
interface OpinionDraft {
  readonly by: string;
  readonly on: LocalDate;
}

/** 延期 */
type Extension =
  | { readonly state: 'none' }
  | {
      readonly state: 'requested' | 'granted' | 'refused';
      readonly id: string;
      readonly grounds: string;
      readonly asked: number;
    };

/** 存在困难 */
type Difficulty =
  | { readonly state: 'none' }
  | { readonly state: 'open'; readonly severity: 'yellow' | 'red'; readonly description: string };

/** The draft of the present round exists under this id; its text stays with the unit. */
type Draft = { readonly state: 'none' } | { readonly state: 'saved'; readonly replyId: string };

/** A reading of a draft by 代表工委: the words are named by their hash, so that other words are another reading. */
interface DraftReading {
  readonly readerId: string;
  readonly textHash: string;
}

/** 情况变化 for which the supplementary reply is still owed. */
export interface SituationChange {
  readonly id: string;
  /** The day of the change. */
  readonly on: LocalDate;
  readonly round: number;
}

/** 知情人: named for this share as a person of that unit. */
export interface Confidant {
  readonly personId: string;
  readonly unitId: string;
}

/** One unit's share 承办件 of a suggestion. */
export interface Share {
  readonly id: string;
  readonly unitId: string;
  readonly role: ShareRole;
  readonly decidingOffice: DecidingOffice;
  readonly assignedOn: LocalDate;
  /** Day of the first 交办; the statutory clock counts from it also after 改办. */
  readonly clockStartOn: LocalDate;
  readonly liaisonUntrained: boolean;
  /** The share this one replaces; empty for a first one. */
  readonly replaces: string;
  /** 1 for the first handling, +1 for each re-handling. */
  readonly round: number;
  readonly status: ShareStatus;
  readonly dualConfirmation: DualConfirmation;
  readonly plan: PlanGate;
  readonly onSite: OnSiteGate;
  readonly contacts: {
    readonly total: number;
    readonly inRound: number;
    /** Face-to-face talks that did not come about; absent: none. */
    readonly attempts?: number;
    /** Of the present round; absent: neither a contact nor the meeting on site. */
    readonly faceToFace?: 'met' | 'tried';
  };
  readonly coOpinion: CoOpinion;
  /** Absent: nothing waits for the head's signature. */
  readonly opinionDraft?: OpinionDraft;
  readonly extension: Extension;
  readonly difficulty: Difficulty;
  readonly draft: Draft;
  /** Absent: nobody of 代表工委 has read a draft. */
  readonly draftReadings?: readonly DraftReading[];
  /** Absent: nobody of the unit knows a confidential author. */
  readonly confidant?: Confidant;
  /** Absent: what the reply says is still so, or has been supplemented. */
  readonly situationChange?: SituationChange;
}

/** Lead and parallel units owe the deputies a reply; co-handlers owe an opinion, reference units nothing. */
export function owesReply(share: Share): boolean {
  return share.role === 'lead' || share.role === 'parallel';
}

/** False once the unit has nothing more to do with the case. */
export function isActive(share: Share): boolean {
  switch (share.status.name) {
    case 'returned':
    case 'replaced':
    case 'ended':
      return false;
    case 'pending':
    case 'acknowledged':
    case 'return-requested':
    case 'in-handling':
    case 'replied':
    case 'for-reference':
      return true;
  }
}

/** The clock of the present round's reply: reply, or rehandle_reply after a re-handling order. */
export function replyClock(share: Share): {
  kind: 'reply' | 'rehandle_reply';
  subject: string;
  round: number;
} {
  return { kind: share.round === 1 ? 'reply' : 'rehandle_reply', subject: share.id, round: share.round };
}
