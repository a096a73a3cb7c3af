import { personId } from '@huiyin/demo-city/people';
import { unsignedRecord } from '../api/unsigned-record.ts';
import type { Journey } from './journey.ts';

/** 办理方案; for a key suggestion complete by 五个一. */
export async function filePlan(journey: Journey): Promise<void> {
  await journey.step('办理方案', journey.unit('clerk'), `/assignments/${journey.share()}/plan`, {
    leaderName: '顾行远',
    leaderPost: '局长',
    leaderRank: 'unit-head',
    solution: '分步实施，先易后难。',
    milestones: [{ text: '完成勘察', dueOn: await journey.day(20) }],
    deadline: await journey.day(60),
  });
}

/** What a co-handler says of its part: done as soon as the lead begins, so it promises nothing later. */
export const CO_OPINION = {
  facts: '今年专项资金预算已经下达，尚余三百万元可以安排。',
  opinion: '经研究，同意从今年专项资金中安排经费，并配合主办单位做好勘察和施工。',
  commitments: [],
  resultClass: 'A',
};

/** 协办意见 of every co-handler, drafted, signed by its head and accepted by the lead. Returns the ids of the opinions. */
export async function giveOpinions(journey: Journey): Promise<readonly string[]> {
  const opinions: string[] = [];
  for (const code of journey.roadCase.coUnits) {
    const path = `/assignments/${journey.share(code)}/co-opinions`;
    await journey.step('起草协办意见', journey.unit('liaison', code), `${path}:draft`, CO_OPINION);
    const { id } = await journey.step('签发协办意见', journey.unit('head', code), path, CO_OPINION);
    await journey.step('采纳协办意见', journey.unit('liaison'), `/co-opinions/${id}:accept`);
    opinions.push(id);
  }
  return opinions;
}

/** A contact with the deputy, as a reply and an extension ask for. */
export async function contactDeputy(journey: Journey): Promise<void> {
  await journey.step('沟通', journey.unit('head'), `/assignments/${journey.share()}/contacts`, {
    form: 'visit',
    onDate: await journey.day(),
    summary: '上门听取意见。',
    deputyIds: [personId(journey.cast.tenant, journey.roadCase.leadDeputy)],
  });
}

/** What the reply says. */
export interface ReplyPlan {
  readonly resultClass: 'B' | 'C';
  readonly opinions: readonly string[];
  /** Logins of deputies of merged suggestions, who are owed the reply too. */
  readonly alsoOwed?: readonly string[];
  /** Days from today to the promise of a class B. */
  readonly promiseInDays?: number;
}

/** Draft, signature, and an answer face to face that every deputy who is owed one confirms by signing its record. */
export async function reply(journey: Journey, plan: ReplyPlan): Promise<void> {
  await faceToFace(journey, await issueReply(journey, plan), plan.alsoOwed ?? []);
}

/** Draft and signature. Answers the reply's id. */
export async function issueReply(journey: Journey, plan: ReplyPlan): Promise<string> {
  const path = `/assignments/${journey.share()}`;
  await journey.step('起草答复', journey.unit('clerk'), `${path}/replies`, {
    resultClass: plan.resultClass,
    opening: '您提出的建议收悉，现答复如下。',
    sections: journey.roadCase.text.demands.map((_demand, index) => ({
      demandNumber: index + 1,
      answer: plan.resultClass === 'B' ? '已列入计划，按期实施。' : '目前条件不具备，已向代表说明。',
    })),
    ...(plan.resultClass === 'C'
      ? { evidence: { lackingCondition: '现状道路宽度不足', explainedBy: '顾行远' } }
      : { promises: [{ text: '完成全部施工', dueOn: await journey.day(plan.promiseInDays ?? 100) }] }),
    coOpinions: plan.opinions.map((opinionId) => ({ opinionId, statement: '协办单位同意安排资金。' })),
  });
  const { replies } = await (
    await journey.unit('clerk')
  ).get<{ replies: readonly { replyId: string; textHash: string; status: string }[] }>(path);
  const draft = replies.find(({ status }) => status === 'draft');
  if (draft === undefined) throw new Error('the draft just saved is not there');
  await journey.step('签发', journey.unit('head'), `${path}/replies:issue`, {
    letterNumber: '函〔2026〕1号',
    textHash: draft.textHash,
  });
  return draft.replyId;
}

/** The unit writes down what it said to whom; each of the deputies reads it and signs. */
async function faceToFace(journey: Journey, replyId: string, alsoOwed: readonly string[]): Promise<void> {
  const { leadDeputy, cosigner } = journey.roadCase;
  const owed = [leadDeputy, ...(cosigner === undefined ? [] : [cosigner]), ...alsoOwed];
  await journey.step('当面答复', journey.unit('liaison'), `/replies/${replyId}:record-face-to-face`, {
    ...{ onDate: await journey.day(), place: '单位会议室', attendees: '顾行远及经办人' },
    content: '逐条说明了答复的依据和安排。',
  });
  const share = `/assignments/${journey.share()}`;
  for (const login of owed) {
    const recordId = await unsignedRecord(await journey.desk(), share, {
      replyId,
      deputyId: personId(journey.cast.tenant, login),
    });
    const answer = { recordId, agrees: true, opinion: '情况属实。' };
    const path = `/replies/${replyId}:answer-face-to-face`;
    await journey.step('签署当面答复记录', journey.cast.person(login), path, answer);
  }
}
