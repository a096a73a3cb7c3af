import type { LocalDate } from '@huiyin/kernel/local-date';
import type { IssuedReply } from './look-back.ts';
import type { DecidingOffice, OwedDeputy, ShareRole } from './share.ts';

/**
 * What other services told. Between services there is no order: a fact about something not heard of yet is kept and
 * counts as soon as the rest arrives.
 */
export type Fact =
  | {
      readonly type: 'assignment-made';
      readonly assignmentId: string;
      readonly unitId: string;
      readonly role: ShareRole;
      readonly decidingOffice: DecidingOffice;
      readonly owed: readonly OwedDeputy[];
      readonly assignedOn: LocalDate;
      readonly onSiteRequired: boolean;
      /** The rules the case keeps. */
      readonly rulePackVersion: string;
      /** What the case is called. */
      readonly number: string;
      readonly title: string;
      readonly authorConfidential: boolean;
      readonly overseerIds: readonly string[];
      /** The share it takes the place of; empty for a first one. */
      readonly replaces: string;
    }
  | { readonly type: 'assignment-acknowledged'; readonly assignmentId: string; readonly receiptOn: LocalDate }
  /** 机构改革: another unit took the share over; `ended` names one that unit no longer holds beside it, or is empty. */
  | {
      readonly type: 'assignment-succeeded';
      readonly assignmentId: string;
      readonly unitId: string;
      readonly decidingOffice: DecidingOffice;
      readonly ended: string;
    }
  /** 知情人: the one person of the unit who may know a confidential author. */
  | {
      readonly type: 'confidant-named';
      readonly assignmentId: string;
      readonly unitId: string;
      readonly personId: string;
    }
  /** The case goes on under another version of the rule pack. */
  | { readonly type: 'rules-moved'; readonly version: string }
  | { readonly type: 'share-left'; readonly assignmentId: string }
  /** Assignment's on_site clocks say for which shares the meeting is now required, and for which no longer. */
  | {
      readonly type: 'on-site-changed';
      readonly requiredFor: readonly string[];
      readonly optionalFor: readonly string[];
    }
  | { readonly type: 'plan-filed'; readonly assignmentId: string }
  | ({ readonly type: 'reply-issued' } & IssuedReply)
  /** 并案: another suggestion's deputies joined this case. */
  | { readonly type: 'suggestion-absorbed'; readonly deputies: readonly OwedDeputy[] }
  /** A co-signer took the lead of the case's own suggestion. */
  | {
      readonly type: 'lead-passed';
      readonly fromDeputyId: string;
      readonly leadDeputyId: string;
      readonly on: LocalDate;
    }
  | { readonly type: 'case-ended' }
  | { readonly type: 'suggestion-closed' }
  | { readonly type: 'suggestion-reopened' }
  | { readonly type: 'rehandling-ordered'; readonly assignmentId: string; readonly round: number }
  /** The deputy says that a class A is none. */
  | { readonly type: 'class-challenged'; readonly assignmentId: string; readonly round: number };
