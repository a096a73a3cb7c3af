import { personId } from '@huiyin/demo-city/people';
import type { Journey } from './journey.ts';

/** Invites to one of the three meetings and records it as held today. Returns its id. */
export async function meet(
  journey: Journey,
  kind: 'dual-confirmation' | 'on-site' | 'look-back',
): Promise<string> {
  const name = { 'dual-confirmation': '双确认', 'on-site': '现场会', 'look-back': '回头看' }[kind];
  const convener =
    kind === 'look-back' ? journey.desk() : journey.unit(kind === 'on-site' ? 'head' : 'liaison');
  const lead = personId(journey.cast.tenant, journey.roadCase.leadDeputy);
  const participantIds = [lead, (await journey.unit('liaison')).personId];
  const { id } = await journey.step(`约${name}`, convener, '/meetings', {
    kind,
    suggestionId: journey.suggestionId,
    assignmentId: journey.share(),
    startsAt: (await journey.now()).toISOString(),
    place: '云湖街道会议室',
    participantIds,
  });
  await journey.step(`${name}记录`, convener, `/meetings/${id}:record`, {
    heldOn: await journey.day(),
    presentIds: participantIds,
    ...(kind === 'dual-confirmation'
      ? { consultation: await consultation(journey) }
      : { findings: '到现场查看，情况与代表反映的一致。' }),
  });
  return id;
}

/** 双确认: met, and confirmed by both sides. */
export async function confirmBySides(journey: Journey): Promise<void> {
  const id = await meet(journey, 'dual-confirmation');
  await journey.step('单位确认', journey.unit('liaison'), `/meetings/${id}:confirm`, { recordVersion: 1 });
  await journey.step('代表确认', journey.lead(), `/meetings/${id}:confirm`, { recordVersion: 1 });
}

/** 回头看, judged by the lead deputy. */
export async function lookBack(journey: Journey, verdict: 'met' | 'unmet'): Promise<void> {
  const id = await meet(journey, 'look-back');
  const gaps = verdict === 'unmet' ? ['站牌没有更新'] : [];
  await journey.step('回头看评价', journey.lead(), `/meetings/${id}:judge`, { verdict, gaps });
}

async function consultation(journey: Journey): Promise<object> {
  return {
    background: journey.roadCase.text.facts,
    demands: journey.roadCase.text.demands,
    approach: '列入今年计划，分步实施。',
    measures: ['现场勘察', '编制方案', '组织施工'],
    milestones: [{ text: '完成施工', dueOn: await journey.day(60) }],
  };
}
