import { personId } from '@huiyin/demo-city/people';
import { startOfDay, type LocalDate } from '@huiyin/kernel/local-date';
import type { ApiSession } from '../api/session.ts';
import type { Cast } from '../road/cast.ts';
import type { CasePlan } from './case-plan.ts';
import { AT_ONCE, type Turn } from './turns.ts';

/** A case on its way through the rehearsal: its plan, and the ids that the system gave it. */
export interface CaseRun {
  readonly plan: CasePlan;
  readonly cast: Cast;
  suggestionId: string;
  /** Code of the unit that answers for the reply; another one after a granted return. */
  leadUnit: string;
  /** Assignment ids by unit code. */
  readonly shares: Map<string, string>;
  readonly opinionIds: string[];
  returnRequestId: string;
  /** The latest reply. */
  replyId: string;
  /** Suggestions merged into it, whose deputies are owed its reply too. */
  readonly merged: CaseRun[];
  /** In which the reply of the day is signed. */
  signInTurn: Turn;
}

export function newRun(plan: CasePlan, cast: Cast): CaseRun {
  return {
    plan,
    cast,
    suggestionId: '',
    leadUnit: plan.suggestion.leadUnitCode,
    shares: new Map(),
    opinionIds: [],
    returnRequestId: '',
    replyId: '',
    merged: [],
    signInTurn: AT_ONCE,
  };
}

export function lead({ cast, plan }: CaseRun): Promise<ApiSession> {
  return cast.person(plan.leadDeputy);
}

export function leadId({ cast, plan }: CaseRun): string {
  return personId(cast.tenant, plan.leadDeputy);
}

export function desk({ cast }: CaseRun): Promise<ApiSession> {
  return cast.person('desk');
}

/** Somebody of the unit that answers for the reply. */
export function ofLeadUnit(run: CaseRun, part: 'head' | 'liaison' | 'clerk'): Promise<ApiSession> {
  return run.cast.ofUnit(part, run.leadUnit);
}

export function pathOf({ suggestionId }: CaseRun): string {
  return `/suggestions/${suggestionId}`;
}

/** Path of a unit's share; the lead's unless another unit is named. Throws when it has none. */
export function sharePath(run: CaseRun, code: string = run.leadUnit): string {
  return `/assignments/${shareId(run, code)}`;
}

export function shareId(run: CaseRun, code: string = run.leadUnit): string {
  const id = run.shares.get(code);
  if (id === undefined) throw new Error(`${code} has no share of ${run.plan.suggestion.title}`);
  return id;
}

/** When the day's meetings begin: ten in the morning in Shanghai, RFC 3339. */
export function tenOn(day: LocalDate): string {
  const TEN_MS = 10 * 3_600_000;
  return new Date(startOfDay(day).getTime() + TEN_MS).toISOString();
}

interface Share {
  readonly assignmentId: string;
  readonly unitId: string;
  readonly status: string;
}

/** Learns which share each unit has now, and how it stands. */
export async function learnShares(
  run: CaseRun,
): Promise<readonly { readonly unit: string; readonly status: string }[]> {
  const path = `${pathOf(run)}/handling`;
  const { assignments } = await (await desk(run)).get<{ assignments: readonly Share[] }>(path);
  const units = [run.leadUnit, ...run.plan.suggestion.coUnitCodes];
  return units.flatMap((unit) => {
    const own = assignments.find(
      ({ unitId, status }) =>
        unitId === run.cast.unitId(unit) && status !== 'replaced' && status !== 'returned',
    );
    if (own === undefined) return [];
    run.shares.set(unit, own.assignmentId);
    return [{ unit, status: own.status }];
  });
}
