import type { CaseAct } from './case-act.ts';
import { DEPUTY_ACTS } from './deputy/deputy-acts.ts';
import { acknowledge } from './unit/acknowledge.tsx';

/** Every act of the case page, in the order in which the road comes to them. */
export const CASE_ACTS: readonly CaseAct[] = [...DEPUTY_ACTS, acknowledge];
