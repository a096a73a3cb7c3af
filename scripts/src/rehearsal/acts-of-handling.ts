import { addDays, type LocalDate } from '@huiyin/kernel/local-date';
import { CO_OPINION } from '../road/handle.ts';
import type { Act } from './acts-of-raising.ts';
import {
  desk,
  lead,
  leadId,
  learnShares,
  ofLeadUnit,
  shareId,
  sharePath,
  tenOn,
  type CaseRun,
} from './case-run.ts';

/** 签收 by every unit that has not yet; after the last day it counts as received without. */
export const acknowledge: Act = async (run) => {
  for (const { unit, status } of await learnShares(run)) {
    if (status !== 'pending') continue;
    await (await run.cast.ofUnit('liaison', unit)).post(`${sharePath(run, unit)}:acknowledge`);
  }
};

export const askReturn: Act = async (run) => {
  const { id } = await (
    await ofLeadUnit(run, 'head')
  ).post(`${sharePath(run)}:request-return`, {
    grounds: '三定规定中没有此项职责',
    legalBasis: '三定规定第三条',
    proposedUnitId: run.cast.unitId(run.plan.otherUnit),
  });
  run.returnRequestId = id;
};

export const decideReturn: Act = async (run) => {
  const grant = run.plan.returnGranted;
  const reason = grant ? '确属他单位职责' : '属于你单位职责';
  const office = await decidingOffice(run);
  await office.post(`/return-requests/${run.returnRequestId}:decide`, { grant, reason });
};

/** Given back, it goes to the other unit, which signs at once; refused, it stays where it is. */
export const reassign: Act = async (run) => {
  const { returnGranted, otherUnit } = run.plan;
  if (!returnGranted) return;
  const to = { unitId: run.cast.unitId(otherUnit), reason: '由职责相符的单位主办' };
  await (await decidingOffice(run)).post(`${sharePath(run)}:reassign`, to);
  run.leadUnit = otherUnit;
  await learnShares(run);
  await (await ofLeadUnit(run, 'liaison')).post(`${sharePath(run)}:acknowledge`);
};

/** Courts, party offices and the like answer to 代表工委, everybody else to the government office. */
async function decidingOffice(run: CaseRun) {
  const ofDesk = ['xuanchuan', 'zhengfawei', 'fayuan', 'jianchayuan'];
  return ofDesk.includes(run.leadUnit) ? desk(run) : run.cast.person('government');
}

export const dualConfirmation: Act = async (run, today) => {
  const liaison = await ofLeadUnit(run, 'liaison');
  const id = await held(run, today, {
    kind: 'dual-confirmation',
    record: {
      consultation: {
        background: run.plan.suggestion.facts,
        demands: run.plan.suggestion.demands,
        approach: '列入今年计划，分步实施。',
        measures: ['现场勘察', '编制方案', '组织施工'],
        milestones: [{ text: '完成施工', dueOn: addDays(today, 60) }],
      },
    },
  });
  await liaison.post(`/meetings/${id}:confirm`, { recordVersion: 1 });
  await (await lead(run)).post(`/meetings/${id}:confirm`, { recordVersion: 1 });
};

export const onSiteMeeting: Act = async (run, today) => {
  await held(run, today, {
    kind: 'on-site',
    record: { findings: '到现场查看，情况与代表反映的一致。' },
  });
};

/** Invites the lead deputy and the unit's liaison, and records the meeting as held. Answers its id. */
export async function held(
  run: CaseRun,
  today: LocalDate,
  of: { readonly kind: 'dual-confirmation' | 'on-site' | 'look-back'; readonly record: object },
): Promise<string> {
  const liaison = await ofLeadUnit(run, 'liaison');
  const conveners = {
    'dual-confirmation': liaison,
    'on-site': ofLeadUnit(run, 'head'),
    'look-back': desk(run),
  };
  const convener = await conveners[of.kind];
  const participantIds = [leadId(run), liaison.personId];
  const { id } = await convener.post('/meetings', {
    ...{ kind: of.kind, suggestionId: run.suggestionId, assignmentId: shareId(run) },
    ...{ startsAt: tenOn(today), place: `${run.plan.place.towns[0]}会议室`, participantIds },
  });
  await convener.post(`/meetings/${id}:record`, { heldOn: today, presentIds: participantIds, ...of.record });
  return id;
}

export const filePlan: Act = async (run, today) => {
  await (
    await ofLeadUnit(run, 'clerk')
  ).post(`${sharePath(run)}/plan`, {
    ...{ leaderName: '顾行远', leaderPost: '副区长', leaderRank: 'government-deputy-head' },
    solution: '分步实施，先易后难。',
    milestones: [{ text: '完成勘察', dueOn: addDays(today, 20) }],
    deadline: addDays(today, 60),
  });
};

export const giveOpinions: Act = async (run) => {
  for (const code of run.plan.suggestion.coUnitCodes) {
    if (code === run.leadUnit) continue;
    const path = `${sharePath(run, code)}/co-opinions`;
    await (await run.cast.ofUnit('liaison', code)).post(`${path}:draft`, CO_OPINION);
    const { id } = await (await run.cast.ofUnit('head', code)).post(path, CO_OPINION);
    await (await ofLeadUnit(run, 'liaison')).post(`/co-opinions/${id}:accept`);
    run.opinionIds.push(id);
  }
};

export const contact: Act = async (run, today) => {
  await (
    await ofLeadUnit(run, 'head')
  ).post(`${sharePath(run)}/contacts`, {
    ...{ form: 'visit', onDate: today, summary: '上门听取意见。', deputyIds: [leadId(run)] },
  });
};

export const askExtension: Act = async (run) => {
  const grounds = '涉及面广，需要征求沿线居民意见';
  const { id } = await (await ofLeadUnit(run, 'head')).post(`${sharePath(run)}/extensions`, { grounds });
  await (await desk(run)).post(`/extensions/${id}:decide`, { grant: true, reason: '情况属实' });
};
