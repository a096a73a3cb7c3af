import type { Tx } from '@huiyin/kernel/tx';
import type { OpenAnother } from '@huiyin/kernel/unit-of-work';
import type { CaseFact, FactSource, RecordedFact } from '../domain/fact.ts';
import { momentOf } from '../domain/moment.ts';
import type { SupervisionPorts } from './ports.ts';
import { decide, momentFor, mustWait } from './settle-case.ts';

/** Where and when another service's event about a case arrives. */
export interface ForeignEvent {
  readonly tx: Tx;
  readonly open: OpenAnother;
  readonly tenant: string;
  readonly caseId: string;
  readonly source: FactSource;
  readonly version: number;
  /** When it happened, in business time. */
  readonly at: Date;
}

/**
 * Takes the facts of one foreign event into a case. Usually they are decided at once; when transitions of an earlier
 * instant have not been fired yet (the sweep was away), or directory's facts are missing, they wait for the sweep, which
 * fires everything in its order.
 */
export function takeFacts(ports: SupervisionPorts) {
  return async (event: ForeignEvent, bodies: readonly CaseFact[]): Promise<void> => {
    if (bodies.length === 0) return;
    const { tx, tenant, caseId, source, version } = event;
    const stream = await event.open(caseId);
    const loaded = await ports.cases.load(tx, tenant, caseId);
    const happened = momentOf(event.at);
    const arriving = bodies.map((body, index): RecordedFact => ({
      source,
      version,
      index,
      ...happened,
      body,
    }));
    const keep = (settled: boolean) => {
      const kept = arriving.map((fact) => ({ ...fact, caseId, settled }));
      return ports.cases.keepFacts(tx, tenant, kept);
    };
    if (mustWait(loaded, happened.at)) return keep(false);
    const moment = momentFor(loaded, event.at);
    const review = await decide(
      ports,
      { tx, stream, tenant, caseId },
      { file: loaded.file, arriving, own: [], moment },
    );
    return keep(review !== undefined);
  };
}
