import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import type { Compose, ServiceKit } from '@huiyin/chassis/service';
import { adviseOnText } from './app/advise-on-text.ts';
import { answerPreReview } from './app/answer-pre-review.ts';
import { completeWithdrawal } from './app/complete-withdrawal.ts';
import { confirmCosignature } from './app/confirm-cosignature.ts';
import { confirmDeclineNotice } from './app/confirm-decline-notice.ts';
import { convertMotion } from './app/convert-motion.ts';
import { declineSuggestion } from './app/decline-suggestion.ts';
import { draftSuggestion } from './app/draft-suggestion.ts';
import { editDraft } from './app/edit-draft.ts';
import { getSuggestion } from './app/get-suggestion.ts';
import { inviteCosigners } from './app/invite-cosigners.ts';
import { listMySuggestions } from './app/list-my-suggestions.ts';
import { listPaperForms } from './app/list-paper-forms.ts';
import { listPreReviews } from './app/list-pre-reviews.ts';
import { listRegistrationQueue } from './app/list-registration-queue.ts';
import { mergeSuggestion } from './app/merge-suggestion.ts';
import {
  noteClosedCase,
  noteConfidantNamed,
  noteMovedRules,
  noteShareHandedBack,
  noteUnitSucceeded,
} from './app/note-changed-case.ts';
import { noteHandlingProgress } from './app/note-handling-progress.ts';
import { noteRefusedWithdrawal } from './app/note-refused-withdrawal.ts';
import type { IntakePorts } from './app/ports.ts';
import { reactToEndedMandate } from './app/react-to-ended-mandate.ts';
import { registerSuggestion } from './app/register-suggestion.ts';
import { removeCosigner } from './app/remove-cosigner.ts';
import { requestPreReview } from './app/request-pre-review.ts';
import { returnForCorrection } from './app/return-for-correction.ts';
import { submitSuggestion } from './app/submit-suggestion.ts';
import { takeInPapers } from './app/take-in-papers.ts';
import { takeLead } from './app/take-lead.ts';
import type { IntakeReactions, IntakeUseCases } from './app/use-cases.ts';
import { withdrawSuggestion } from './app/withdraw-suggestion.ts';
import { numberCounters } from './storage/number-counters.ts';
import { paperForms } from './storage/paper-forms.ts';
import { submittedTexts } from './storage/submitted-texts.ts';
import { suggestions } from './storage/suggestions.ts';
import { askArchive } from './transport/ask-archive.ts';
import { intakeConsumers } from './transport/consume.ts';
import { intakeGrpc } from './transport/grpc.ts';
import { publish } from './transport/publish.ts';

/** What intake can be asked and told. */
export function intakeUseCases(ports: IntakePorts): IntakeUseCases {
  return {
    draftSuggestion: draftSuggestion(ports),
    editDraft: editDraft(ports),
    inviteCosigners: inviteCosigners(ports),
    removeCosigner: removeCosigner(ports),
    confirmCosignature: confirmCosignature(ports),
    requestPreReview: requestPreReview(ports),
    answerPreReview: answerPreReview(ports),
    submitSuggestion: submitSuggestion(ports),
    takeInPapers: takeInPapers(ports),
    registerSuggestion: registerSuggestion(ports),
    returnForCorrection: returnForCorrection(ports),
    declineSuggestion: declineSuggestion(ports),
    confirmDeclineNotice: confirmDeclineNotice(ports),
    mergeSuggestion: mergeSuggestion(ports),
    withdrawSuggestion: withdrawSuggestion(ports),
    takeLead: takeLead(ports),
    convertMotion: convertMotion(ports),
    getSuggestion: getSuggestion(ports),
    listMySuggestions: listMySuggestions(ports),
    listRegistrationQueue: listRegistrationQueue(ports),
    listPaperForms: listPaperForms(ports),
    listPreReviews: listPreReviews(ports),
    adviseOnText: adviseOnText(),
  };
}

/** What intake does about others' facts. */
export function intakeReactions(ports: IntakePorts): IntakeReactions {
  return {
    noteHandlingProgress: noteHandlingProgress(ports),
    noteUnitSucceeded: noteUnitSucceeded(ports),
    noteShareHandedBack: noteShareHandedBack(ports),
    noteConfidantNamed: noteConfidantNamed(ports),
    noteClosedCase: noteClosedCase(ports),
    noteMovedRules: noteMovedRules(ports),
    completeWithdrawal: completeWithdrawal(ports),
    noteRefusedWithdrawal: noteRefusedWithdrawal(ports),
    reactToEndedMandate: reactToEndedMandate(ports),
  };
}

/** Postgres behind every port of storage. */
export const intakeStores = {
  suggestions,
  texts: submittedTexts,
  numbers: numberCounters,
  papers: paperForms,
};

/** Wires storage and transport around the use cases. */
export const composeIntake: Compose = ({ uow, reference, peer }: ServiceKit) => {
  const checkFiles = askArchive(() => peer('archive', ArchiveServiceService));
  const ports = { ...intakeStores, uow, reference, publish, checkFiles };
  return {
    grpc: [intakeGrpc(intakeUseCases(ports))],
    reactions: intakeConsumers(intakeReactions(ports)),
  };
};
