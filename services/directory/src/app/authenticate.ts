import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { tidyLogin } from '../domain/account.ts';
import type { AccountMembership, DirectoryPorts } from './ports.ts';

/** Who logged in, and what they may be. */
export interface Authenticated {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly memberships: readonly (AccountMembership & { readonly unitName: string })[];
}

/** No tenant: only the global tables are visible. */
const NO_TENANT = '';

/**
 * Checks login and password. 'refused' tells nothing of the reason, and a login that does not exist takes the time of a
 * wrong password; how often somebody may try is the gateway's limit.
 */
export function authenticate(ports: DirectoryPorts) {
  return async (request: {
    login: string;
    password: string;
  }): Promise<Authenticated | 'refused' | Rejection> => {
    const login = tidyLogin(request.login);
    const account = await ports.uow.read(NO_TENANT, (tx) => ports.accounts.ofLogin(tx, login));
    const matches =
      account === undefined
        ? await ports.passwords.pretendToVerify(request.password)
        : await ports.passwords.verify(account.passwordHash, request.password);
    if (isRejection(matches)) return matches;
    if (account === undefined || !matches) return 'refused';
    const { accountId, personId, name } = account;
    const memberships = await ports.uow.read(NO_TENANT, (tx) => ports.accounts.memberships(tx, personId));
    return { accountId, personId, name, memberships: await withUnitNames(ports, memberships) };
  };
}

/** Units belong to tenants, so each tenant is asked in its own context; nobody serves in more than a few. */
async function withUnitNames(
  ports: DirectoryPorts,
  memberships: readonly AccountMembership[],
): Promise<Authenticated['memberships']> {
  const names = new Map<string, string>();
  for (const tenant of new Set(memberships.map((membership) => membership.tenant))) {
    const unitIds = memberships
      .filter((one) => one.tenant === tenant && one.unitId !== '')
      .map((one) => one.unitId);
    if (unitIds.length === 0) continue;
    const found = await ports.uow.read(tenant, (tx) => ports.units.names(tx, tenant, unitIds));
    for (const [unitId, name] of found) names.set(unitId, name);
  }
  return memberships.map((membership) => ({ ...membership, unitName: names.get(membership.unitId) ?? '' }));
}
