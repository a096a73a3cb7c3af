import type {
  AssignmentCase,
  AssignmentSummary,
  GetAssignmentResponse,
  Reply,
} from '@huiyin/contracts/gen/assignment/v1/service';
import { z } from 'zod';

const returnRequest = z.object({
  returnRequestId: z.string(),
  grounds: z.string(),
  legalBasis: z.string(),
  proposedUnitId: z.string(),
  requestedOn: z.string(),
});

export const assignmentSummary = z
  .object({
    assignmentId: z.string(),
    suggestionId: z.string(),
    unitId: z.string(),
    role: z.string(),
    status: z.string(),
    assignedOn: z.string(),
    clockStartOn: z.string().describe('首次交办之日,法定期限由此起算'),
    round: z.int(),
    number: z.string(),
    displayNumber: z.string().describe('第30号、闭会第8号'),
    title: z.string(),
    handlingType: z.string(),
    isKey: z.boolean(),
    liaisonUntrained: z.boolean().describe('联络员未取得有效培训证书(只提醒)'),
    decidingOffice: z.string(),
    replyDueOn: z.string(),
    extensionId: z.string(),
    extension: z.string(),
    nextGate: z.string().describe('答复前的下一道关口'),
    returnRequest: returnRequest.nullable(),
  })
  .meta({ id: 'AssignmentSummary' });

export const boardCase = z
  .object({
    suggestionId: z.string(),
    number: z.string(),
    displayNumber: z.string().describe('第30号、闭会第8号'),
    title: z.string(),
    category: z.string(),
    status: z.string(),
    handlingType: z.string(),
    isKey: z.boolean(),
    registeredOn: z.string(),
    leadUnitId: z.string(),
    wishedUnitIds: z.array(z.string()),
    coordinationOpen: z.boolean(),
    keySupervisorId: z.string().describe('重点件的领衔督办人'),
  })
  .meta({ id: 'AssignmentBoardCase' });

const classification = z.object({
  scope: z.int(),
  difficulty: z.int(),
  urgency: z.int(),
  scopeReason: z.string(),
  difficultyReason: z.string(),
  urgencyReason: z.string(),
  expectedUnits: z.int(),
  handlingType: z.string(),
  proposedType: z.string(),
  overrideReason: z.string(),
  classifiedOn: z.string(),
});

const accountable = z.object({
  kind: z.string().describe('desk 代表工委, unit 承办单位, office 决定申退的办公室, parent 主建议'),
  unitId: z.string(),
  office: z.string(),
  assignmentId: z.string(),
  parentId: z.string(),
});

const coordination = z.object({
  coordinationId: z.string(),
  assignmentId: z.string(),
  requestedByUnitId: z.string(),
  decidingOffice: z.string(),
  grounds: z.string(),
  closed: z.boolean(),
  decision: z.string(),
  responsibleUnitId: z.string(),
});

const taskForce = z.object({
  taskForceId: z.string(),
  status: z.string().describe('formed 已成立, dissolved 已解散'),
  convenerId: z.string(),
  leaderName: z.string(),
  leaderRank: z.string(),
  unitIds: z.array(z.string()),
  formedOn: z.string(),
  workPackages: z.array(
    z.object({
      packageId: z.string(),
      unitId: z.string(),
      task: z.string(),
      dueOn: z.string(),
      completedOn: z.string().describe('未完成为空'),
      completedBy: z.string(),
      summary: z.string(),
    }),
  ),
  lastMetOn: z.string(),
  nextMeetingDueOn: z.string().describe('每月至少一次:下次会议最迟的日期'),
});

export const assignmentCase = z
  .object({
    suggestionId: z.string(),
    version: z.int(),
    number: z.string(),
    displayNumber: z.string().describe('第30号、闭会第8号'),
    title: z.string(),
    category: z.string(),
    status: z.string(),
    handlingType: z.string(),
    isKey: z.boolean(),
    classification: classification.nullable(),
    keyDecisionNumber: z.string(),
    keyDecidedOn: z.string(),
    keyGrounds: z
      .object({
        criteria: z.array(z.string()),
        proposedBy: z.string(),
        supervisorId: z.string(),
        supervisingUnitId: z.string(),
      })
      .nullable()
      .describe('条件、提请机构和督办分工'),
    accountable: z.array(accountable),
    assignments: z.array(assignmentSummary),
    taskForce: taskForce.nullable(),
    coordination: coordination.nullable(),
    parentId: z.string(),
    childIds: z.array(z.string()),
    demands: z.array(z.string()),
    returnsGranted: z.int(),
  })
  .meta({ id: 'AssignmentCase' });

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

const coOpinion = z.object({
  opinionId: z.string(),
  assignmentId: z.string(),
  unitId: z.string(),
  opinion: z.string(),
  attempt: z.int(),
  status: z.string(),
  givenOn: z.string(),
  signedBy: z.string().describe('签发的单位负责人;实行签发以前提出的为空'),
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
      .object({ opinion: z.string(), draftedBy: z.string(), draftedOn: z.string() })
      .nullable()
      .describe('待本单位负责人签发;只有本单位可见'),
    awaitedCoOpinions: z.array(
      z.object({
        unitId: z.string(),
        dueOn: z.string(),
        overdue: z.boolean().describe('逾期的,说明原因后可以签发答复'),
      }),
    ),
  })
  .meta({ id: 'AssignmentFile' });

export function toSummary(answer: AssignmentSummary): z.output<typeof assignmentSummary> {
  return { ...answer, returnRequest: answer.returnRequest ?? null };
}

export function toCase(answer: AssignmentCase | undefined): z.output<typeof assignmentCase> {
  if (answer === undefined) throw new Error('assignment answered no case');
  return {
    ...answer,
    version: Number(answer.version),
    classification: answer.classification ?? null,
    assignments: answer.assignments.map(toSummary),
    taskForce: toTaskForce(answer),
    keyGrounds: answer.keyGrounds ?? null,
    coordination: answer.coordination ?? null,
  };
}

function toTaskForce({
  taskForce: formed,
  taskForceProgress: progress,
}: AssignmentCase): z.output<typeof taskForce> | null {
  if (formed === undefined || progress === undefined) return null;
  const { taskForceId, convenerId, leaderName, leaderRank, unitIds, formedOn } = formed;
  return { taskForceId, convenerId, leaderName, leaderRank, unitIds, formedOn, ...progress };
}

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
    state: z.string().describe('must 未过不能签发,advice 建议,done 已过'),
    code: z.string().describe('签发时拒绝的代码;已过为空'),
    words: z.string(),
    demandNumber: z.int().describe('第几条建议;0 不针对某一条'),
    section: z.int().describe('草稿 sections 的下标;-1 开头语或不针对某一段'),
    opinionId: z.string(),
    unitId: z.string().describe('所指的协办单位'),
    passage: z.string().describe('所指的原文'),
  })
  .meta({ id: 'ReplyCheck' });
