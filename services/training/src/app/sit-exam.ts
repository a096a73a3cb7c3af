import type { CommandContext } from '@huiyin/kernel/command-context';
import { stableId } from '@huiyin/kernel/ids';
import { localDateOf } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import type { CommandResult, OpenStream } from '@huiyin/kernel/unit-of-work';
import { validUntil } from '../domain/certificate.ts';
import { PASS_MARK, scoreOf } from '../domain/question.ts';
import { alreadyPassed, batchNotBegun, batchNotFound, batchOver, notEnrolled } from '../domain/rejections.ts';
import { refuse } from './permission.ts';
import type { Batch, Enrolment, TrainingPorts } from './ports.ts';

export interface SitExam {
  readonly batchId: string;
  readonly answers: readonly { questionId: string; option: number }[];
}

/** Marks a sitting at once. Passing issues the certificate in the same transaction; failing may be repeated. */
export function sitExam(ports: TrainingPorts) {
  const { uow, batches } = ports;
  return (request: SitExam, ctx: CommandContext): Promise<CommandResult | Rejection> =>
    uow.command(ctx, ctx.actor.personId, async (tx, stream) => {
      const { personId } = ctx.actor;
      const refused = refuse(ctx, 'training.sit-exam', personId);
      if (refused !== undefined) return refused;
      const batch = await batches.load(tx, ctx.tenant, request.batchId);
      if (batch === undefined) return batchNotFound;
      const today = localDateOf(ctx.at);
      if (today < batch.startsOn) return batchNotBegun;
      if (today > batch.endsOn) return batchOver;
      const enrolment = await batches.enrolment(tx, ctx.tenant, batch.batchId, personId);
      if (enrolment === undefined) return notEnrolled;
      if (enrolment.state === 'passed') return alreadyPassed;
      const score = scoreOf(batch.topic, request.answers);
      return record(ports, { tx, stream, ctx, batch, enrolment, score });
    });
}

interface Sitting {
  readonly tx: Tx;
  readonly stream: OpenStream;
  readonly ctx: CommandContext;
  readonly batch: Batch;
  readonly enrolment: Enrolment;
  readonly score: number;
}

async function record(ports: TrainingPorts, { tx, stream, ctx, batch, enrolment, score }: Sitting) {
  const { personId, unitId } = enrolment;
  const attempts = enrolment.attempts + 1;
  const passed = score >= PASS_MARK;
  const examId = stableId('exam', batch.batchId, personId, String(attempts));
  await ports.batches.saveEnrolment(tx, ctx.tenant, batch.batchId, {
    personId,
    unitId,
    state: passed ? 'passed' : 'failed',
    attempts,
  });
  const { batchId, topic } = batch;
  if (!passed) {
    await stream.append({ type: 'exam-failed', payload: { personId, examId, batchId, topic, score } });
    return { id: examId };
  }
  const issuedOn = localDateOf(ctx.at);
  const year = Number(issuedOn.slice(0, 4));
  const running = await ports.certificates.nextNumber(tx, ctx.tenant, year);
  const certificate = {
    certificateId: stableId('certificate', examId),
    number: `培${year}-${String(running).padStart(4, '0')}`,
    personId,
    unitId,
    topic,
    issuedOn,
    validUntil: validUntil(issuedOn),
  };
  await ports.certificates.add(tx, ctx.tenant, certificate);
  const { number: _number, ...issued } = certificate;
  await stream.append(
    { type: 'exam-passed', payload: { personId, unitId, examId, batchId, topic, score } },
    { type: 'certificate-issued', payload: issued },
  );
  return { id: certificate.certificateId, label: certificate.number };
}
