import type { LocalDate } from '@huiyin/kernel/local-date';
import type { ImportedCalendar } from './calendar.ts';
import type { CongressSession } from './congress-session.ts';
import type { Membership } from './person.ts';
import type { ActivatedRulePack } from './rule-pack.ts';
import type { Tenant } from './tenant.ts';
import type { Unit } from './unit.ts';

/** What every other service is told: no name, phone or card number of a person. */
export type DirectoryEvent =
  | { readonly type: 'tenant-configured'; readonly tenant: Tenant }
  | { readonly type: 'unit-changed'; readonly unit: Unit }
  | {
      readonly type: 'unit-succeeded';
      readonly unitId: string;
      readonly successorUnitId: string;
      readonly onDate: LocalDate;
    }
  | {
      readonly type: 'person-changed';
      readonly personId: string;
      readonly memberships: readonly Membership[];
    }
  | {
      readonly type: 'mandate-ended';
      readonly personId: string;
      readonly onDate: LocalDate;
      readonly reason: string;
    }
  | { readonly type: 'account-changed'; readonly personId: string; readonly accountId: string }
  | { readonly type: 'congress-session-changed'; readonly session: CongressSession }
  | { readonly type: 'rule-pack-activated'; readonly pack: ActivatedRulePack }
  | { readonly type: 'calendar-imported'; readonly calendar: ImportedCalendar }
  | { readonly type: 'clock-advanced'; readonly now: Date };
