import type { Offer, Target } from './offer.ts';
import { waitsForSignature } from './waits-for-signature.ts';
import type { CaseFile, MatterKind, ShareFile } from './case-file.ts';
import { canBeSupplemented, inCourse, sharesInCourse as shares, shareOfUnit } from './in-course.ts';
import { handlingShares } from './stage.ts';

function wholeCase(when: (file: CaseFile) => boolean): Offer['targets'] {
  return (file) => (inCourse(file) && when(file) ? [{ id: file.caseId }] : []);
}

function matters(kind: MatterKind, ...states: readonly string[]): Offer['targets'] {
  return (file) =>
    inCourse(file)
      ? Object.entries(file.matters)
          .filter(([, matter]) => matter.kind === kind && states.includes(matter.state))
          .map(([id, { assignmentId }]) => ({ id, assignmentId }))
      : [];
}

const owesReply = ({ role }: ShareFile): boolean => role === 'lead' || role === 'parallel';
const isHandler = (share: ShareFile): boolean => owesReply(share) || share.role === 'co';
const isReceived = ({ state }: ShareFile): boolean => state === 'acknowledged' || state === 'in-handling';
const isWithUnit = (share: ShareFile): boolean => isHandler(share) && share.state !== 'returned';
const inHand = (share: ShareFile): boolean => owesReply(share) && isReceived(share);
const planFiled = (share: ShareFile): boolean => share.planVersion > 0;
const coordinating = (file: CaseFile): boolean =>
  Object.values(file.matters).some(({ kind, state }) => kind === 'coordination' && state === 'open');

const owesOpinion = (share: ShareFile): boolean =>
  share.role === 'co' && isReceived(share) && !share.opinionGiven;
const openPackages = (file: CaseFile): readonly [string, string][] =>
  inCourse(file) ? Object.entries(file.taskForce?.openPackages ?? {}) : [];

/** The case as a whole, by whoever distributes it: after 交办 also the office of the unit that leads (代表法51). */
function distributed(when: (file: CaseFile) => boolean): Offer['targets'] {
  return (file) => {
    if (!inCourse(file) || !when(file)) return [];
    const leading = Object.entries(file.shares).find(([, share]) => owesReply(share))?.[0];
    return [{ id: file.caseId, ...(leading === undefined ? {} : { officeOf: leading }) }];
  };
}

/** Everything that stands before a reply is done (decisions.md 5). */
function gatesOpen(share: ShareFile, file: CaseFile): boolean {
  return (
    share.dualConfirmedOn !== '' &&
    planFiled(share) &&
    (!file.isKey || share.fiveOnesComplete) &&
    (!share.onSiteRequired || share.onSiteOn !== '') &&
    share.contactsInRound > 0 &&
    share.faceToFaceTried !== false
  );
}

/** From classification to the reply (domain.md T8–T19, T30–T32). */
export const assignmentOffers: readonly Offer[] = [
  { act: 'classifySuggestion', action: 'assignment.classify', targets: distributed(() => true) },
  { act: 'markKey', action: 'assignment.mark-key', targets: wholeCase(({ isKey }) => !isKey) },
  { act: 'moveRules', action: 'assignment.move-rules', targets: wholeCase(() => true) },
  { act: 'assignSuggestion', action: 'assignment.assign', targets: distributed((file) => file.classified) },
  { act: 'formTaskForce', action: 'assignment.form-task-force', targets: wholeCase(needsTaskForce) },
  {
    act: 'addWorkPackage',
    action: 'assignment.amend-task-force',
    targets: (file) => (inCourse(file) && file.taskForce !== undefined ? [{ id: file.taskForce.id }] : []),
  },
  {
    act: 'amendWorkPackage',
    action: 'assignment.amend-task-force',
    targets: (file) => openPackages(file).map(([id]) => ({ id })),
  },
  {
    act: 'completeWorkPackage',
    action: 'assignment.complete-work-package',
    targets: (file) => openPackages(file).map(([id, unitId]) => ({ id, ...shareOfUnit(file, unitId) })),
  },
  {
    act: 'acknowledgeAssignment',
    action: 'assignment.acknowledge',
    targets: shares((share) => isHandler(share) && share.state === 'pending'),
  },
  {
    act: 'requestReturn',
    action: 'assignment.request-return',
    targets: shares((share) => isHandler(share) && ['pending', 'acknowledged'].includes(share.state)),
  },
  { act: 'decideReturn', action: 'assignment.decide-return', targets: matters('return-request', 'open') },
  {
    act: 'reassignShare',
    action: 'assignment.reassign',
    targets: shares((share, id, file) => share.state === 'returned' || movedByCoordination(share, id, file)),
  },
  {
    act: 'filePlan',
    action: 'assignment.file-plan',
    targets: shares((share) => inHand(share) && share.dualConfirmedOn !== '' && !planFiled(share)),
  },
  {
    act: 'amendPlan',
    action: 'assignment.file-plan',
    targets: shares((share) => inHand(share) && planFiled(share)),
  },
  { act: 'recordContact', action: 'assignment.record-contact', targets: shares(isWithUnit) },
  {
    act: 'reportDifficulty',
    action: 'assignment.report-difficulty',
    targets: shares((share) => isWithUnit(share) && !share.difficultyOpen),
  },
  {
    act: 'resolveDifficulty',
    action: 'assignment.report-difficulty',
    targets: shares((share) => share.difficultyOpen),
  },
  { act: 'giveCoOpinion', action: 'assignment.give-co-opinion', targets: shares(owesOpinion) },
  { act: 'draftCoOpinion', action: 'assignment.draft-co-opinion', targets: shares(owesOpinion) },
  { act: 'acceptCoOpinion', action: 'assignment.send-back-co-opinion', targets: opinionsGiven('') },
  { act: 'sendBackCoOpinion', action: 'assignment.send-back-co-opinion', targets: opinionsGiven('once') },
  {
    act: 'requestExtension',
    action: 'assignment.request-extension',
    targets: shares((share, id, file) => inHand(share) && mayAskExtension(share, id, file)),
  },
  { act: 'decideExtension', action: 'assignment.decide-extension', targets: matters('extension', 'open') },
  {
    act: 'requestCoordination',
    action: 'assignment.request-coordination',
    targets: shares((share, _id, file) => isWithUnit(share) && !coordinating(file)),
  },
  {
    act: 'closeCoordination',
    action: 'assignment.close-coordination',
    targets: matters('coordination', 'open'),
  },
  { act: 'draftReply', action: 'assignment.draft-reply', targets: shares(inHand) },
  {
    act: 'readReplyDraft',
    action: 'assignment.open-draft-reply',
    targets: shares((share) => inHand(share) && share.replyDrafted),
  },
  {
    act: 'nameConfidant',
    action: 'assignment.name-confidant',
    targets: shares((share, _id, file) => isWithUnit(share) && owesReply(share) && file.authorConfidential),
  },
  {
    act: 'issueReply',
    action: 'assignment.issue-reply',
    targets: shares((share, _id, file) => inHand(share) && share.replyDrafted && gatesOpen(share, file)),
  },
  {
    act: 'deliverReply',
    action: 'assignment.deliver-reply',
    targets: (file) => (inCourse(file) ? replies(file, ({ left }) => left > 0) : []),
  },
  {
    act: 'recordFaceToFace',
    action: 'assignment.deliver-reply',
    targets: (file) => (inCourse(file) ? replies(file, ({ left }) => left > 0) : []),
  },
  {
    act: 'answerFaceToFace',
    action: 'assignment.answer-face-to-face',
    targets: (file, { personId }) =>
      inCourse(file)
        ? replies(file, () => true).filter(({ id }) => waitsForSignature(file.replies[id], personId))
        : [],
  },
  {
    act: 'recordSituationChange',
    action: 'assignment.record-situation-change',
    targets: sharesToChange,
  },
  {
    act: 'supplementReply',
    action: 'assignment.supplement-reply',
    targets: (file) => (canBeSupplemented(file) ? replies(file, () => true) : []),
  },
];

/** What a reply says that has reached a deputy can have changed; one supplement answers for all until it is given. */
function sharesToChange(file: CaseFile): readonly Target[] {
  if (!canBeSupplemented(file)) return [];
  return replies(file, ({ delivered, share }) => delivered > 0 && share.supplementOwed !== true).map(
    ({ assignmentId = '' }) => ({ id: assignmentId, assignmentId }),
  );
}

function needsTaskForce(file: CaseFile): boolean {
  const wanted = file.isKey || file.handlingType === 'complex';
  return wanted && handlingShares(file).length > 0 && !file.taskForceFormed;
}

/** A closed coordination that names another unit moves the share without a return. */
function movedByCoordination(share: ShareFile, assignmentId: string, file: CaseFile): boolean {
  return Object.values(file.matters).some(
    (matter) =>
      matter.kind === 'coordination' &&
      matter.assignmentId === assignmentId &&
      matter.state === 'closed' &&
      matter.unitId !== share.unitId &&
      share.state !== 'replied',
  );
}

/** Once, in the first round, after a contact (T18). */
function mayAskExtension(share: ShareFile, assignmentId: string, file: CaseFile): boolean {
  const asked = Object.values(file.matters).some(
    (matter) => matter.kind === 'extension' && matter.assignmentId === assignmentId,
  );
  return share.round === 1 && share.contactsInRound > 0 && !asked;
}

/** The lead judges opinions that wait for it; each can go back once. */
function opinionsGiven(sentBack: '' | 'once'): Offer['targets'] {
  return (file) => {
    if (!inCourse(file)) return [];
    const lead = Object.entries(file.shares).find(([, share]) => owesReply(share))?.[0] ?? '';
    return Object.entries(file.matters)
      .filter(([, { kind, state }]) => kind === 'co-opinion' && state === 'given')
      .filter(([, { attempt }]) => sentBack === '' || attempt === 1)
      .map(([id]) => ({ id, assignmentId: lead }));
  };
}

/** Replies of the shares' present rounds, by how many deputies have them and still wait for them. */
function replies(
  file: CaseFile,
  when: (reply: { readonly left: number; readonly delivered: number; readonly share: ShareFile }) => boolean,
): readonly Target[] {
  if (handlingShares(file).length === 0) return [];
  return Object.entries(file.replies)
    .filter(([, { assignmentId, round, owed, deliveredTo }]) => {
      const share = file.shares[assignmentId];
      if (share?.state !== 'replied' || share.round !== round) return false;
      return when({ left: owed - deliveredTo.length, delivered: deliveredTo.length, share });
    })
    .map(([id, { assignmentId }]) => ({ id, assignmentId }));
}
