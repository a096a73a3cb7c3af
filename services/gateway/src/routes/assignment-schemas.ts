import { z } from 'zod';
import { attachmentRef, day, id, ids, line, text } from '../http/schemas.ts';

const score = z.strictObject({ points: z.int().min(1).max(3), reason: text(500) });

export const classifyBody = z
  .strictObject({
    scope: score.describe('范围'),
    difficulty: score.describe('难易'),
    urgency: score.describe('紧急'),
    expectedUnits: z.int().min(1).max(30),
    handlingType: z.enum(['', 'general', 'complex']).default('').describe('不填按建议的类型'),
    overrideReason: z.string().trim().max(500).default(''),
    keyProposed: z.boolean().default(false).describe('提请主任会议确定为重点建议；重新分类时不填即撤回提请'),
  })
  .meta({ id: 'ClassifySuggestion' });

export const assignBody = z
  .strictObject({
    shares: z
      .array(z.strictObject({ unitId: id, role: z.enum(['lead', 'co', 'parallel', 'reference']) }))
      .min(1)
      .max(30),
    wishReason: z.string().trim().max(500).default('').describe('代表希望的单位没有承办任务时，写明理由'),
  })
  .meta({ id: 'AssignSuggestion' });

export const planBody = z
  .strictObject({
    leaderName: z.string().trim().max(50).default(''),
    leaderPost: z.string().trim().max(100).default(''),
    leaderRank: z.enum(['government-deputy-head', 'unit-head', 'unit-deputy-head', 'other']),
    solution: text(20_000),
    milestones: z
      .array(z.strictObject({ text: line(200), dueOn: day }))
      .max(30)
      .default([]),
    deadline: day,
  })
  .meta({ id: 'Plan' });

const evidence = z.strictObject({
  attachments: z.array(attachmentRef).max(10).default([]),
  completedOn: z.union([day, z.literal('')]).default(''),
  lackingCondition: z.string().max(2_000).default(''),
  explainedBy: z.string().max(100).default(''),
  legalBasis: z.string().max(2_000).default(''),
});

const NO_EVIDENCE = {
  attachments: [],
  completedOn: '',
  lackingCondition: '',
  explainedBy: '',
  legalBasis: '',
} as const;

export const faceToFaceBody = z
  .strictObject({
    deputyIds: ids(50).default([]).describe('不填：所有尚未收到的代表'),
    onDate: day.describe('当面答复的日期'),
    place: line(100),
    attendees: text(500),
    content: text(5_000),
    scan: z.array(attachmentRef).max(10).default([]).describe('代表签字的纸质记录；不填：代表在系统里签署'),
  })
  .meta({ id: 'RecordFaceToFace' });

const promise = z.strictObject({ text: text(1_000), dueOn: day });

const commitments = z.array(promise).max(20).default([]).describe('承诺事项和完成时间，B 类至少一项');

export const draftCoOpinionBody = z
  .strictObject({
    facts: z.string().max(5_000).default('').describe('事实情况'),
    opinion: text(10_000).describe('意见'),
    commitments,
    resultClass: z.enum(['', 'A', 'B', 'C', 'D']).default('').describe('本单位所承担部分的办理结果类别'),
  })
  .meta({ id: 'DraftCoOpinion' });

export const giveCoOpinionBody = z
  .strictObject({
    facts: text(5_000).describe('事实情况'),
    opinion: text(10_000).describe('意见'),
    commitments,
    resultClass: z.enum(['A', 'B', 'C', 'D']).describe('本单位所承担部分的办理结果类别'),
  })
  .meta({ id: 'GiveCoOpinion' });

export const draftBody = z
  .strictObject({
    resultClass: z.enum(['', 'A', 'B', 'C', 'D']).default(''),
    opening: z.string().max(5_000).default(''),
    sections: z
      .array(z.strictObject({ demandNumber: z.int().min(0).max(20), answer: z.string().max(10_000) }))
      .max(30)
      .default([]),
    evidence: evidence.default({ ...NO_EVIDENCE, attachments: [] }),
    promises: z.array(promise).max(20).default([]),
    coOpinions: z
      .array(z.strictObject({ opinionId: id, statement: text(2_000) }))
      .max(30)
      .default([]),
    missingCoOpinions: z
      .array(z.strictObject({ unitId: id, reason: text(1_000) }))
      .max(30)
      .default([])
      .describe('未出具协办意见的单位及原因'),
    disclosure: z.enum(['proactive', 'on-request', 'withheld']).default('proactive'),
    basedOn: z
      .union([z.string().regex(/^[0-9a-f]{64}$/), z.literal('')])
      .optional()
      .describe('在哪一稿上修改：该稿的 textHash，还没有稿为空；不填则直接覆盖'),
  })
  .meta({ id: 'ReplyDraft' });

export const supplementBody = z
  .strictObject({
    resultClass: z.enum(['A', 'B', 'C', 'D']),
    why: text(1_000),
    text: text(10_000),
    evidence: evidence.default({ ...NO_EVIDENCE, attachments: [] }),
    promises: z.array(promise).max(20).default([]),
  })
  .meta({ id: 'SupplementReply' });

/** 确定为重点: the decision, why, and who supervises (督办分工表). */
export const markKeyBody = z
  .strictObject({
    decisionNumber: line(80).describe('主任会议纪要文号'),
    decidedOn: day,
    criteria: z
      .array(z.enum(['development', 'vital-interests', 'public-concern', 'raised-by-many']))
      .max(4)
      .describe('符合的条件，至少一项'),
    proposedBy: z.enum(['congress-desk', 'committee']).describe('提请机构'),
    supervisorId: id.describe('领衔督办领导'),
    supervisingUnitId: id.describe('督办机构'),
  })
  .meta({ id: 'MarkKey' });
