import type { LocalDate } from '@huiyin/kernel/local-date';
import { keepForeignFact, type FactArrival } from './foreign-fact.ts';
import type { AssignmentPorts } from './ports.ts';

/** A last day passed: deemed receipt, or deemed acceptance (decisions 4). Other clocks are nobody's cue here. */
export function actOnMissedClock(ports: AssignmentPorts) {
  const keep = keepForeignFact(ports);
  return async (
    arrival: FactArrival,
    clock: { readonly kind: string; readonly subject: string; readonly lastDay: LocalDate },
  ): Promise<void> => {
    const { kind, subject: assignmentId, lastDay } = clock;
    if (kind === 'ack') await keep(arrival, { type: 'receipt-missed', assignmentId, lastDay });
    if (kind === 'deemed_accepted')
      await keep(arrival, { type: 'return-window-ended', assignmentId, lastDay });
  };
}
