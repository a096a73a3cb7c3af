import type { Compose } from '@huiyin/chassis/service';
import type { Sweep } from '@huiyin/chassis/sweep-loop';
import { enrol } from './app/enrol.ts';
import { expireCertificates } from './app/expire-certificates.ts';
import { openBatch } from './app/open-batch.ts';
import type { TrainingPorts } from './app/ports.ts';
import { getExam, getTrainingMatrix, listBatches, listCertificates } from './app/read-training.ts';
import { sitExam } from './app/sit-exam.ts';
import type { TrainingUseCases } from './app/use-cases.ts';
import { batches } from './storage/batches.ts';
import { certificates } from './storage/certificates.ts';
import { trainingGrpc } from './transport/grpc.ts';

/** What training can be asked. */
export function trainingUseCases(ports: TrainingPorts): TrainingUseCases {
  return {
    openBatch: openBatch(ports),
    enrol: enrol(ports),
    sitExam: sitExam(ports),
    getExam: getExam(ports),
    listBatches: listBatches(ports),
    listCertificates: listCertificates(ports),
    getTrainingMatrix: getTrainingMatrix(ports),
  };
}

/** What the passing of time does: it ends certificates. */
export function trainingSweeps(ports: TrainingPorts): readonly Sweep[] {
  return [{ name: 'expire-certificates', run: expireCertificates(ports) }];
}

/** Postgres behind every port of storage. */
export const trainingStores = { batches, certificates };

/** Wires storage and transport around the use cases. */
export const composeTraining: Compose = ({ uow, reference }) => {
  const ports = { ...trainingStores, uow, reference };
  return { grpc: [trainingGrpc(trainingUseCases(ports))], reactions: [], sweeps: trainingSweeps(ports) };
};
