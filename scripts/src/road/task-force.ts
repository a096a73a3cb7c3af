import { personId } from '@huiyin/demo-city/people';
import type { Journey } from './journey.ts';

/** 专班 of all handlers, convened by the council of chairpersons, with a work package for each. */
export async function formTaskForce(journey: Journey): Promise<void> {
  const { leadUnit, coUnits } = journey.roadCase;
  const dueOn = await journey.day(40);
  await journey.step('成立专班', journey.desk(), '/task-forces', {
    suggestionId: journey.suggestionId,
    convenerId: convenerOf(journey),
    ...{ leaderName: '罗思齐', leaderRank: 'government-deputy-head' },
    workPackages: [leadUnit, ...coUnits].map((code) => ({
      unitId: journey.cast.unitId(code),
      task: '按分工提出措施',
      dueOn,
    })),
  });
}

/** 专班会议, at least monthly: the convener and the liaisons of all handlers. */
export async function meetTaskForce(journey: Journey): Promise<void> {
  const { leadUnit, coUnits } = journey.roadCase;
  const liaisons = await Promise.all([leadUnit, ...coUnits].map((code) => journey.unit('liaison', code)));
  const participantIds = [convenerOf(journey), ...liaisons.map((liaison) => liaison.personId)];
  const { id } = await journey.step('约专班会议', journey.desk(), '/meetings', {
    ...{ kind: 'task-force', suggestionId: journey.suggestionId, participantIds },
    startsAt: (await journey.now()).toISOString(),
    place: '区人大常委会会议室',
  });
  await journey.step('专班会议记录', journey.desk(), `/meetings/${id}:record`, {
    heldOn: await journey.day(),
    presentIds: participantIds,
    findings: '逐项过了工作包，按分工推进。',
  });
}

/** Every handler reports its work package done. */
export async function completePackages(journey: Journey): Promise<void> {
  const { leadUnit, coUnits } = journey.roadCase;
  const { taskForce } = await (await journey.desk()).get<Formed>(`${journey.path}/handling`);
  for (const code of [leadUnit, ...coUnits]) {
    const held = taskForce?.workPackages.find(({ unitId }) => unitId === journey.cast.unitId(code));
    if (held === undefined) throw new Error(`${code} has no work package`);
    await journey.step(
      '工作包完成',
      journey.unit('clerk', code),
      `/work-packages/${held.packageId}:complete`,
      { summary: '措施已提出并报专班，材料附后。' },
    );
  }
}

interface Formed {
  readonly taskForce: {
    readonly workPackages: readonly { readonly packageId: string; readonly unitId: string }[];
  } | null;
}

function convenerOf(journey: Journey): string {
  return personId(journey.cast.tenant, 'council');
}
