import type { Subject } from '@huiyin/access/relation';
import type { Offer, Target } from './offer.ts';
import type { CaseFile, RectificationFile } from './case-file.ts';
import { sharesEscalated, sharesToRehandle, shareOfUnit } from './in-course.ts';

const isOpen = ({ ended, sealedOn }: CaseFile): boolean => ended === '' && sealedOn === '';

/** From evaluation to closing (domain.md T20–T26). */
export const evaluationOffers: readonly Offer[] = [
  { act: 'submitEvaluation', action: 'evaluation.evaluate', targets: awaited },
  { act: 'giveCosignerOpinion', action: 'evaluation.give-cosigner-opinion', targets: awaited },
  {
    act: 'orderRehandling',
    action: 'evaluation.order-rehandling',
    targets: (file) => decided(file, [...sharesEscalated(file, 'referred'), ...sharesToRehandle(file)]),
  },
  {
    act: 'waiveRehandling',
    action: 'evaluation.waive-rehandling',
    targets: (file) => decided(file, sharesToRehandle(file)),
  },
  {
    act: 'decideEscalation',
    action: 'evaluation.decide-escalation',
    targets: (file) => decided(file, sharesEscalated(file, 'council')),
  },
  { act: 'reportProgress', action: 'evaluation.report-promise', targets: promises },
  { act: 'keepPromise', action: 'evaluation.judge-promise', targets: promises },
  { act: 'breakPromise', action: 'evaluation.judge-promise', targets: promises },
  {
    act: 'submitRectification',
    action: 'evaluation.submit-rectification',
    targets: rectifications('open'),
  },
  {
    act: 'acceptRectification',
    action: 'evaluation.accept-rectification',
    targets: rectifications('submitted'),
  },
  {
    act: 'rejectRectification',
    action: 'evaluation.reject-rectification',
    targets: rectifications('submitted'),
  },
];

/** Shares about which somebody decides how they go on after a 不满意. */
function decided(file: CaseFile, assignmentIds: readonly string[]): readonly Target[] {
  if (!isOpen(file) || file.closedOn !== '') return [];
  return assignmentIds.map((assignmentId) => ({ id: file.caseId, assignmentId }));
}

/** Delivered to the reader and not yet evaluated by the suggestion the reader signed; one target a share. */
function awaited(file: CaseFile, { personId }: Subject): readonly Target[] {
  if (!isOpen(file) || file.closedOn !== '') return [];
  return Object.values(file.replies)
    .filter(({ assignmentId, round, deliveredTo }) => {
      const share = file.shares[assignmentId];
      const said = Object.values(file.evaluations).some(
        (each) =>
          each.assignmentId === assignmentId &&
          each.round === round &&
          signsFor(file, personId, each.signedSuggestionId),
      );
      return share?.round === round && deliveredTo.includes(personId) && !said;
    })
    .map(({ assignmentId }) => ({ id: file.caseId, assignmentId }));
}

/** Whether the person signed the suggestion an evaluation is about: the case's own, or a merged child. */
function signsFor(file: CaseFile, personId: string, signedSuggestionId: string): boolean {
  const own = file.leadDeputyId === personId || file.cosignerIds.includes(personId);
  return signedSuggestionId === file.caseId || signedSuggestionId === '' ? own : !own;
}

function promises(file: CaseFile): readonly Target[] {
  if (!isOpen(file)) return [];
  return Object.entries(file.promises)
    .filter(([, { state }]) => state === 'open')
    .map(([id, { unitId }]) => ({ id, ...shareOfUnit(file, unitId) }));
}

function rectifications(state: RectificationFile['state']): Offer['targets'] {
  return (file) =>
    isOpen(file)
      ? Object.entries(file.rectifications)
          .filter(([, each]) => each.state === state)
          .map(([id, { unitId }]) => ({ id, ...shareOfUnit(file, unitId) }))
      : [];
}
