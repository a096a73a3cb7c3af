import { noteHandling, type HandlingFact } from '../domain/foreign-facts.ts';
import { keepForeignFact, type ForeignFact } from './foreign-fact.ts';
import type { IntakePorts } from './ports.ts';

/** Keeps what assignment did, as far as intake's guards ask: handed over, replied, delivered. */
export function noteHandlingProgress(ports: IntakePorts) {
  return (where: ForeignFact, fact: HandlingFact): Promise<void> =>
    keepForeignFact(ports, where, (suggestion) => noteHandling(suggestion, fact));
}
