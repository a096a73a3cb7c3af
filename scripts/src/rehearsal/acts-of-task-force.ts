import { personId } from '@huiyin/demo-city/people';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Act } from './acts-of-raising.ts';
import { desk, pathOf, tenOn, type CaseRun } from './case-run.ts';

/** 专班 of all handlers, convened by a leader of the standing committee. */
export async function formTaskForce(run: CaseRun, today: LocalDate): Promise<void> {
  const { leadUnitCode, coUnitCodes } = run.plan.suggestion;
  await (
    await desk(run)
  ).post('/task-forces', {
    suggestionId: run.suggestionId,
    convenerId: convenerOf(run),
    ...{ leaderName: '罗思齐', leaderRank: 'government-deputy-head' },
    workPackages: [leadUnitCode, ...coUnitCodes].map((code) => ({
      ...{ unitId: run.cast.unitId(code), task: '按分工提出措施' },
      dueOn: `${today.slice(0, 4)}-12-31`,
    })),
  });
}

/** The monthly meeting, as long as there is a task force. */
export const meetTaskForce: Act = async (run, today) => {
  if ((await taskForceOf(run)) === null) return;
  const office = await desk(run);
  const liaisons = await Promise.all(
    [run.leadUnit, ...coUnitsOf(run)].map((code) => run.cast.ofUnit('liaison', code)),
  );
  const participantIds = [convenerOf(run), ...liaisons.map((liaison) => liaison.personId)];
  const { id } = await office.post('/meetings', {
    ...{ kind: 'task-force', suggestionId: run.suggestionId, participantIds },
    ...{ startsAt: tenOn(today), place: '人大常委会会议室' },
  });
  const findings = '逐项过了工作包，按分工推进。';
  await office.post(`/meetings/${id}:record`, { heldOn: today, presentIds: participantIds, findings });
};

/** Every handler reports what it had to do as done. */
export const completePackages: Act = async (run) => {
  const taskForce = await taskForceOf(run);
  for (const code of [run.leadUnit, ...coUnitsOf(run)]) {
    const own = taskForce?.workPackages.filter(({ unitId }) => unitId === run.cast.unitId(code)) ?? [];
    for (const { packageId, completedOn } of own) {
      if (completedOn !== '') continue;
      const summary = '措施已提出并报专班，材料附后。';
      await (await run.cast.ofUnit('clerk', code)).post(`/work-packages/${packageId}:complete`, { summary });
    }
  }
};

interface TaskForce {
  readonly status: string;
  readonly workPackages: readonly {
    readonly packageId: string;
    readonly unitId: string;
    readonly completedOn: string;
  }[];
}

async function taskForceOf(run: CaseRun): Promise<TaskForce | null> {
  const { taskForce } = await (
    await desk(run)
  ).get<{ taskForce: TaskForce | null }>(`${pathOf(run)}/handling`);
  return taskForce?.status === 'formed' ? taskForce : null;
}

/** A co-handler that leads after 改办 stands among the leads only. */
function coUnitsOf({ plan, leadUnit }: CaseRun): readonly string[] {
  return plan.suggestion.coUnitCodes.filter((code) => code !== leadUnit);
}

function convenerOf({ cast }: CaseRun): string {
  return personId(cast.tenant, 'council');
}
