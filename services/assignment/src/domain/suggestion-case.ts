import type { LocalDate } from '@huiyin/kernel/local-date';

import type { OpenClock } from './clock-fact.ts';
import type { KeyGrounds } from './key-grounds.ts';
import { isActive, owesReply, type DecidingOffice, type Share } from './share.ts';

/** 一般 general · 复杂 complex. 重点 is no type but a mark beside it (decisions 6). */
export type HandlingType = 'general' | 'complex';

type Classification =
  | { readonly state: 'unclassified' }
  | {
      readonly state: 'classified';
      readonly handlingType: HandlingType;
      readonly proposedType: HandlingType;
      readonly scores: Scores;
      readonly expectedUnits: number;
      readonly overrideReason: string;
      /** 提请 to the 主任会议; absent on a case classified before it was kept. */
      readonly keyProposed?: boolean;
      readonly on: LocalDate;
    };

export interface Score {
  /** 1–3 */
  readonly points: number;
  readonly reason: string;
}

/** 范围、难易、紧急 */
export interface Scores {
  readonly scope: Score;
  readonly difficulty: Score;
  readonly urgency: Score;
}

/** 重点: a decision of the 主任会议. */
type KeyMark =
  | { readonly marked: false }
  | {
      readonly marked: true;
      readonly decisionNumber: string;
      readonly decidedOn: LocalDate;
      /** Absent on a mark made before its grounds were kept. */
      readonly grounds?: KeyGrounds;
    };

/** 组长 of 专班: a vice-chair of the standing committee or a deputy head of government (domain §2.7). */
export const TASK_FORCE_LEADER_RANKS = ['standing-committee-vice-chair', 'government-deputy-head'] as const;

export type TaskForceLeaderRank = (typeof TASK_FORCE_LEADER_RANKS)[number];

/** 工作包: what one unit of a task force does until when. */
export interface NewWorkPackage {
  readonly packageId: string;
  readonly unitId: string;
  readonly task: string;
  readonly dueOn: LocalDate;
}

/** As it is held. `version` counts how often it was amended or passed on, from 1. */
export interface WorkPackage extends NewWorkPackage {
  readonly version: number;
  /** Absent while it is open. */
  readonly done?: { readonly on: LocalDate; readonly by: string; readonly summary: string };
}

export interface TaskForceMeeting {
  readonly id: string;
  readonly on: LocalDate;
}

/** 专班; what is optional is absent in one formed before it was kept. */
export type TaskForce =
  | { readonly state: 'none' }
  | {
      readonly state: 'formed' | 'dissolved';
      readonly id: string;
      readonly convenerId: string;
      readonly leaderName?: string;
      readonly leaderRank?: TaskForceLeaderRank;
      readonly unitIds: readonly string[];
      readonly formedOn?: LocalDate;
      readonly workPackages?: readonly WorkPackage[];
      /** '' before the first meeting. */
      readonly lastMetOn?: LocalDate | '';
      /** Each meeting that counted, with the day its record now gives. */
      readonly meetings?: readonly TaskForceMeeting[];
    };

/** 协调 of handlers who disagree; one open at a time. */
type Coordination =
  | { readonly state: 'none' }
  | (CoordinationRequest & { readonly state: 'open'; readonly metOn: LocalDate | '' })
  | (CoordinationRequest & {
      readonly state: 'closed';
      readonly decision: string;
      readonly responsibleUnitId: string;
    });

interface CoordinationRequest {
  readonly id: string;
  readonly assignmentId: string;
  readonly requestedByUnitId: string;
  readonly decidingOffice: DecidingOffice;
  readonly grounds: string;
}

/** A deputy owed an own reply, with the suggestion (own or merged child) this deputy signed. */
export interface OwedDeputy {
  readonly deputyId: string;
  readonly suggestionId: string;
  readonly isLead: boolean;
}

/** How far the case is on assignment's part of the road. */
type Phase =
  | { readonly name: 'to-assign' } // S5 拟办
  | { readonly name: 'handling' } // S6–S8, and again in each later round
  | { readonly name: 'merged'; readonly parentId: string } // S93
  | { readonly name: 'ended'; readonly on: LocalDate } // S91
  | { readonly name: 'closed'; readonly on: LocalDate; readonly sealed?: true }; // S12, sealed: S14

/** Everything assignment decides about one suggestion. */
export interface SuggestionCase {
  readonly id: string;
  readonly number: string;
  /** What people say, 第30号; absent on a case opened before it was kept. */
  readonly displayNumber?: string;
  readonly title: string;
  readonly category: string;
  readonly registeredOn: LocalDate;
  readonly period: 'in-session' | 'between-sessions';
  /** The day the session closes or closed; absent between sessions, and on a case opened before it was kept. */
  readonly sessionClosesOn?: LocalDate;
  readonly authorConfidential: boolean;
  /** Committees that oversee the category 对口督办; absent on what was registered before they were named. */
  readonly overseerIds?: readonly string[];
  readonly demands: readonly string[];
  readonly wishedUnitIds: readonly string[];
  readonly owed: readonly OwedDeputy[];
  /** The version of the rule pack this case keeps; empty for a case opened before versions were kept. */
  readonly rulePackVersion: string;
  readonly phase: Phase;
  readonly classification: Classification;
  readonly keyMark: KeyMark;
  readonly taskForce: TaskForce;
  readonly coordination: Coordination;
  readonly returnsGranted: number;
  readonly shares: readonly Share[];
  readonly openClocks: readonly OpenClock[];
}

/** Names an owed reply: one deputy may be owed two, for an own suggestion and for a merged one. */
export function owedKey(owed: Pick<OwedDeputy, 'deputyId' | 'suggestionId'>): string {
  return `${owed.suggestionId}:${owed.deputyId}`;
}

export function shareOf(suggestion: SuggestionCase, shareId: string): Share | undefined {
  return suggestion.shares.find((share) => share.id === shareId);
}

/** Shares of units that still take part. */
export function activeShares(suggestion: SuggestionCase): readonly Share[] {
  return suggestion.shares.filter(isActive);
}

/** Shares whose unit owes the deputies a reply, including one handed back and not reassigned yet. */
export function replyingShares(suggestion: SuggestionCase): readonly Share[] {
  return suggestion.shares.filter((share) => owesReply(share) && share.status.name !== 'replaced');
}

/** The office of the unit that leads, which distributes further; undefined before 交办 (代表法51). */
export function decidingOfficeOf(suggestion: SuggestionCase): DecidingOffice | undefined {
  return replyingShares(suggestion)[0]?.decidingOffice;
}

/** True when every deputy owed a reply by every replying share has it: the case is 已答复. */
export function allDelivered(suggestion: SuggestionCase): boolean {
  const replying = replyingShares(suggestion);
  return replying.length > 0 && replying.every((share) => undelivered(suggestion, share).length === 0);
}

/** The deputies who still wait for this share's reply of the present round. */
export function undelivered(suggestion: SuggestionCase, share: Share): readonly OwedDeputy[] {
  const { status } = share;
  if (status.name !== 'replied') return suggestion.owed;
  return suggestion.owed.filter((owed) => !status.reply.deliveredTo.includes(owedKey(owed)));
}

export function withShare(
  suggestion: SuggestionCase,
  shareId: string,
  change: (share: Share) => Share,
): SuggestionCase {
  return {
    ...suggestion,
    shares: suggestion.shares.map((share) => (share.id === shareId ? change(share) : share)),
  };
}
