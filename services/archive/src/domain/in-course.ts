import type { Target } from './offer.ts';
import type { CaseFile, ShareFile } from './case-file.ts';

/** Registered and neither ended, closed nor sealed: something can still be decided about the handling. */
export function inCourse(file: CaseFile): boolean {
  return file.registeredOn !== '' && file.ended === '' && file.closedOn === '' && file.sealedOn === '';
}

/** Shares of a case in course that meet a condition, each as what is acted on. */
export function sharesInCourse(
  when: (share: ShareFile, id: string, file: CaseFile) => boolean,
): (file: CaseFile) => readonly Target[] {
  return (file) =>
    inCourse(file)
      ? Object.entries(file.shares)
          .filter(([id, share]) => when(share, id, file))
          .map(([id]) => ({ id, assignmentId: id }))
      : [];
}

/**
 * Rated 不满意 in their present round, with neither a re-handling nor an escalation after it, nor the decision that it
 * goes no further: 代表工委 decides about them (T22, where the profile leaves it the choice). Each with its id.
 */
export function sharesToRehandle(file: CaseFile): readonly string[] {
  const bad = Object.values(file.evaluations).filter(
    ({ attitude, result }) => attitude === 'dissatisfied' || result === 'dissatisfied',
  );
  return Object.entries(file.shares)
    .filter(
      ([id, { round, escalation = '', leftUnsatisfied = false }]) =>
        escalation === '' &&
        !leftUnsatisfied &&
        bad.some((each) => each.assignmentId === id && each.round === round),
    )
    .map(([id]) => id);
}

/** Shares that an escalation holds at one of its steps. */
export function sharesEscalated(file: CaseFile, at: CaseFile['escalation']): readonly string[] {
  return Object.entries(file.shares)
    .filter(([, { escalation = '' }]) => escalation === at)
    .map(([id]) => id);
}

/** In course or closed: a reply can still be supplemented (T32). */
export function canBeSupplemented(file: CaseFile): boolean {
  return inCourse({ ...file, closedOn: '' });
}

/** A share whose unit owes a supplementary reply: its id and the share. */
export function supplementOwed(file: CaseFile): readonly [string, ShareFile] | undefined {
  return Object.entries(file.shares).find(([, share]) => share.supplementOwed === true);
}

/** The share of a unit, where what is acted on names the unit alone. */
export function shareOfUnit(file: CaseFile, unitId: string): Pick<Target, 'assignmentId'> {
  const id = Object.entries(file.shares).find(([, share]) => share.unitId === unitId)?.[0];
  return id === undefined ? {} : { assignmentId: id };
}
