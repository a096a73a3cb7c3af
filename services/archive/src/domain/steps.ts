import type { CaseFile } from './case-file.ts';
import { handlingShares, lookBackOf } from './stage.ts';

export interface StepFile {
  readonly step: string;
  readonly state: 'done' | 'current' | 'ahead' | 'not-needed';
  readonly onDate: string;
}

/** The stepper of the case page: ten steps, the three meetings among them. */
export function stepsOf(file: CaseFile): StepFile[] {
  const shares = handlingShares(file);
  const latest = (days: readonly string[]): string =>
    days.length > 0 && days.every((day) => day !== '') ? (days.toSorted().at(-1) ?? '') : '';
  const replied = file.allDelivered
    ? latest(Object.values(file.replies).map(({ issuedOn }) => issuedOn))
    : '';
  const lookBack = lookBackOf(file);
  const onSite = shares.filter(({ onSiteRequired, onSiteOn }) => onSiteRequired || onSiteOn !== '');
  const done: [string, string, boolean][] = [
    ['submit', file.submittedOn, true],
    ['register', file.registeredOn, true],
    ['assign', latest(shares.map(({ assignedOn }) => assignedOn)), true],
    ['dual-confirmation', latest(shares.map(({ dualConfirmedOn }) => dualConfirmedOn)), true],
    ['plan', latest(shares.map(({ planOn }) => planOn)), true],
    ['on-site', latest(onSite.map(({ onSiteOn }) => onSiteOn)), onSite.length > 0],
    ['reply', replied, true],
    ['evaluate', latest(Object.values(file.evaluations).map(({ evaluatedOn }) => evaluatedOn)), true],
    ['look-back', lookBack.onDate, lookBack.state !== 'waived'],
    ['close', file.closedOn, true],
  ];
  const current = done.findIndex(([, day, needed]) => needed && day === '');
  return done.map(([step, onDate, needed], index) => ({
    step,
    onDate,
    state: !needed ? 'not-needed' : onDate !== '' ? 'done' : index === current ? 'current' : 'ahead',
  }));
}
