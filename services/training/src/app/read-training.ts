import type { QueryContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import { cellState, type CellState } from '../domain/certificate.ts';
import { examOf, type Question } from '../domain/question.ts';
import { batchNotFound } from '../domain/rejections.ts';
import { TOPICS } from '../domain/topic.ts';
import { refuse } from './permission.ts';
import type { ListedBatch, StoredCertificate, TrainingPorts } from './ports.ts';

export interface PageOf {
  readonly limit: number;
  readonly cursor: string;
}

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

function sizeOf({ limit }: PageOf): number {
  return Math.min(limit > 0 ? limit : DEFAULT_PAGE, MAX_PAGE);
}

/** Batches, newest first, with the caller's own state. */
export function listBatches({ uow, batches }: TrainingPorts) {
  return async (page: PageOf, ctx: QueryContext): Promise<readonly ListedBatch[] | Rejection> => {
    const refused = refuse(ctx, 'training.read-courses');
    if (refused !== undefined) return refused;
    const which = { personId: ctx.actor.personId, limit: sizeOf(page), after: page.cursor };
    return uow.read(ctx.tenant, (tx) => batches.list(tx, ctx.tenant, which));
  };
}

/** The exam of a batch. */
export function getExam({ uow, batches }: TrainingPorts) {
  return async (
    request: { batchId: string },
    ctx: QueryContext,
  ): Promise<{ topic: string; questions: readonly Question[] } | Rejection> => {
    const refused = refuse(ctx, 'training.read-courses');
    if (refused !== undefined) return refused;
    const batch = await uow.read(ctx.tenant, (tx) => batches.load(tx, ctx.tenant, request.batchId));
    return batch === undefined ? batchNotFound : { topic: batch.topic, questions: examOf(batch.topic) };
  };
}

/** Certificates of one person; of everybody for those who may. */
export function listCertificates({ uow, certificates }: TrainingPorts) {
  return async (
    request: PageOf & { personId: string },
    ctx: QueryContext,
  ): Promise<readonly StoredCertificate[] | Rejection> => {
    const mayAll = refuse(ctx, 'training.read-certificate', '') === undefined;
    const personId = request.personId === '' && !mayAll ? ctx.actor.personId : request.personId;
    const refused = refuse(ctx, 'training.read-certificate', personId);
    if (refused !== undefined) return refused;
    const which = { personId, limit: sizeOf(request), after: request.cursor };
    return uow.read(ctx.tenant, (tx) => certificates.list(tx, ctx.tenant, which));
  };
}

export interface MatrixRow {
  readonly personId: string;
  readonly unitId: string;
  readonly role: string;
  readonly cells: readonly { topic: string; state: CellState; validUntil: string }[];
}

/**
 * 培训矩阵: every liaison of the tenant (or of one unit) by topic, on the day of the business clock. A unit sees its own
 * rows, whatever it asked for.
 */
export function getTrainingMatrix({ uow, batches, certificates, reference }: TrainingPorts) {
  return async (
    request: { unitId: string },
    ctx: QueryContext,
  ): Promise<readonly MatrixRow[] | Rejection> => {
    const mayAll = refuse(ctx, 'training.read-matrix') === undefined;
    const refused = mayAll ? undefined : refuse(ctx, 'training.read-own-unit');
    if (refused !== undefined) return refused;
    const unitId = mayAll ? request.unitId : (ctx.actor.unitId ?? 'none');
    const today = localDateOf(ctx.at);
    return uow.read(ctx.tenant, async (tx) => {
      const held = Map.groupBy(
        await certificates.all(tx, ctx.tenant),
        ({ personId, topic }) => `${personId} ${topic}`,
      );
      const open = await batches.openTopics(tx, ctx.tenant, today);
      const matrix: MatrixRow[] = [];
      for (const personId of await reference.peopleWith(tx, 'unit-liaison', unitId)) {
        const membership = (await reference.memberships(tx, personId)).find(
          ({ role, active }) => active && role === 'unit-liaison',
        );
        const cells = Object.keys(TOPICS).map((topic) => {
          const key = `${personId} ${topic}`;
          return { topic, ...cellState(held.get(key) ?? [], open.has(key), today) };
        });
        matrix.push({ personId, unitId: membership?.unitId ?? '', role: 'unit-liaison', cells });
      }
      return matrix;
    });
  };
}
