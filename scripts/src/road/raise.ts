import { personId } from '@huiyin/demo-city/people';
import type { Cast } from './cast.ts';
import type { Journey } from './journey.ts';
import { formTaskForce } from './task-force.ts';

/** From the first word to the number: draft, pre-review, co-signers, submission, registration. */
export async function raise(journey: Journey): Promise<void> {
  await writeAndSubmit(journey);
  await journey.step('登记', journey.desk(), `${journey.path}:register`, {
    category: journey.roadCase.category,
  });
}

/** Up to 提交. */
export async function writeAndSubmit(journey: Journey): Promise<void> {
  const { text } = journey.roadCase;
  await journey.step('起草', journey.lead(), '/suggestions', { text: { ...text } });
  await journey.step('申请预审', journey.lead(), `${journey.path}:request-pre-review`);
  const reviewer = journey.cast.person('reviewer');
  await journey.step('预审意见', reviewer, `/pre-reviews/${journey.suggestionId}:answer`, {
    substance: 'good',
    reasoning: 'good',
    feasibility: 'good',
    advice: '可以提交。',
  });
  if (journey.roadCase.cosigner !== undefined) await cosign(journey, journey.roadCase.cosigner);
  await journey.step('提交', journey.lead(), `${journey.path}:submit`);
}

async function cosign(journey: Journey, cosigner: string): Promise<void> {
  const deputyIds = [personId(journey.cast.tenant, cosigner)];
  await journey.step('邀请联名', journey.lead(), `${journey.path}/cosigners`, { deputyIds });
  const session = journey.cast.person(cosigner);
  const { textHash } = await (await session).get<{ textHash: string }>(journey.path);
  await journey.step('确认联名', session, `${journey.path}/cosigners/me:confirm`, { textHash });
}

/** Classified, marked where it is key, and handed over. */
export async function handOver(journey: Journey): Promise<void> {
  const { isComplex, isKey, leadUnit, coUnits } = journey.roadCase;
  const score = { points: isComplex ? 3 : 1, reason: isComplex ? '涉及多个部门' : '涉及一个部门' };
  await journey.step('分类', journey.desk(), `${journey.path}:classify`, {
    scope: score,
    difficulty: score,
    urgency: score,
    expectedUnits: 1 + coUnits.length,
    keyProposed: isKey,
  });
  if (isKey) await markKey(journey);
  await journey.step('交办', journey.desk(), `${journey.path}:assign`, {
    shares: [
      { unitId: journey.cast.unitId(leadUnit), role: 'lead' },
      ...coUnits.map((code) => ({ unitId: journey.cast.unitId(code), role: 'co' })),
    ],
  });
  await learnShares(journey);
  if (isComplex) await formTaskForce(journey);
}

/** 确定为重点 by the council of chairpersons 主任会议. */
export async function markKey(journey: Journey): Promise<void> {
  const decision = {
    ...{ decisionNumber: '主任会议纪要〔2026〕1号', decidedOn: await journey.day() },
    ...keyGrounds(journey.cast),
  };
  await journey.step('确定为重点', journey.cast.person('council'), `${journey.path}:mark-key`, decision);
}

/** 条件、提请机构和督办分工: as the 主任会议 of a place would settle them. */
export function keyGrounds(cast: Pick<Cast, 'tenant' | 'unitId'>): object {
  return {
    ...{ criteria: ['vital-interests', 'public-concern'], proposedBy: 'committee' },
    supervisorId: personId(cast.tenant, 'council'),
    supervisingUnitId: cast.unitId('chenghuan'),
  };
}

/** Which assignment each unit has now. */
export async function learnShares(journey: Journey): Promise<void> {
  const { assignments } = await journey.handling();
  const { leadUnit, coUnits } = journey.roadCase;
  for (const code of [leadUnit, ...coUnits]) {
    const share = assignments.find(
      ({ unitId, status }) => unitId === journey.cast.unitId(code) && status !== 'replaced',
    );
    if (share !== undefined) journey.shares.set(code, share.assignmentId);
  }
}

/** 签收 by the lead and every co-handler. */
export async function acknowledge(journey: Journey): Promise<void> {
  const { leadUnit, coUnits } = journey.roadCase;
  for (const code of [leadUnit, ...coUnits]) {
    const what = code === leadUnit ? '主办签收' : '协办签收';
    await journey.step(
      what,
      journey.unit('liaison', code),
      `/assignments/${journey.share(code)}:acknowledge`,
    );
  }
}
