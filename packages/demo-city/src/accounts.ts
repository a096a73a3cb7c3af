import { ROLES, type Role } from '@huiyin/kernel/actor';
import { stableId } from '@huiyin/kernel/ids';

import type { DemoPerson } from './people.ts';

/** Password of every account of the demo city. It opens nothing else: the demo's people do not exist. */
export const DEMO_PASSWORD = 'huiyin-demo-2026';

/** The district whose accounts are shown first. */
export const SHOWN_TENANT = 'donghu';

export interface DemoAccount {
  readonly accountId: string;
  readonly personId: string;
  /** `<name>@<tenant>`, e.g. deputy@donghu, desk@donghu, liaison-caizheng@donghu. */
  readonly login: string;
  readonly tenant: string;
  readonly role: Role;
}

/** Everybody's account. */
export function accountsOf(people: readonly DemoPerson[]): DemoAccount[] {
  return people.map((person) => {
    const [{ tenant, role }] = person.memberships;
    const login = `${person.loginName}@${tenant}`;
    const accountId = stableId('demo-city', 'account', login);
    return { accountId, personId: person.personId, login, tenant, role };
  });
}

/** One account for each role, from the shown district; from the city for the role that only a city has. */
export function shownAccounts(accounts: readonly DemoAccount[]): DemoAccount[] {
  return ROLES.flatMap((role) => {
    const ofRole = accounts.filter((account) => account.role === role);
    return ofRole.find((account) => account.tenant === SHOWN_TENANT) ?? ofRole[0] ?? [];
  });
}
