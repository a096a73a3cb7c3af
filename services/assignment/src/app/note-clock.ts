import type { LocalDate } from '@huiyin/kernel/local-date';
import type { AssignmentPorts } from './ports.ts';
import { keepForeignFact, type FactArrival } from './foreign-fact.ts';

/** Supervision has started a clock whose passing makes assignment act: remembers what it times. */
export function noteClockStarted(ports: AssignmentPorts) {
  return async (
    arrival: FactArrival,
    clock: { id: string; kind: string; subject: string },
  ): Promise<void> => {
    if (passingOf(clock.kind) === undefined) return;
    await ports.watchedClocks.keep(arrival.tx, arrival.tenant, { id: clock.id, subject: clock.subject });
  };
}

/** A last day passed: deemed receipt, or deemed acceptance (decisions 4). */
export function actOnMissedClock(ports: AssignmentPorts) {
  const keep = keepForeignFact(ports);
  return async (
    arrival: FactArrival,
    clock: { id: string; kind: string; lastDay: LocalDate },
  ): Promise<void> => {
    const type = passingOf(clock.kind);
    if (type === undefined) return;
    const assignmentId = await ports.watchedClocks.subjectOf(arrival.tx, arrival.tenant, clock.id);
    if (assignmentId === undefined) return;
    await keep(arrival, { type, assignmentId, lastDay: clock.lastDay });
  };
}

function passingOf(kind: string): 'receipt-missed' | 'return-window-ended' | undefined {
  switch (kind) {
    case 'ack':
      return 'receipt-missed';
    case 'deemed_accepted':
      return 'return-window-ended';
    default:
      return undefined;
  }
}
