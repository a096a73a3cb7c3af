import { z } from 'zod';

export const party = z
  .object({
    kind: z.string().describe('unit | historical | deputy | desk | office | committee | council'),
    id: z.string(),
    name: z.string(),
  })
  .meta({ id: 'Party' });

/** A case in lists. */
export const caseSummary = z
  .object({
    caseId: z.string(),
    number: z.string(),
    displayNumber: z.string(),
    title: z.string(),
    year: z.int().describe('0：没有年度'),
    category: z.string(),
    stage: z.string(),
    colour: z.string().describe('无权查看时为空'),
    isKey: z.boolean(),
    handlingType: z.string(),
    leadUnits: z.array(party),
    next: z
      .object({
        party: party.optional(),
        act: z.string(),
        assignmentId: z.string(),
        dueDate: z.string(),
        since: z.string(),
        provisional: z.boolean().describe('超出已公布的放假安排，为暂定日期'),
      })
      .optional()
      .describe('现在轮到；办完的没有'),
    origin: z.string(),
    place: z.string(),
    period: z.string(),
    awaitsSignature: z.boolean().describe('有当面答复记录等本人签署'),
  })
  .meta({ id: 'CaseSummary' });

/** Cases of one colour. */
export const colourCount = z
  .object({
    colour: z.string().describe('无权查看颜色的为空'),
    all: z.int().describe('能看到的'),
    involved: z.int().describe('与我有关的'),
    mine: z.int().describe('轮到我的'),
  })
  .meta({ id: 'ColourCount' });

const share = z
  .object({
    assignmentId: z.string(),
    unit: party.optional(),
    role: z.string(),
    state: z.string(),
    assignedOn: z.string(),
    dualConfirmed: z.boolean(),
    planVersion: z.int(),
    fiveOnesComplete: z.boolean(),
    liaisonUntrained: z.boolean().describe('联络员没有有效培训合格证（只提醒）'),
  })
  .meta({ id: 'CaseShare' });

const clock = z
  .object({
    clockId: z.string(),
    kind: z.string(),
    subject: z.string(),
    round: z.int(),
    startDate: z.string(),
    dueDate: z.string(),
    provisional: z.boolean(),
    state: z.string(),
    colour: z.string(),
    owner: party.optional(),
    endedOn: z.string(),
  })
  .meta({ id: 'CaseClock' });

const caseText = z
  .object({
    title: z.string(),
    facts: z.string(),
    demands: z.array(z.string()),
    textHash: z.string(),
    submittedOn: z.string(),
    wishedContact: z.string().describe('希望沟通方式；没有写明时为空'),
    researchSource: z.string().describe('调研来源；没有写明时为空'),
    affectedArea: z.string().describe('涉及区域'),
    earlierNumbers: z.array(z.string()).describe('历年编号'),
  })
  .meta({ id: 'CaseText' });

const faceToFaceRecord = z
  .object({
    recordId: z.string(),
    deputyId: z.string(),
    onDate: z.string(),
    place: z.string(),
    attendees: z.string(),
    content: z.string(),
    state: z.string().describe('waiting | signed | scanned | denied'),
    opinion: z.string(),
    answeredOn: z.string(),
  })
  .meta({ id: 'FaceToFaceRecord' });

const reply = z
  .object({
    replyId: z.string(),
    assignmentId: z.string(),
    round: z.int(),
    resultClass: z.string(),
    letterNumber: z.string(),
    issuedOn: z.string(),
    opening: z.string(),
    sections: z.array(z.object({ demand: z.string(), answer: z.string() })),
    delivered: z.int(),
    owed: z.int(),
    faceToFace: z.array(faceToFaceRecord),
  })
  .meta({ id: 'CaseReply' });

/** One case with the parts the reader may see. */
export const caseFile = z
  .object({
    summary: caseSummary.nullable(),
    steps: z.array(z.object({ step: z.string(), state: z.string(), onDate: z.string() })),
    shares: z.array(share),
    clocks: z.array(clock),
    text: caseText.nullable(),
    meetings: z.array(
      z.object({
        meetingId: z.string(),
        kind: z.string(),
        assignmentId: z.string(),
        state: z.string(),
        onDate: z.string(),
      }),
    ),
    replies: z.array(reply),
    evaluations: z.array(
      z.object({
        evaluationId: z.string(),
        assignmentId: z.string(),
        round: z.int(),
        attitude: z.string(),
        result: z.string(),
        reasons: z.string(),
        evaluatedOn: z.string(),
        lapsed: z.boolean(),
      }),
    ),
    promises: z.array(
      z.object({ promiseId: z.string(), text: z.string(), dueOn: z.string(), state: z.string() }),
    ),
    attachments: z
      .array(
        z.object({
          attachmentId: z.string(),
          name: z.string(),
          mediaType: z.string(),
          sizeBytes: z.int(),
          part: z
            .string()
            .describe('text：建议正文的附件，draft-reply：答复稿的证明材料，final-reply：答复的证明材料'),
        }),
      )
      .describe('可以下载的附件'),
    leadDeputyId: z.string(),
    cosignerIds: z.array(z.string()),
    authorConfidential: z.boolean(),
    hidden: z.array(z.string()).describe('无权查看的部分'),
    asOf: z.string(),
    upToDate: z.boolean().describe('false:after 所指的变化还没有到达'),
    mergedCaseIds: z.array(z.string()),
    parentCaseId: z.string(),
    availableActs: z
      .array(
        z.object({
          act: z.string().describe('本接口的 operationId，如 acknowledgeAssignment'),
          targetId: z
            .string()
            .describe('操作对象：路径中的 id；路径没有 id 的，为请求体所指的承办件、时限或案件'),
          assignmentId: z.string().describe('所涉承办件；涉及全案的为空'),
        }),
      )
      .describe('此刻可以办理的事项，按权限和已到达的事实给出；最终由承办的服务决定'),
    registerFields: z.record(z.string(), z.string()).describe('历史台账的各列'),
  })
  .meta({ id: 'CaseFile' });

/** One fact of a case. */
export const timelineEntry = z
  .object({
    eventId: z.string(),
    service: z.string(),
    type: z.string(),
    occurredAt: z.string(),
    personId: z.string(),
    roles: z.array(z.string()),
    facts: z.record(z.string(), z.unknown()),
    reason: z.string(),
    traceId: z.string(),
    version: z.int(),
    hash: z.string(),
  })
  .meta({ id: 'TimelineEntry' });
