import type {
  EvaluationRow as ProtoRow,
  GetCaseEvaluationsResponse,
  Promise as ProtoPromise,
  Rectification as ProtoRectification,
} from '@huiyin/contracts/gen/evaluation/v1/service';
import { z } from 'zod';
import { id, line, text } from '../http/schemas.ts';

const MAX_TEXT = 5_000;

const satisfaction = z
  .enum(['satisfied', 'basically-satisfied', 'dissatisfied', 'no-statement'])
  .describe('满意、基本满意、不满意、未表态');

const choice = {
  assignmentId: id,
  signedSuggestionId: id.optional().describe('本人签署的建议；不填为本件'),
  round: z.int().min(1).max(100).optional().describe('不填为最近送达的一轮'),
};

export const evaluationBody = z
  .strictObject({
    ...choice,
    attitude: satisfaction,
    result: satisfaction,
    reasons: z.string().trim().max(MAX_TEXT).default('').describe('有一项不满意时必填'),
    seenOnSite: z.boolean().default(false).describe('本人到现场看过'),
    classOpinion: z.enum(['agreed', 'disagreed']).optional().describe('与答复类别是否相符'),
  })
  .meta({ id: 'SubmitEvaluation' });

export const opinionBody = z.strictObject({ ...choice, satisfaction }).meta({ id: 'CosignerOpinionGiven' });

export const orderBody = z
  .strictObject({ assignmentId: id, reason: text(MAX_TEXT) })
  .meta({ id: 'OrderRehandling' });

export const waiverBody = z
  .strictObject({ assignmentId: id, reason: text(MAX_TEXT).describe('告知代表的理由') })
  .meta({ id: 'WaiveRehandling' });

export const decisionBody = z
  .strictObject({
    assignmentId: id,
    decision: z.enum(['superior-body', 'inquiry', 'close-unsatisfied']),
    decisionNumber: line(100),
    explanation: text(MAX_TEXT),
  })
  .meta({ id: 'DecideEscalation' });

export const progressBody = z.strictObject({ progress: text(MAX_TEXT) }).meta({ id: 'ReportProgress' });
export const findingBody = z.strictObject({ finding: text(MAX_TEXT) }).meta({ id: 'KeepPromise' });
export const explanationBody = z.strictObject({ explanation: text(MAX_TEXT) }).meta({ id: 'Explanation' });
export const reportBody = z.strictObject({ report: text(MAX_TEXT) }).meta({ id: 'SubmitRectification' });

/** What the case is called; empty for one filed before it was kept. */
const calledOf = { number: z.string(), title: z.string() };

export const promise = z
  .object({
    promiseId: z.string(),
    version: z.int(),
    suggestionId: z.string(),
    assignmentId: z.string(),
    unitId: z.string(),
    text: z.string(),
    dueOn: z.string(),
    status: z.string().describe('open | kept | broken'),
    reports: z.array(z.object({ onDate: z.string(), progress: z.string() })),
    endedOn: z.string(),
    finding: z.string(),
    ...calledOf,
  })
  .meta({ id: 'Promise' });

export function toPromise({ version, ...proto }: ProtoPromise): z.output<typeof promise> {
  return { ...proto, version: Number(version) };
}

export const rectification = z
  .object({
    rectificationId: z.string(),
    version: z.int(),
    suggestionId: z.string(),
    assignmentId: z.string(),
    unitId: z.string(),
    gaps: z.array(z.string()),
    status: z.string().describe('ordered | submitted | accepted'),
    attempt: z.int(),
    orderedOn: z.string(),
    report: z.string(),
    submittedOn: z.string(),
    acceptedOn: z.string(),
    acceptedBy: z.string(),
    rejections: z.array(z.string()),
    ...calledOf,
  })
  .meta({ id: 'Rectification' });

export function toRectification({ version, ...proto }: ProtoRectification): z.output<typeof rectification> {
  return { ...proto, version: Number(version) };
}

const evaluation = z
  .object({
    evaluationId: z.string(),
    suggestionId: z.string(),
    assignmentId: z.string(),
    signedSuggestionId: z.string(),
    round: z.int(),
    deputyId: z.string(),
    status: z.string().describe('awaited | overdue | submitted | lapsed | void'),
    deliveredOn: z.string(),
    submittedOn: z.string(),
    attitude: z.string(),
    result: z.string(),
    reasons: z.string(),
    seenOnSite: z.boolean(),
    classOpinion: z.string(),
    cosignerOpinions: z.array(z.object({ deputyId: z.string(), satisfaction: z.string() })),
    replyId: z.string(),
  })
  .meta({ id: 'Evaluation' });

const standing = z.string().describe('open | follow-up | closed | ended');

const course = z.object({
  assignmentId: z.string(),
  unitId: z.string(),
  round: z.int(),
  status: z.string().describe('handling | joint-study | council | referred | explained | waived | left'),
});

export const evaluationRow = z
  .object({ evaluation, ...calledOf, unitId: z.string(), course: course.optional(), standing })
  .meta({ id: 'EvaluationRow' });

export function toEvaluationRow(row: ProtoRow): z.output<typeof evaluationRow> {
  const { evaluation: judged } = row;
  if (judged === undefined) throw new Error('a row of the list of evaluations without one');
  return { ...row, evaluation: judged };
}

export const caseEvaluations = z
  .object({
    suggestionId: z.string(),
    version: z.int(),
    standing,
    evaluations: z.array(evaluation),
    shares: z.array(course),
    waitingFor: z.array(z.object({ kind: z.string(), subject: z.string() })).describe('办结还等什么'),
    promises: z.array(promise),
    rectifications: z.array(rectification),
    outcome: z.string(),
    closedOn: z.string(),
  })
  .meta({ id: 'CaseEvaluations' });

export function toCaseEvaluations(answer: GetCaseEvaluationsResponse): z.output<typeof caseEvaluations> {
  return {
    ...answer,
    version: Number(answer.version),
    promises: answer.promises.map(toPromise),
    rectifications: answer.rectifications.map(toRectification),
  };
}
