import type { Clock } from '@huiyin/kernel/clock';
import type { NewEvent } from '@huiyin/kernel/event';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { UnitOfWork } from '@huiyin/kernel/unit-of-work';
import type { ImportedCalendar } from '../domain/calendar.ts';
import type { CongressSession } from '../domain/congress-session.ts';
import type { DirectoryEvent } from '../domain/events.ts';
import type { Person } from '../domain/person.ts';
import type { ActivatedRulePack } from '../domain/rule-pack.ts';
import type { SavedView } from '../domain/saved-view.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Unit } from '../domain/unit.ts';

/** Everything the use cases need from outside, given by the composition root. */
export interface DirectoryPorts {
  readonly uow: UnitOfWork;
  /** System time. */
  readonly clock: Clock;
  readonly mode: 'rehearsal' | 'production';
  readonly tenants: TenantStore;
  readonly units: UnitStore;
  readonly people: PersonStore;
  readonly accounts: AccountStore;
  readonly congressSessions: CongressSessionStore;
  readonly rulePacks: RulePackStore;
  readonly calendars: CalendarStore;
  readonly savedViews: SavedViewStore;
  readonly businessClock: BusinessClockStore;
  readonly passwords: Passwords;
  readonly publish: (event: DirectoryEvent) => NewEvent;
}

export interface Page {
  readonly limit: number;
  readonly cursor: string;
}

export interface TenantStore {
  find(tx: Tx, tenant: string): Promise<Tenant | undefined>;
  save(tx: Tx, tenant: Tenant): Promise<void>;
  /** Ordered by id, at most 1,000. */
  all(tx: Tx): Promise<readonly Tenant[]>;
}

export interface UnitStore {
  find(tx: Tx, tenant: string, unitId: string): Promise<Unit | undefined>;
  save(tx: Tx, tenant: string, unit: Unit, version: number): Promise<void>;
  /** Ordered by id, from after the cursor. */
  list(
    tx: Tx,
    tenant: string,
    which: { nameContains: string; includeInactive: boolean } & Page,
  ): Promise<readonly (Unit & { readonly version: number })[]>;
  names(tx: Tx, tenant: string, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface PersonStore {
  find(tx: Tx, tenant: string, personId: string): Promise<Person | undefined>;
  save(tx: Tx, tenant: string, person: Person, version: number): Promise<void>;
  /** People with a membership here, ordered by id, from after the cursor. */
  list(
    tx: Tx,
    tenant: string,
    which: { role: string; unitId: string; nameContains: string } & Page,
  ): Promise<readonly ListedPerson[]>;
  /** Those who have or had a membership here. */
  names(tx: Tx, tenant: string, personIds: readonly string[]): Promise<readonly NamedPerson[]>;
}

/** A person as the tenant's list has them. */
export interface ListedPerson extends Person {
  readonly version: number;
  /** Empty for a person without an account. */
  readonly login: string;
}

/** A person as others name them, with what a deputy's form says besides. */
export interface NamedPerson {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly cardNumber: string;
  /** Empty for who is no deputy of a delegation. */
  readonly delegation: string;
}

export interface Account {
  readonly accountId: string;
  readonly personId: string;
  readonly login: string;
  readonly passwordHash: string;
}

/** One role of an account's person in whichever tenant: in force, or what is left of a mandate that ended. */
export interface AccountMembership {
  readonly tenant: string;
  readonly tenantName: string;
  readonly role: string;
  readonly unitId: string;
}

export interface AccountStore {
  ofLogin(tx: Tx, login: string): Promise<(Account & { readonly name: string }) | undefined>;
  ofPerson(tx: Tx, personId: string): Promise<Account | undefined>;
  /** False when the login belongs to somebody else. */
  save(tx: Tx, account: Account): Promise<boolean>;
  /** Active ones, by tenant and role. */
  memberships(tx: Tx, personId: string): Promise<readonly AccountMembership[]>;
}

export interface CongressSessionStore {
  find(tx: Tx, tenant: string, congressSessionId: string): Promise<CongressSession | undefined>;
  ofOrdinals(
    tx: Tx,
    tenant: string,
    ordinals: { congressTerm: number; congressSession: number },
  ): Promise<CongressSession | undefined>;
  save(tx: Tx, tenant: string, session: CongressSession): Promise<void>;
  /** Latest first, at most 200; with the version of its stream. */
  list(tx: Tx, tenant: string): Promise<readonly (CongressSession & { readonly version: number })[]>;
}

export interface RulePackStore {
  add(tx: Tx, tenant: string, pack: ActivatedRulePack): Promise<void>;
  /** Latest effective first. */
  all(tx: Tx, tenant: string): Promise<readonly ActivatedRulePack[]>;
  /** Latest effective first, at most 20. */
  list(tx: Tx, tenant: string): Promise<readonly ActivatedRulePack[]>;
}

export interface CalendarStore {
  find(tx: Tx, tenant: string): Promise<ImportedCalendar | undefined>;
  save(tx: Tx, tenant: string, calendar: ImportedCalendar): Promise<void>;
}

/** The membership whose views they are. */
export interface ViewOwner {
  readonly personId: string;
  readonly role: string;
  /** Empty for roles outside units. */
  readonly unitId: string;
}

export interface SavedViewStore {
  /** In the order they were saved. */
  list(tx: Tx, tenant: string, owner: ViewOwner): Promise<readonly SavedView[]>;
  add(
    tx: Tx,
    tenant: string,
    saved: { readonly owner: ViewOwner; readonly view: SavedView; readonly at: Date },
  ): Promise<void>;
  rename(tx: Tx, tenant: string, view: Pick<SavedView, 'viewId' | 'name'>): Promise<void>;
  remove(tx: Tx, tenant: string, viewId: string): Promise<void>;
}

export interface BusinessClockStore {
  offsetMs(tx: Tx): Promise<number>;
  /** The same, with its row locked until the transaction ends. */
  lockOffsetMs(tx: Tx): Promise<number>;
  setOffsetMs(tx: Tx, offsetMs: number): Promise<void>;
}

/** Password hashes. Work is bounded: too many at once are refused, so that logins cannot eat the machine. */
export interface Passwords {
  hash(password: string): Promise<string | Rejection>;
  verify(hash: string, password: string): Promise<boolean | Rejection>;
  /** As long as `verify`, for logins that do not exist. */
  pretendToVerify(password: string): Promise<false | Rejection>;
}
