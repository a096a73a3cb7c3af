import { personId } from '@huiyin/demo-city/people';
import type { LocalDate } from '@huiyin/kernel/local-date';
import { keyGrounds } from '../road/raise.ts';
import { formTaskForce } from './acts-of-task-force.ts';
import { desk, lead, learnShares, pathOf, type CaseRun } from './case-run.ts';

/** What a person does on a day; `runs` are all cases of the rehearsal, for a merger. */
export type Act = (run: CaseRun, today: LocalDate, runs: readonly CaseRun[]) => Promise<void>;

export const submit: Act = async (run) => {
  const { title, facts, demands } = run.plan.suggestion;
  const deputy = await lead(run);
  const { id } = await deputy.post('/suggestions', { text: { title, facts, demands } });
  run.suggestionId = id;
  const { cosigners } = run.plan;
  if (cosigners.length > 0) {
    const deputyIds = cosigners.map((login) => personId(run.cast.tenant, login));
    await deputy.post(`${pathOf(run)}/cosigners`, { deputyIds });
    const { textHash } = await deputy.get<{ textHash: string }>(pathOf(run));
    for (const login of cosigners) {
      await (await run.cast.person(login)).post(`${pathOf(run)}/cosigners/me:confirm`, { textHash });
    }
  }
  await deputy.post(`${pathOf(run)}:submit`);
};

export const register: Act = async (run) => {
  await (await desk(run)).post(`${pathOf(run)}:register`, { category: run.plan.suggestion.category });
};

export const decline: Act = async (run, today) => {
  await (
    await desk(run)
  ).post(`${pathOf(run)}:decline`, {
    ground: 'private-matter',
    explanation: '所反映的是个人事项，已告知办理途径。',
    deputyHeardOn: today,
  });
  await (await lead(run)).post(`${pathOf(run)}:confirm-notice`, { toldHow: '' });
};

export const merge: Act = async (run, _today, runs) => {
  const parent = runs[run.plan.parent ?? -1];
  if (parent === undefined) throw new Error(`${run.plan.suggestion.title} has nothing to be merged into`);
  await (
    await desk(run)
  ).post(`${pathOf(run)}:merge`, {
    ...{ parentId: parent.suggestionId, reason: '内容相同' },
    competence: '同一主办单位的职责',
  });
  parent.merged.push(run);
};

export const handOver: Act = async (run, today) => {
  const { suggestion, isKey, isComplex } = run.plan;
  const { leadUnitCode, coUnitCodes } = suggestion;
  const score = { points: isComplex ? 3 : 1, reason: isComplex ? '涉及多个部门' : '涉及一个部门' };
  const office = await desk(run);
  await office.post(`${pathOf(run)}:classify`, {
    ...{ scope: score, difficulty: score, urgency: score },
    expectedUnits: 1 + coUnitCodes.length,
    keyProposed: isKey,
  });
  if (isKey) {
    const decision = {
      ...{ decisionNumber: `主任会议纪要〔${today.slice(0, 4)}〕1号`, decidedOn: today },
      ...keyGrounds(run.cast),
    };
    await (await run.cast.person('council')).post(`${pathOf(run)}:mark-key`, decision);
  }
  await office.post(`${pathOf(run)}:assign`, {
    shares: [
      { unitId: run.cast.unitId(leadUnitCode), role: 'lead' },
      ...coUnitCodes.map((code) => ({ unitId: run.cast.unitId(code), role: 'co' })),
    ],
  });
  await learnShares(run);
  if (isComplex) await formTaskForce(run, today);
};

export const withdraw: Act = async (run) => {
  for (const login of [run.plan.leadDeputy, ...run.plan.cosigners]) {
    await (await run.cast.person(login)).post(`${pathOf(run)}:withdraw`, { reason: '情况已经解决' });
  }
};
