import { systemActor } from '@huiyin/kernel/actor';
import { addDays, localDateOf, startOfDay } from '@huiyin/kernel/local-date';
import type { TrainingPorts } from './ports.ts';

const PAGE = 200;

/**
 * Says of every certificate whose last day has passed that it has expired, once, at the first instant after that day.
 * Replicas may sweep at the same time: the mark under the person's stream lock decides.
 */
export function expireCertificates({ uow, certificates }: Pick<TrainingPorts, 'uow' | 'certificates'>) {
  return async (tenant: string, now: Date): Promise<void> => {
    const today = localDateOf(now);
    for (;;) {
      const due = await uow.read(tenant, (tx) => certificates.due(tx, tenant, today, PAGE));
      for (const { certificateId, personId, unitId, topic, validUntil } of due) {
        const expiredOn = addDays(validUntil, 1);
        await uow.act(
          { tenant, actor: systemActor('training'), at: startOfDay(expiredOn) },
          personId,
          async (tx, stream) => {
            if (!(await certificates.markExpired(tx, tenant, certificateId))) return;
            await stream.append({
              type: 'certificate-expired',
              payload: { personId, unitId, certificateId, topic, expiredOn },
            });
          },
        );
      }
      if (due.length < PAGE) return;
    }
  };
}
