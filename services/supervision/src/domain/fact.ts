import type { StartEvent } from '@huiyin/calendar/start-event';
import type { Term } from '@huiyin/calendar/term';
import type { LocalDate } from '@huiyin/kernel/local-date';

import type { Colour } from './colour-scale.ts';
import type { DecidingOffice } from './rights.ts';
import { later, type Instant } from './moment.ts';

/** The services whose facts a case is coloured by. At one instant an earlier one precedes a later one. */
const FACT_SOURCES = ['intake', 'assignment', 'meeting', 'evaluation', 'archive', 'supervision'] as const;

export type FactSource = (typeof FACT_SOURCES)[number];

export const OWNERS = ['deputy', 'desk', 'office', 'unit', 'committee'] as const;

/** Who owes a step: 代表, 代表工委, 政府办, 承办单位, 专门委员会. Never nobody. */
export type OwnerKind = (typeof OWNERS)[number];

export interface Owner {
  readonly kind: OwnerKind;
  /** The unit on which the ladder 催办–督办函–约谈 climbs; empty when there is none. */
  readonly unitId: string;
  /** The deputy, for clocks a deputy owes; else empty. */
  readonly personId: string;
  /** Which office, for clocks an office owes; absent where it is another's, or was not told yet. */
  readonly office?: DecidingOffice;
}

/** What names a clock within its case. */
export interface ClockKey {
  readonly kind: string;
  readonly subject: string;
  readonly round: number;
}

/** How a clock's last day is found. */
export type Timing =
  | {
      readonly type: 'term';
      readonly startDate: LocalDate;
      /** What its owner says happened that day; absent in facts told before it was named. */
      readonly startEvent?: StartEvent;
      readonly term: Term;
    }
  /** The owner promised a day. */
  | { readonly type: 'fixed'; readonly startDate: LocalDate; readonly dueOn: LocalDate }
  /** A condition that lasts until something removes it. */
  | { readonly type: 'untimed'; readonly startDate: LocalDate };

/** One fact about a case, reduced to what colours and the ladder need. */
export type CaseFact =
  | {
      readonly type: 'clock-start';
      readonly key: ClockKey;
      readonly timing: Timing;
      readonly owner: Owner;
      readonly rulePackVersion: string;
    }
  | { readonly type: 'clock-extend'; readonly key: ClockKey; readonly term: Term; readonly grantedBy: string }
  | { readonly type: 'clock-meet' | 'clock-cancel'; readonly key: ClockKey; readonly on: LocalDate }
  | { readonly type: 'named'; readonly number: string; readonly title: string }
  | { readonly type: 'deputies'; readonly lead: string; readonly cosigners: readonly string[] }
  /** Who may know what of the case: 代表要求保密, and the committees that oversee it 对口督办. */
  | { readonly type: 'guarded'; readonly confidential: boolean; readonly overseerIds: readonly string[] }
  | { readonly type: 'absorbed'; readonly deputies: readonly string[] }
  | {
      readonly type: 'share-made';
      readonly assignmentId: string;
      readonly unitId: string;
      readonly role: string;
    }
  /** A co-signer owes from now on what the lead deputy who left office owed. */
  | { readonly type: 'lead-passed'; readonly fromDeputyId: string; readonly leadDeputyId: string }
  /** 机构改革: another unit owes from now on what this one owed. */
  | {
      readonly type: 'share-succeeded';
      readonly assignmentId: string;
      readonly fromUnitId: string;
      readonly unitId: string;
    }
  /** 知情人: the one person of the unit who may know a confidential author. */
  | {
      readonly type: 'confidant-named';
      readonly assignmentId: string;
      readonly unitId: string;
      readonly personId: string;
    }
  | { readonly type: 'share-handed-back'; readonly assignmentId: string }
  /** The case goes on under another version of the rule pack; these terms are other ones there. */
  | {
      readonly type: 'rules-moved';
      readonly version: string;
      readonly terms: readonly { readonly kind: string; readonly term: Term }[];
    }
  | { readonly type: 'dual-confirmed'; readonly assignmentId: string }
  | { readonly type: 'reply-drafted' | 'reply-issued'; readonly assignmentId: string; readonly round: number }
  | {
      readonly type: 'difficulty';
      readonly assignmentId: string;
      readonly severity: 'none' | 'yellow' | 'red';
      readonly description: string;
    }
  | { readonly type: 'on-site-scheduled'; readonly assignmentId: string; readonly meetingId: string }
  | { readonly type: 'meeting-declined'; readonly meetingId: string; readonly byUnit: boolean }
  | { readonly type: 'on-site-settled'; readonly assignmentId: string }
  | {
      readonly type: 'evaluated';
      readonly assignmentId: string;
      readonly signed: string;
      readonly round: number;
      readonly dissatisfied: boolean;
      /** The profile lets 代表工委 decide whether the share is handled again; absent in facts told before it was kept. */
      readonly byHand?: boolean;
      readonly on: LocalDate;
    }
  /** The second or a later 不满意 waits for the joint study or the 主任会议. */
  | { readonly type: 'escalated'; readonly assignmentId: string }
  /** The unit has to answer anew, in this round. */
  | { readonly type: 'rehandled'; readonly assignmentId: string; readonly round: number }
  /** It was decided, and explained, that the 不满意 of a share goes no further. */
  | { readonly type: 'left-unsatisfied'; readonly assignmentId: string; readonly on: LocalDate }
  | { readonly type: 'ended'; readonly on: LocalDate }
  | { readonly type: 'closed'; readonly on: LocalDate }
  | {
      readonly type: 'override';
      readonly clockId: string;
      readonly from: Colour;
      readonly to: Colour;
      readonly firstPersonId: string;
      readonly secondPersonId: string;
      readonly grounds: string;
    };

/** A fact with its place in its service's own order. */
export interface RecordedFact {
  readonly source: FactSource;
  /** Contiguous per source and case, given by the source. */
  readonly version: number;
  /** Place within the event that carried it. */
  readonly index: number;
  readonly at: Instant;
  readonly day: LocalDate;
  readonly body: CaseFact;
}

/**
 * The one order in which a case's facts are read, whatever the order in which they arrived: by business time, at one
 * instant by source, within a source always by version. A source whose clock stepped back keeps its own order.
 */
export function inOrder(facts: readonly RecordedFact[]): RecordedFact[] {
  const ranked = FACT_SOURCES.flatMap((source, rank) => {
    const own = facts
      .filter((fact) => fact.source === source)
      .sort((a, b) => a.version - b.version || a.index - b.index);
    let reached: Instant | undefined;
    return own.map((fact, place) => {
      reached = reached === undefined ? fact.at : later(reached, fact.at);
      return { fact, at: reached, rank, place };
    });
  });
  ranked.sort((a, b) => compareText(a.at, b.at) || a.rank - b.rank || a.place - b.place);
  return ranked.map(({ fact, at }) => (fact.at === at ? fact : { ...fact, at }));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
