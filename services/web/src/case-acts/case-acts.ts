import type { CaseAct } from './case-act.ts';
import { DESK_ACTS } from './desk/desk-acts.tsx';
import { acknowledge } from './unit/acknowledge.tsx';

/** Every act of the case page, in the order in which the road comes to them. */
export const CASE_ACTS: readonly CaseAct[] = [...DESK_ACTS, acknowledge];
