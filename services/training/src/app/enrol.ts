import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { CommandResult } from '@huiyin/kernel/unit-of-work';
import { alreadyEnrolled, batchNotFound, batchOver } from '../domain/rejections.ts';
import { refuse } from './permission.ts';
import type { TrainingPorts } from './ports.ts';

/** Enrols oneself, or by the trainer somebody else, until the batch is over. */
export function enrol({ uow, batches, reference }: TrainingPorts) {
  return (
    request: { batchId: string; personId: string },
    ctx: CommandContext,
  ): Promise<CommandResult | Rejection> =>
    uow.command(ctx, request.batchId, async (tx, stream) => {
      const personId = request.personId === '' ? ctx.actor.personId : request.personId;
      const refused = refuse(ctx, 'training.enrol', personId);
      if (refused !== undefined) return refused;
      const batch = await batches.load(tx, ctx.tenant, request.batchId);
      if (batch === undefined) return batchNotFound;
      if (batch.endsOn < localDateOf(ctx.at)) return batchOver;
      if ((await batches.enrolment(tx, ctx.tenant, batch.batchId, personId)) !== undefined)
        return alreadyEnrolled;
      const memberships = await reference.memberships(tx, personId);
      const unitId = memberships.find((each) => each.active && each.unitId !== '')?.unitId ?? '';
      await batches.saveEnrolment(tx, ctx.tenant, batch.batchId, {
        personId,
        unitId,
        state: 'enrolled',
        attempts: 0,
      });
      await stream.append({
        type: 'liaison-enrolled',
        payload: { batchId: batch.batchId, personId, unitId, topic: batch.topic },
      });
      return { id: batch.batchId };
    });
}
