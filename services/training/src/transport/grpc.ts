import { TrainingServiceService } from '@huiyin/contracts/gen/training/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, query } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { TrainingUseCases } from '../app/use-cases.ts';
import { PASS_MARK } from '../domain/question.ts';
import { TOPICS } from '../domain/topic.ts';

/** The gRPC API: decode, call the use case, encode. */
export function trainingGrpc(use: TrainingUseCases): GrpcService {
  return grpcService(TrainingServiceService, {
    openBatch: command(use.openBatch),
    enrol: command(use.enrol),
    sitExam: command(use.sitExam),
    getExam: query(async ({ batchId }, ctx) => {
      const exam = await use.getExam({ batchId }, ctx);
      if (isRejection(exam)) return exam;
      const questions = exam.questions.map(({ id, text, options }) => ({
        questionId: id,
        text,
        options: [...options],
      }));
      return { batchId, topic: exam.topic, questions, passMark: PASS_MARK };
    }),
    listBatches: query(async ({ page }, ctx) => {
      const found = await use.listBatches(pageFrom(page), ctx);
      if (isRejection(found)) return found;
      return { batches: [...found], nextCursor: nextOf(found, page, ({ batchId }) => batchId) };
    }),
    listCertificates: query(async ({ page, personId }, ctx) => {
      const found = await use.listCertificates({ ...pageFrom(page), personId }, ctx);
      if (isRejection(found)) return found;
      const certificates = found.map(({ expired, ...each }) => ({
        ...each,
        state: expired ? 'expired' : 'valid',
      }));
      return { certificates, nextCursor: nextOf(found, page, ({ certificateId }) => certificateId) };
    }),
    getTrainingMatrix: query(async ({ unitId }, ctx) => {
      const matrix = await use.getTrainingMatrix({ unitId }, ctx);
      if (isRejection(matrix)) return matrix;
      return { topics: Object.keys(TOPICS), rows: matrix.map((row) => ({ ...row, cells: [...row.cells] })) };
    }),
  });
}

type Page = { limit: number; cursor: string } | undefined;

function pageFrom(page: Page): { limit: number; cursor: string } {
  return page ?? { limit: 0, cursor: '' };
}

function nextOf<Item>(found: readonly Item[], page: Page, idOf: (item: Item) => string): string {
  const last = found.at(-1);
  const full = found.length >= (page !== undefined && page.limit > 0 ? page.limit : 50);
  return full && last !== undefined ? idOf(last) : '';
}
