import { unitId } from '@huiyin/demo-city/units';
import type { SuggestionText } from '@huiyin/demo-city/suggestion';
import type { Journey } from './journey.ts';

/** What kind of case travels. */
export interface RoadCase {
  readonly name: string;
  readonly text: SuggestionText;
  readonly category: string;
  readonly key: boolean;
  readonly complex: boolean;
  readonly cosigned: boolean;
}

/** Shares of the two units that handle it. */
export interface Shares {
  readonly lead: string;
  readonly co: string;
}

/** From the first word to the number. */
export async function raise(journey: Journey, roadCase: RoadCase): Promise<void> {
  const { lead, cosigner, desk, reviewer } = journey.cast;
  await journey.step('起草', lead, '/suggestions', { text: { ...roadCase.text } });
  const path = `/suggestions/${journey.suggestionId}`;
  await journey.step('申请预审', lead, `${path}:request-pre-review`);
  await journey.step('预审意见', reviewer, `/pre-reviews/${journey.suggestionId}:answer`, {
    substance: 'good',
    reasoning: 'good',
    feasibility: 'good',
    advice: '可以提交。',
  });
  if (roadCase.cosigned) {
    await journey.step('邀请联名', lead, `${path}/cosigners`, { deputyIds: [cosigner.personId] });
    const { textHash } = await cosigner.get<{ textHash: string }>(path);
    await journey.step('确认联名', cosigner, `${path}/cosigners/me:confirm`, { textHash });
  }
  await journey.step('提交', lead, `${path}:submit`);
  await journey.step('登记', desk, `${path}:register`, { category: roadCase.category });
}

/** Classified, marked where it is key, and handed over; both units sign. */
export async function handOver(journey: Journey, roadCase: RoadCase, tenant: string): Promise<Shares> {
  const { desk, council, liaison, coLiaison } = journey.cast;
  const path = `/suggestions/${journey.suggestionId}`;
  const score = {
    points: roadCase.complex ? 3 : 1,
    reason: roadCase.complex ? '涉及多个部门' : '涉及一个部门',
  };
  await journey.step('分类', desk, `${path}:classify`, {
    scope: score,
    difficulty: score,
    urgency: score,
    expectedUnits: roadCase.complex ? 3 : 2,
  });
  if (roadCase.key) {
    const decision = { decisionNumber: '主任会议纪要〔2026〕1号', decidedOn: await journey.day() };
    await journey.step('确定为重点', council, `${path}:mark-key`, decision);
  }
  await journey.step('交办', desk, `${path}:assign`, {
    shares: [
      { unitId: unitId(tenant, 'jiaotong'), role: 'lead' },
      { unitId: unitId(tenant, 'caizheng'), role: 'co' },
    ],
  });
  const { assignments } = await desk.get<{ assignments: { assignmentId: string; role: string }[] }>(
    `${path}/handling`,
  );
  const of = (role: string): string => assignments.find((each) => each.role === role)?.assignmentId ?? '';
  const shares = { lead: of('lead'), co: of('co') };
  await journey.step('主办签收', liaison, `/assignments/${shares.lead}:acknowledge`);
  await journey.step('协办签收', coLiaison, `/assignments/${shares.co}:acknowledge`);
  return shares;
}

/** 双确认, plan, co-opinion and, where asked for, the on-site meeting; then the reply. */
export async function handle(journey: Journey, roadCase: RoadCase, shares: Shares): Promise<void> {
  const { lead, liaison, clerk, head, coLiaison } = journey.cast;
  const meeting = await meet(journey, 'dual-confirmation', shares.lead);
  await journey.step('单位确认', liaison, `/meetings/${meeting}:confirm`, { recordVersion: 1 });
  await journey.step('代表确认', lead, `/meetings/${meeting}:confirm`, { recordVersion: 1 });
  await journey.step('办理方案', clerk, `/assignments/${shares.lead}/plan`, {
    leaderName: '顾行远',
    leaderPost: '局长',
    leaderRank: 'unit-head',
    solution: '分步实施,先易后难。',
    milestones: [{ text: '完成勘察', dueOn: await journey.day(20) }],
    deadline: await journey.day(60),
  });
  const opinion = await journey.step('协办意见', coLiaison, `/assignments/${shares.co}/co-opinions`, {
    opinion: '经研究,同意从今年专项资金中安排经费,并配合主办单位做好勘察和施工。',
  });
  await journey.step('采纳协办意见', liaison, `/co-opinions/${opinion.id}:accept`);
  await journey.step('沟通', head, `/assignments/${shares.lead}/contacts`, {
    form: 'visit',
    onDate: await journey.day(),
    summary: '上门听取意见。',
    deputyIds: [lead.personId],
  });
  if (roadCase.complex || roadCase.key) await meet(journey, 'on-site', shares.lead);
  await reply(journey, roadCase, { share: shares.lead, opinionId: opinion.id });
}

async function meet(
  journey: Journey,
  kind: 'dual-confirmation' | 'on-site',
  assignmentId: string,
): Promise<string> {
  const { lead, liaison, head } = journey.cast;
  const onSite = kind === 'on-site';
  const name = onSite ? '现场会' : '双确认';
  const convener = onSite ? head : liaison;
  const { id } = await journey.step(`约${name}`, convener, '/meetings', {
    kind,
    suggestionId: journey.suggestionId,
    assignmentId,
    startsAt: (await journey.now()).toISOString(),
    place: '云湖街道会议室',
    participantIds: [lead.personId, liaison.personId],
  });
  await journey.step(`${name}记录`, convener, `/meetings/${id}:record`, {
    heldOn: await journey.day(),
    presentIds: [lead.personId, liaison.personId],
    ...(onSite ? { findings: '现场查看,情况属实。' } : { consultation: await consultation(journey) }),
  });
  return id;
}

async function consultation(journey: Journey): Promise<object> {
  return {
    background: '群众反映集中。',
    demands: ['尽快解决'],
    approach: '列入今年计划。',
    measures: ['勘察', '施工'],
    milestones: [{ text: '完成施工', dueOn: await journey.day(60) }],
  };
}

async function reply(
  journey: Journey,
  roadCase: RoadCase,
  of: { share: string; opinionId: string },
): Promise<void> {
  const { clerk, head, liaison } = journey.cast;
  const path = `/assignments/${of.share}`;
  await journey.step('起草答复', clerk, `${path}/replies`, {
    resultClass: 'B',
    opening: '您提出的建议收悉,现答复如下。',
    sections: roadCase.text.demands.map((_demand, index) => ({
      demandNumber: index + 1,
      answer: '已列入计划。',
    })),
    promises: [{ text: '年底前完成', dueOn: await journey.day(120) }],
    coOpinions: [{ opinionId: of.opinionId, statement: '区财政局同意安排资金。' }],
  });
  const { replies } = await clerk.get<{ replies: { replyId: string; textHash: string; status: string }[] }>(
    path,
  );
  const draft = replies.find(({ status }) => status === 'draft');
  const letter = { letterNumber: '东交函〔2026〕1号', textHash: draft?.textHash ?? '' };
  await journey.step('签发', head, `${path}/replies:issue`, letter);
  const delivery = { method: 'face-to-face', deliveredOn: await journey.day() };
  await journey.step('送达', liaison, `/replies/${draft?.replyId ?? ''}:deliver`, delivery);
}

/** The deputy judges, the look-back where one was drawn, the promise kept, the close and the seal. */
export async function conclude(journey: Journey, share: string): Promise<void> {
  const { lead, desk } = journey.cast;
  await journey.step('代表评价', lead, `/suggestions/${journey.suggestionId}/evaluations`, {
    assignmentId: share,
    attitude: 'satisfied',
    result: 'satisfied',
    seenOnSite: true,
    classOpinion: 'agreed',
  });
  const page = await desk.get<{ items: { type: string }[] }>(
    `/cases/${journey.suggestionId}/timeline?limit=200`,
  );
  if (page.items.some(({ type }) => type === 'look-back-required')) await lookBack(journey, share);
  const { items } = await desk.get<{ items: { promiseId: string; suggestionId: string }[] }>(
    '/promises?limit=200',
  );
  for (const { promiseId, suggestionId } of items) {
    if (suggestionId !== journey.suggestionId) continue;
    await journey.step('承诺兑现', desk, `/promises/${promiseId}:keep`, { finding: '现场查看属实。' });
  }
  const { stage } = await journey.look('办结');
  if (stage === 'closed') await journey.step('归档', desk, `/cases/${journey.suggestionId}:seal`);
}

async function lookBack(journey: Journey, assignmentId: string): Promise<void> {
  const { lead, desk, liaison } = journey.cast;
  const { id } = await journey.step('约回头看', desk, '/meetings', {
    kind: 'look-back',
    suggestionId: journey.suggestionId,
    assignmentId,
    startsAt: (await journey.now()).toISOString(),
    place: '现场',
    participantIds: [lead.personId, liaison.personId],
  });
  await journey.step('回头看记录', desk, `/meetings/${id}:record`, {
    heldOn: await journey.day(),
    presentIds: [lead.personId, liaison.personId],
    findings: '已解决。',
  });
  await journey.step('回头看评价', lead, `/meetings/${id}:judge`, { verdict: 'met' });
}
