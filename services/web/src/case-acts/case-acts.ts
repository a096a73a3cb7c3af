import type { CaseAct } from './case-act.ts';
import { DEPUTY_ACTS } from './deputy/deputy-acts.ts';
import { DESK_ACTS } from './desk/desk-acts.tsx';
import { SUPERVISE_ACTS } from './supervise/supervise-acts.ts';
import { UNIT_ACTS } from './unit/unit-acts.ts';

/** Every act of the case page, in the order in which the road comes to them. */
export const CASE_ACTS: readonly CaseAct[] = [...DEPUTY_ACTS, ...DESK_ACTS, ...UNIT_ACTS, ...SUPERVISE_ACTS];
