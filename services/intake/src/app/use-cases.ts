import type { adviseOnText } from './advise-on-text.ts';
import type { answerPreReview } from './answer-pre-review.ts';
import type { completeWithdrawal } from './complete-withdrawal.ts';
import type { confirmCosignature } from './confirm-cosignature.ts';
import type { confirmDeclineNotice } from './confirm-decline-notice.ts';
import type { convertMotion } from './convert-motion.ts';
import type { declineSuggestion } from './decline-suggestion.ts';
import type { draftSuggestion } from './draft-suggestion.ts';
import type { editDraft } from './edit-draft.ts';
import type { getSuggestion } from './get-suggestion.ts';
import type { inviteCosigners } from './invite-cosigners.ts';
import type { listMySuggestions } from './list-my-suggestions.ts';
import type { listPaperForms } from './list-paper-forms.ts';
import type { listPreReviews } from './list-pre-reviews.ts';
import type { listRegistrationQueue } from './list-registration-queue.ts';
import type { mergeSuggestion } from './merge-suggestion.ts';
import type {
  noteClosedCase,
  noteConfidantNamed,
  noteMovedRules,
  noteShareHandedBack,
  noteUnitSucceeded,
} from './note-changed-case.ts';
import type { noteHandlingProgress } from './note-handling-progress.ts';
import type { noteRefusedWithdrawal } from './note-refused-withdrawal.ts';
import type { reactToEndedMandate } from './react-to-ended-mandate.ts';
import type { registerSuggestion } from './register-suggestion.ts';
import type { removeCosigner } from './remove-cosigner.ts';
import type { requestPreReview } from './request-pre-review.ts';
import type { returnForCorrection } from './return-for-correction.ts';
import type { submitSuggestion } from './submit-suggestion.ts';
import type { takeInPapers } from './take-in-papers.ts';
import type { takeLead } from './take-lead.ts';
import type { withdrawSuggestion } from './withdraw-suggestion.ts';

/** What intake can be asked and told; the composition root builds each over the ports. */
export interface IntakeUseCases {
  readonly draftSuggestion: ReturnType<typeof draftSuggestion>;
  readonly editDraft: ReturnType<typeof editDraft>;
  readonly inviteCosigners: ReturnType<typeof inviteCosigners>;
  readonly removeCosigner: ReturnType<typeof removeCosigner>;
  readonly confirmCosignature: ReturnType<typeof confirmCosignature>;
  readonly requestPreReview: ReturnType<typeof requestPreReview>;
  readonly answerPreReview: ReturnType<typeof answerPreReview>;
  readonly submitSuggestion: ReturnType<typeof submitSuggestion>;
  readonly takeInPapers: ReturnType<typeof takeInPapers>;
  readonly registerSuggestion: ReturnType<typeof registerSuggestion>;
  readonly returnForCorrection: ReturnType<typeof returnForCorrection>;
  readonly declineSuggestion: ReturnType<typeof declineSuggestion>;
  readonly confirmDeclineNotice: ReturnType<typeof confirmDeclineNotice>;
  readonly mergeSuggestion: ReturnType<typeof mergeSuggestion>;
  readonly withdrawSuggestion: ReturnType<typeof withdrawSuggestion>;
  readonly takeLead: ReturnType<typeof takeLead>;
  readonly convertMotion: ReturnType<typeof convertMotion>;
  readonly getSuggestion: ReturnType<typeof getSuggestion>;
  readonly listMySuggestions: ReturnType<typeof listMySuggestions>;
  readonly listRegistrationQueue: ReturnType<typeof listRegistrationQueue>;
  readonly listPaperForms: ReturnType<typeof listPaperForms>;
  readonly listPreReviews: ReturnType<typeof listPreReviews>;
  readonly adviseOnText: ReturnType<typeof adviseOnText>;
}

/** What intake does about other services' facts. */
export interface IntakeReactions {
  readonly noteHandlingProgress: ReturnType<typeof noteHandlingProgress>;
  readonly noteUnitSucceeded: ReturnType<typeof noteUnitSucceeded>;
  readonly noteShareHandedBack: ReturnType<typeof noteShareHandedBack>;
  readonly noteConfidantNamed: ReturnType<typeof noteConfidantNamed>;
  readonly noteClosedCase: ReturnType<typeof noteClosedCase>;
  readonly noteMovedRules: ReturnType<typeof noteMovedRules>;
  readonly completeWithdrawal: ReturnType<typeof completeWithdrawal>;
  readonly noteRefusedWithdrawal: ReturnType<typeof noteRefusedWithdrawal>;
  readonly reactToEndedMandate: ReturnType<typeof reactToEndedMandate>;
}
