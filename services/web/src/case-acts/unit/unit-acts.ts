import type { CaseAct } from '../case-act.ts';
import { acceptCoOpinion } from './accept-co-opinion.tsx';
import { acknowledge } from './acknowledge.tsx';
import { amendPlan } from './amend-plan.tsx';
import { answerSupervisionLetter } from './answer-supervision-letter.tsx';
import { completeWorkPackage } from './complete-work-package.tsx';
import { confirmMeeting } from './confirm-meeting.tsx';
import { deliverReply } from './deliver-reply.tsx';
import { draftCoOpinion } from './draft-co-opinion.tsx';
import { draftReply } from './draft-reply.tsx';
import { filePlan } from './file-plan.tsx';
import { giveCoOpinion } from './give-co-opinion.tsx';
import { issueReply } from './issue-reply.tsx';
import { recordContact } from './record-contact.tsx';
import { recordFaceToFace } from './record-face-to-face.tsx';
import { recordMeeting } from './record-meeting.tsx';
import { recordSituationChange } from './record-situation-change.tsx';
import { reportDifficulty } from './report-difficulty.tsx';
import { reportProgress } from './report-progress.tsx';
import { requestCoordination } from './request-coordination.tsx';
import { requestExtension } from './request-extension.tsx';
import { requestReturn } from './request-return.tsx';
import { resolveDifficulty } from './resolve-difficulty.tsx';
import { scheduleMeeting } from './schedule-meeting.tsx';
import { sendBackCoOpinion } from './send-back-co-opinion.tsx';
import { submitRectification } from './submit-rectification.tsx';
import { supplementReply } from './supplement-reply.tsx';

/** What handling units do from the case page: first what the road waits for, then what may be needed on the way. */
export const UNIT_ACTS: readonly CaseAct[] = [
  acknowledge,
  answerSupervisionLetter,
  confirmMeeting,
  recordMeeting,
  filePlan,
  giveCoOpinion,
  draftCoOpinion,
  acceptCoOpinion,
  sendBackCoOpinion,
  issueReply,
  recordFaceToFace,
  deliverReply,
  submitRectification,
  draftReply,
  scheduleMeeting,
  completeWorkPackage,
  recordContact,
  reportProgress,
  amendPlan,
  supplementReply,
  recordSituationChange,
  requestExtension,
  requestReturn,
  reportDifficulty,
  resolveDifficulty,
  requestCoordination,
];
