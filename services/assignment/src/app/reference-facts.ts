import type { RulePack } from '@huiyin/calendar/rule-pack';
import type { WorkCalendar } from '@huiyin/calendar/work-calendar';
import type { Role } from '@huiyin/kernel/actor';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { DecidingOffice } from '../domain/share.ts';

/** Directory's facts, as far as assignment decides by them or prints them; undefined means not heard yet. */
export interface ReferenceFacts {
  tenant(tx: Tx): Promise<{ readonly name: string; readonly deskName: string } | undefined>;
  rulePackAt(
    tx: Tx,
    day: LocalDate,
  ): Promise<{ readonly version: string; readonly pack: RulePack } | undefined>;
  rulePack(tx: Tx, version: string): Promise<RulePack | undefined>;
  /** Undefined also for a version that takes effect later. */
  effectiveRulePack(tx: Tx, version: string, day: LocalDate): Promise<RulePack | undefined>;
  calendar(tx: Tx): Promise<WorkCalendar | undefined>;
  unit(
    tx: Tx,
    unitId: string,
  ): Promise<
    | {
        readonly name: string;
        /** `congress`: a committee. */
        readonly kind: string;
        readonly active: boolean;
        readonly decidingOffice: DecidingOffice;
      }
    | undefined
  >;
  peopleWith(tx: Tx, role: Role, unitId?: string): Promise<readonly string[]>;
  /** Who answers for a unit in its letters today; '' for nobody. */
  contactOf(tx: Tx, unitId: string): Promise<string>;
}
