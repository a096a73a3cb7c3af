import { businessTime } from '../domain/business-clock.ts';
import type { DirectoryPorts } from './ports.ts';

export interface BusinessClockReading {
  readonly now: Date;
  readonly offsetMs: number;
  readonly rehearsal: boolean;
}

/** What time it is for the business. Asked by every process, without a token. */
export function getBusinessClock(ports: DirectoryPorts) {
  return async (): Promise<BusinessClockReading> => {
    const rehearsal = ports.mode === 'rehearsal';
    const offsetMs = rehearsal ? await ports.uow.read('', (tx) => ports.businessClock.offsetMs(tx)) : 0;
    return { now: businessTime(ports.clock.now(), offsetMs), offsetMs, rehearsal };
  };
}
