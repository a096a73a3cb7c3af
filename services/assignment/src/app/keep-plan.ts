import type { Tx } from '@huiyin/kernel/tx';
import type { Decision, PlanFiled } from '../domain/events.ts';
import type { AssignmentPorts, KeptPlan } from './ports.ts';

/** Keeps the version that was filed as it was filed. */
export function keepPlan(
  ports: Pick<AssignmentPorts, 'papers'>,
  tenant: string,
  events: Decision,
): (tx: Tx) => Promise<void> {
  return async (tx) => {
    for (const event of events) {
      if (event.type === 'plan-filed') await ports.papers.keepPlan(tx, tenant, keptPlan(event));
    }
  };
}

function keptPlan({ payload, reason }: PlanFiled): KeptPlan {
  const { leaderName, leaderPost, leaderRank, solution, milestones, deadline } = payload;
  return {
    assignmentId: payload.assignmentId,
    version: payload.planVersion,
    plan: { leaderName, leaderPost, leaderRank, solution, milestones, deadline },
    reason: reason ?? '',
    filedOn: payload.filedOn,
    fiveOnesComplete: payload.fiveOnesComplete,
  };
}
