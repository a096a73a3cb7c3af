import type { AccountMembership } from '@huiyin/contracts/gen/directory/v1/service';

const east = { tenant: 'east', tenantName: '东城区', unitId: '', unitName: '' };
const roads = { unitId: '0198c0de-0000-7000-8000-000000000001', unitName: '交通运输局' };

/** Who can log in at the stub directory, always with the same password. */
export const demoMemberships: Record<string, AccountMembership[]> = {
  'chen-deputy': [{ ...east, role: 'deputy' }],
  'zhao-operator': [{ ...east, role: 'operator' }],
  'li-two-hats': [
    { ...east, role: 'deputy' },
    { ...east, ...roads, role: 'unit-head' },
  ],
  'sun-two-hats': [
    { ...east, role: 'deputy' },
    { ...east, ...roads, role: 'unit-liaison' },
  ],
  'wu-nobody': [],
};
