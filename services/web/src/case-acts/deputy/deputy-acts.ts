import type { CaseAct } from '../case-act.ts';
import { acceptRectification } from './accept-rectification.tsx';
import { answerFaceToFace } from './answer-face-to-face.tsx';
import { checkIn } from './check-in.tsx';
import { confirmDeclineNotice } from './confirm-decline-notice.tsx';
import { confirmMeeting } from './confirm-meeting.tsx';
import { continueDraft } from './continue-draft.tsx';
import { declineMeeting } from './decline-meeting.tsx';
import { evaluate } from './evaluate.tsx';
import { giveOpinion } from './give-opinion.tsx';
import { judgeLookBack } from './judge-look-back.tsx';
import { rejectRectification } from './reject-rectification.tsx';
import { removeCosigner } from './remove-cosigner.tsx';
import { takeLead } from './take-lead.tsx';
import { withdraw } from './withdraw.tsx';

/** What a deputy does on the case page; withdrawing comes last, because it is rarely what was meant. */
export const DEPUTY_ACTS: readonly CaseAct[] = [
  continueDraft,
  confirmDeclineNotice,
  confirmMeeting,
  answerFaceToFace,
  evaluate,
  giveOpinion,
  judgeLookBack,
  acceptRectification,
  rejectRectification,
  checkIn,
  declineMeeting,
  takeLead,
  removeCosigner,
  withdraw,
];
