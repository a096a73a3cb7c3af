import type { Role } from '@huiyin/kernel/actor';
import type { LocalDate } from '@huiyin/kernel/local-date';

/** A tenant 租户: a city or one of its districts. */
export interface TenantFact {
  readonly tenant: string;
  readonly name: string;
  readonly level: 'city' | 'district';
  /** Six digits, the first part of registration numbers. */
  readonly areaCode: string;
  /** Empty for a city. */
  readonly parent: string;
  /** What the congress office is called here: 代表工委, 人事代表工委 … */
  readonly deskName: string;
}

/** A handling unit 承办单位. */
export interface UnitFact {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly active: boolean;
  /** Distributes to this unit and decides its returns. */
  readonly decidingOffice: 'government-office' | 'congress-desk';
  readonly successorId?: string;
}

export interface MembershipFact {
  readonly personId: string;
  readonly role: Role;
  /** Empty for roles outside units. */
  readonly unitId: string;
  readonly active: boolean;
  /** 所属代表团 of a deputy, or the one that a clerk serves; empty for none. */
  readonly delegation: string;
}

/** A session of the congress 届次. */
export interface CongressSessionFact {
  readonly congressSessionId: string;
  readonly congressTerm: number;
  readonly congressSession: number;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  /** Later submissions count as between sessions. */
  readonly cutOffAt: Date;
}
