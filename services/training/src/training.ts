import type { Compose } from '@huiyin/chassis/service';
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
function trainingUseCases(ports: TrainingPorts): TrainingUseCases {
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

/** Wires storage and transport around the use cases, and the sweep that ends certificates. */
export const composeTraining: Compose = ({ uow, reference }) => {
  const ports = { uow, reference, batches, certificates };
  return {
    grpc: [trainingGrpc(trainingUseCases(ports))],
    reactions: [],
    sweeps: [{ name: 'expire-certificates', run: expireCertificates(ports) }],
  };
};
