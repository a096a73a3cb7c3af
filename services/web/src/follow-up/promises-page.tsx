import type { ReactElement } from 'react';
import { DEPUTY_ROLE } from '../session/deputy-role.ts';
import type { Me } from '../session/session.ts';
import { UNIT_ROLES } from '../session/unit-roles.ts';
import { PromiseCards } from './promise-cards.tsx';
import { PromiseLedger } from './promise-ledger.tsx';

/** 承诺台账: a unit's own promises, those made to a deputy, or, for the offices, all of them. */
export function PromisesPage({ me }: { me: Me }): ReactElement {
  const has = (roles: readonly Me['roles'][number][]): boolean =>
    roles.some((role) => me.roles.includes(role));
  if (has(DEPUTY_ROLE)) return <PromiseCards title="答复我的承诺" unitId="" verb="看进展" />;
  if (has(UNIT_ROLES) && me.unit !== undefined)
    return <PromiseCards title={`${me.unit.name}的承诺`} unitId={me.unit.unitId} verb="报进展" />;
  return <PromiseLedger />;
}
