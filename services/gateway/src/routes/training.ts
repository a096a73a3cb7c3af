import { TrainingServiceService } from '@huiyin/contracts/gen/training/v1/service';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { day, id, line } from '../http/schemas.ts';

const topic = z.enum(['procedure', 'law', 'communication']).describe('办理程序、法律法规、沟通协调');

const openBatch = z
  .strictObject({ batchId: id.optional(), topic, title: line(120), startsOn: day, endsOn: day })
  .meta({ id: 'OpenBatch' });

const batch = z
  .object({
    batchId: z.string(),
    topic: z.string(),
    title: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    enrolled: z.int(),
    mine: z.string().describe('none | enrolled | failed | passed'),
  })
  .meta({ id: 'Batch' });

const sitting = z
  .strictObject({
    batchId: id,
    answers: z
      .array(z.strictObject({ questionId: z.string().min(1).max(20), option: z.int().min(0).max(20) }))
      .max(100),
  })
  .meta({ id: 'Sitting' });

const certificate = z
  .object({
    certificateId: z.string(),
    number: z.string(),
    personId: z.string(),
    unitId: z.string(),
    topic: z.string(),
    issuedOn: z.string(),
    validUntil: z.string(),
    state: z.string(),
  })
  .meta({ id: 'Certificate' });

const matrix = z
  .object({
    topics: z.array(z.string()),
    rows: z.array(
      z.object({
        personId: z.string(),
        unitId: z.string(),
        role: z.string(),
        cells: z.array(z.object({ topic: z.string(), state: z.string(), validUntil: z.string() })),
      }),
    ),
  })
  .meta({ id: 'TrainingMatrix' });

/** Batches, exams, certificates and the matrix. */
export function trainingRoutes(api: Api): void {
  commands(api);
  questions(api);
}

function commands(api: Api): void {
  api.command({
    method: 'POST',
    url: '/batches',
    operationId: 'openBatch',
    tag: 'training',
    summary: '开设培训批次',
    body: openBatch,
    status: 201,
    client: TrainingServiceService,
    rpc: 'openBatch',
    toRequest: (_params, body) => ({ ...body, batchId: body.batchId ?? '' }),
  });
  api.command({
    method: 'POST',
    url: '/enrolments',
    operationId: 'enrol',
    tag: 'training',
    summary: '报名',
    body: z
      .strictObject({ batchId: id, personId: id.optional().describe('不填为本人') })
      .meta({ id: 'Enrolment' }),
    status: 201,
    client: TrainingServiceService,
    rpc: 'enrol',
    toRequest: (_params, body) => ({ batchId: body.batchId, personId: body.personId ?? '' }),
  });
  api.command({
    method: 'POST',
    url: '/exams',
    operationId: 'sitExam',
    tag: 'training',
    summary: '参加考试',
    body: sitting,
    status: 201,
    client: TrainingServiceService,
    rpc: 'sitExam',
    toRequest: (_params, body) => body,
  });
}

function questions(api: Api): void {
  api.list({
    url: '/batches',
    operationId: 'listBatches',
    tag: 'training',
    summary: '培训批次',
    client: TrainingServiceService,
    rpc: 'listBatches',
    item: batch,
    toRequest: (_params, _query, page) => ({ page }),
    toPage: ({ batches, nextCursor }) => ({ items: batches, nextCursor }),
  });
  api.query({
    url: '/batches/{id}/exam',
    operationId: 'getExam',
    tag: 'training',
    summary: '试题',
    client: TrainingServiceService,
    rpc: 'getExam',
    response: z
      .object({
        batchId: z.string(),
        topic: z.string(),
        passMark: z.int(),
        questions: z.array(
          z.object({ questionId: z.string(), text: z.string(), options: z.array(z.string()) }),
        ),
      })
      .meta({ id: 'Exam' }),
    toRequest: (params) => ({ batchId: params.id }),
    toAnswer: (exam) => exam,
  });
  api.list({
    url: '/certificates',
    operationId: 'listCertificates',
    tag: 'training',
    summary: '培训合格证',
    query: { personId: id.optional() },
    client: TrainingServiceService,
    rpc: 'listCertificates',
    item: certificate,
    toRequest: (_params, { personId }, page) => ({ page, personId: personId ?? '' }),
    toPage: ({ certificates, nextCursor }) => ({ items: certificates, nextCursor }),
  });
  api.query({
    url: '/training-matrix',
    operationId: 'getTrainingMatrix',
    tag: 'training',
    summary: '培训矩阵',
    query: { unitId: id.optional() },
    client: TrainingServiceService,
    rpc: 'getTrainingMatrix',
    response: matrix,
    toRequest: (_params, { unitId }) => ({ unitId: unitId ?? '' }),
    toAnswer: (answer) => answer,
  });
}
