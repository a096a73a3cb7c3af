import type { GetAssignmentResponse, Reply } from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';
import { assignmentSummary, toSummary } from './assignment-answers.ts';

const owed = z.object({ deputyId: z.string(), suggestionId: z.string(), isLead: z.boolean() });
const promise = z.object({ text: z.string(), dueOn: z.string() });
const attachment = z.object({ attachmentId: z.string(), sha256: z.string(), name: z.string() });
const evidence = z.object({
  attachments: z.array(attachment),
  completedOn: z.string(),
  lackingCondition: z.string(),
  explainedBy: z.string(),
  legalBasis: z.string(),
});

const plan = z.object({
  planVersion: z.int(),
  leaderName: z.string(),
  leaderPost: z.string(),
  leaderRank: z.string(),
  solution: z.string(),
  milestones: z.array(promise),
  deadline: z.string(),
  reason: z.string(),
  filedOn: z.string(),
  fiveOnesComplete: z.boolean().describe('五个一齐备'),
});

const contact = z.object({
  contactId: z.string(),
  form: z.string(),
  onDate: z.string(),
  deputyIds: z.array(z.string()),
  summary: z.string(),
  round: z.int(),
  outcome: z.string().describe('talked、declined、failed'),
});

const opinionParts = {
  facts: z.string().describe('事实情况；分项填写以前提出的为空'),
  commitments: z.array(z.object({ text: z.string(), dueOn: z.string() })),
  resultClass: z.string().describe('本单位所承担部分的办理结果类别'),
};

const coOpinion = z.object({
  opinionId: z.string(),
  assignmentId: z.string(),
  unitId: z.string(),
  opinion: z.string(),
  ...opinionParts,
  attempt: z.int(),
  status: z.string(),
  givenOn: z.string(),
  signedBy: z.string().describe('签发的单位负责人；实行签发以前提出的为空'),
});

const reply = z.object({
  replyId: z.string(),
  round: z.int(),
  status: z.string().describe('draft 只有本单位可见'),
  resultClass: z.string(),
  opening: z.string(),
  sections: z.array(z.object({ demandNumber: z.int(), answer: z.string() })),
  evidence,
  promises: z.array(promise),
  coOpinions: z.array(z.object({ opinionId: z.string(), statement: z.string() })),
  missingCoOpinions: z.array(z.object({ unitId: z.string(), reason: z.string() })),
  disclosure: z.string(),
  textHash: z.string().describe('签发时须原样带回'),
  letterNumber: z.string(),
  issuedOn: z.string(),
  signedBy: z.string(),
  delivered: z.array(owed),
  unsigned: z
    .array(
      z.object({
        recordId: z.string(),
        deputyId: z.string(),
        suggestionId: z.string(),
        state: z.string().describe('waiting | denied'),
      }),
    )
    .describe('代表没有签署的当面答复记录，不算送达'),
  supplements: z.array(
    z.object({ resultClass: z.string(), why: z.string(), text: z.string(), supplementedOn: z.string() }),
  ),
  warnings: z.array(z.string()),
});

export const assignmentFile = z
  .object({
    assignment: assignmentSummary,
    version: z.int(),
    plans: z.array(plan),
    contacts: z.array(contact),
    coOpinions: z.array(coOpinion),
    replies: z.array(reply),
    owed: z.array(owed),
    demands: z.array(z.string()),
    difficulty: z.string(),
    dualConfirmedOn: z.string(),
    onSite: z.string(),
    coOpinionDraft: z
      .object({ opinion: z.string(), ...opinionParts, draftedBy: z.string(), draftedOn: z.string() })
      .nullable()
      .describe('待本单位负责人签发；只有本单位可见'),
    awaitedCoOpinions: z.array(
      z.object({
        unitId: z.string(),
        dueOn: z.string(),
        overdue: z
          .boolean()
          .describe('时限已过，或者距主办单位答复到期在五个工作日以内：说明原因后，答复可以不等这份意见'),
      }),
    ),
  })
  .meta({ id: 'AssignmentFile' });

const NO_PLAN = {
  ...{ leaderName: '', leaderPost: '', leaderRank: '', solution: '', deadline: '' },
  milestones: [],
};

export function toFile(answer: GetAssignmentResponse): z.output<typeof assignmentFile> {
  const { assignment, version, plans, replies, coOpinionDraft, ...rest } = answer;
  if (assignment === undefined) throw new Error('assignment answered no share');
  return {
    ...rest,
    assignment: toSummary(assignment),
    version: Number(version),
    plans: plans.map(({ plan: content, ...kept }) => ({ ...(content ?? NO_PLAN), ...kept })),
    replies: replies.map(toReply),
    coOpinionDraft: coOpinionDraft ?? null,
  };
}

const NO_EVIDENCE = {
  ...{ completedOn: '', lackingCondition: '', explainedBy: '', legalBasis: '' },
  attachments: [],
};

function toReply({ draft, ...kept }: Reply): z.output<typeof reply> {
  return {
    resultClass: draft?.resultClass ?? '',
    opening: draft?.opening ?? '',
    sections: draft?.sections ?? [],
    evidence: draft?.evidence ?? NO_EVIDENCE,
    promises: draft?.promises ?? [],
    coOpinions: draft?.coOpinions ?? [],
    missingCoOpinions: draft?.missingCoOpinions ?? [],
    disclosure: draft?.disclosure ?? '',
    ...kept,
  };
}

export const replyCheck = z
  .object({
    subject: z
      .string()
      .describe('gate、contact、face-to-face、class、evidence、promises、demand、co-opinion、wording'),
    state: z.string().describe('must 未过不能签发，advice 建议，done 已过'),
    code: z.string().describe('签发时拒绝的代码；已过为空'),
    words: z.string(),
    demandNumber: z.int().describe('第几条建议；0 不针对某一条'),
    section: z.int().describe('草稿 sections 的下标；-1 开头语或不针对某一段'),
    opinionId: z.string(),
    unitId: z.string().describe('所指的协办单位'),
    passage: z.string().describe('所指的原文'),
  })
  .meta({ id: 'ReplyCheck' });
