import type { enrol } from './enrol.ts';
import type { openBatch } from './open-batch.ts';
import type { getExam, getTrainingMatrix, listBatches, listCertificates } from './read-training.ts';
import type { sitExam } from './sit-exam.ts';

/** What training can be asked, as transport sees it. */
export interface TrainingUseCases {
  readonly openBatch: ReturnType<typeof openBatch>;
  readonly enrol: ReturnType<typeof enrol>;
  readonly sitExam: ReturnType<typeof sitExam>;
  readonly getExam: ReturnType<typeof getExam>;
  readonly listBatches: ReturnType<typeof listBatches>;
  readonly listCertificates: ReturnType<typeof listCertificates>;
  readonly getTrainingMatrix: ReturnType<typeof getTrainingMatrix>;
}
