import { noteWithdrawalRefused } from '../domain/foreign-facts.ts';
import { keepForeignFact, type ForeignFact } from './foreign-fact.ts';
import type { IntakePorts } from './ports.ts';

/** Assignment refused a withdrawal: the case goes on. */
export function noteRefusedWithdrawal(ports: IntakePorts) {
  return (where: ForeignFact): Promise<void> => keepForeignFact(ports, where, noteWithdrawalRefused);
}
