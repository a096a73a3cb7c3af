import type { LocalDate } from '@huiyin/kernel/local-date';

/** 主办 | 协办 | 分别办理 | 参阅 */
export type ShareRole = 'lead' | 'co' | 'parallel' | 'reference';

export type DecidingOffice = 'government-office' | 'congress-desk';

/** A deputy owed an own reply, and the suggestion (the case or a merged child) this deputy signed. */
export interface OwedDeputy {
  readonly deputyId: string;
  readonly suggestionId: string;
  readonly isLead: boolean;
}

/** One unit's share of a case, as far as meetings depend on it or gate it. */
export interface Share {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly role: ShareRole;
  /** Distributes to the unit and decides its returns. */
  readonly decidingOffice: DecidingOffice;
  /** Left: returned, reassigned or ended. */
  readonly standing: 'active' | 'left';
  readonly owed: readonly OwedDeputy[];
  /** 代表要求保密; absent on what was handed over before it was told. */
  readonly authorConfidential?: boolean;
  /** 知情人, as a person of that unit; absent: nobody of the unit may know a confidential author. */
  readonly confidant?: { readonly personId: string; readonly unitId: string };
  /** Committees that oversee the case 对口督办. */
  readonly overseerIds?: readonly string[];
  readonly assignedOn: LocalDate;
  readonly signing: { readonly phase: 'unsigned' } | { readonly phase: 'signed'; readonly on: LocalDate };
  readonly plan: { readonly phase: 'none' } | { readonly phase: 'filed' };
  readonly dualConfirmation: DualConfirmationGate;
  readonly onSite: OnSiteGate;
}

/** 双确认: gates the plan. */
type DualConfirmationGate =
  | { readonly phase: 'open' }
  | {
      readonly phase: 'completed';
      readonly on: LocalDate;
      readonly manner: 'both' | 'deputy-not-responding';
    };

/** 现场会: gates the reply of complex and key cases. */
type OnSiteGate =
  | { readonly phase: 'optional' }
  | { readonly phase: 'required' }
  | { readonly phase: 'held'; readonly on: LocalDate }
  | { readonly phase: 'waived'; readonly reason: string };

/** Only shares that answer with an own reply pass the gates; co-handlers and reference units do not. */
export function replies(share: Share): boolean {
  return share.role === 'lead' || share.role === 'parallel';
}
