import {
  noteClosing,
  noteConfidant,
  noteHandedBack,
  noteRulesMoved,
  noteSuccession,
} from '../domain/foreign-facts.ts';
import type { Confidant } from '../domain/suggestion.ts';
import { keepForeignFact, type ForeignFact } from './foreign-fact.ts';
import type { IntakePorts } from './ports.ts';

/** Keeps that another unit took a share over: it may read the suggestion from now on. */
export function noteUnitSucceeded(ports: IntakePorts) {
  return (where: ForeignFact, succession: { fromUnitId: string; unitId: string }): Promise<void> =>
    keepForeignFact(ports, where, (suggestion) => noteSuccession(suggestion, succession));
}

/** Keeps that a unit handed its share back: it may not read the suggestion any more. */
export function noteShareHandedBack(ports: IntakePorts) {
  return (where: ForeignFact, unitId: string): Promise<void> =>
    keepForeignFact(ports, where, (suggestion) => noteHandedBack(suggestion, unitId));
}

/** Keeps who of a unit may know a confidential author. */
export function noteConfidantNamed(ports: IntakePorts) {
  return (where: ForeignFact, named: Confidant): Promise<void> =>
    keepForeignFact(ports, where, (suggestion) => noteConfidant(suggestion, named));
}

/** Keeps the version of the rule pack a running case was moved to. */
export function noteMovedRules(ports: IntakePorts) {
  return (where: ForeignFact, version: string): Promise<void> =>
    keepForeignFact(ports, where, (suggestion) => noteRulesMoved(suggestion, version));
}

/** Keeps that the case was closed, or opened again. */
export function noteClosedCase(ports: IntakePorts) {
  return (where: ForeignFact, closed: boolean): Promise<void> =>
    keepForeignFact(ports, where, (suggestion) => noteClosing(suggestion, closed));
}
