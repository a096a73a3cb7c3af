import type { AssignmentCase, AssignmentSummary } from '@huiyin/contracts/gen/assignment/v1/service';
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
    clockStartOn: z.string().describe('首次交办之日，法定期限由此起算'),
    round: z.int(),
    number: z.string(),
    displayNumber: z.string().describe('第30号、闭会第8号'),
    title: z.string(),
    handlingType: z.string(),
    isKey: z.boolean(),
    liaisonUntrained: z.boolean().describe('联络员未取得有效培训证书（只提醒）'),
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
    keyProposed: z.boolean().describe('已提请主任会议确定为重点建议'),
    keySupervisorId: z.string().describe('重点件的领衔督办人'),
    decidingOffice: z.string().describe('交办后可以再增加单位、重新分类的办公室；交办前为空'),
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
  keyProposed: z.boolean(),
  classifiedOn: z.string(),
});

const accountable = z.object({
  kind: z.string().describe('desk 代表工委，unit 承办单位，office 决定申退的办公室，parent 主建议'),
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
  status: z.string().describe('formed 已成立，dissolved 已解散'),
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
  nextMeetingDueOn: z.string().describe('每月至少一次：下次会议最迟的日期'),
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
    keySelectionDueOn: z.string().describe('主任会议最迟确定重点建议的日期；没有时限为空'),
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
