import type { CommandContext } from '@huiyin/kernel/command-context';
import { isId, stableId } from '@huiyin/kernel/ids';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { batchExists, dayMalformed, daysReversed, titleMissing, topicUnknown } from '../domain/rejections.ts';
import { isTopic } from '../domain/topic.ts';
import { refuse } from './permission.ts';
import type { TrainingPorts } from './ports.ts';

export interface OpenBatch {
  readonly batchId: string;
  readonly topic: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Opens a batch. Its id may be the caller's, so that a seed means the same batch twice. */
export function openBatch({ uow, batches }: TrainingPorts) {
  return async (request: OpenBatch, ctx: CommandContext): Promise<CommandResult | Rejection> => {
    const refused = refuse(ctx, 'training.manage-batches');
    if (refused !== undefined) return refused;
    const { topic } = request;
    if (!isTopic(topic)) return topicUnknown;
    const title = request.title.trim();
    if (title === '') return titleMissing;
    const startsOn = dayOf(request.startsOn);
    const endsOn = dayOf(request.endsOn);
    if (startsOn === undefined) return dayMalformed('startsOn');
    if (endsOn === undefined) return dayMalformed('endsOn');
    if (endsOn < startsOn) return daysReversed;
    // The same command sent twice must name the same batch before its key is looked up.
    const batchId = isId(request.batchId)
      ? request.batchId
      : stableId('batch', ctx.tenant, ctx.actor.accountId, ctx.idempotencyKey);
    return uow.command(ctx, batchId, async (tx) => {
      if ((await batches.load(tx, ctx.tenant, batchId)) !== undefined) return batchExists;
      await batches.add(tx, ctx.tenant, { batchId, topic, title, startsOn, endsOn });
      return { id: batchId };
    });
  };
}

function dayOf(text: string): LocalDate | undefined {
  try {
    return localDate(text);
  } catch {
    return undefined;
  }
}
