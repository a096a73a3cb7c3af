import type { AttachmentPart } from './attachment.ts';

/** A case file 案卷: what all services together have said about one suggestion. Days are YYYY-MM-DD, '' when not yet. */
export interface CaseFile {
  readonly caseId: string;
  number: string;
  displayNumber: string;
  title: string;
  category: string;
  /** in-session | between-sessions */
  period: string;
  facts: string;
  demands: readonly string[];
  /** Absent, like the three that follow, in a file saved by an earlier release; '' where the submission did not say. */
  wishedContact?: string;
  researchSource?: string;
  /** 涉及区域 */
  affectedArea?: string;
  /** 历年编号 */
  earlierNumbers?: readonly string[];
  attachments: NamedFile[];
  textHash: string;
  leadDeputyId: string;
  cosignerIds: readonly string[];
  /** Asked to sign the present draft, whatever they answered. */
  invitedIds: readonly string[];
  mergedDeputyIds: string[];
  /** 领衔代表 of each merged child; absent in a file saved by an earlier release. */
  mergedLeadIds?: Record<string, string>;
  authorConfidential: boolean;
  /** Committees that oversee the category 对口督办, by unit id. */
  overseerIds: readonly string[];
  submittedOn: string;
  registeredOn: string;
  drafting: 'draft' | 'cosigning' | 'pre-review' | '';
  /** Absent in a file saved by an earlier release. */
  preReviewAsked?: boolean;
  /** A motion 议案 of which the presidium has not decided; absent in a file saved by an earlier release. */
  awaitsConversion?: boolean;
  /** The day on which the presidium made a motion a suggestion. */
  convertedOn: string;
  /** The deputy knows that the suggestion was not admitted. */
  declineNoticeConfirmed: boolean;
  withdrawalSignedBy: string[];
  ended: '' | 'returned-to-deputy' | 'withdrawn' | 'not-admitted' | 'merged';
  parentCaseId: string;
  mergedCaseIds: string[];
  classified: boolean;
  handlingType: string;
  isKey: boolean;
  taskForceFormed: boolean;
  /** 专班 while it exists; absent in a file saved by an earlier release. */
  taskForce?: TaskForceFile;
  shares: Record<string, ShareFile>;
  clocks: Record<string, ClockFile>;
  matters: Record<string, MatterFile>;
  meetings: Record<string, MeetingFile>;
  replies: Record<string, ReplyFile>;
  evaluations: Record<string, EvaluationFile>;
  promises: Record<string, PromiseFile>;
  rectifications: Record<string, RectificationFile>;
  /** By reply. */
  lookBacks: Record<string, LookBackFile>;
  allDelivered: boolean;
  rehandlingRound: number;
  /** Where the second and third 不满意 have taken the case: the first of its shares that is there. */
  escalation: Escalation;
  followUp: boolean;
  closedOn: string;
  closedOutcome: string;
  sealedOn: string;
  colour: 'green' | 'yellow' | 'red' | 'none';
  /** Instant of the last fact in business time, RFC 3339. */
  lastAt: string;
  /** Since when the present act has waited for the present party, RFC 3339. */
  turnSince: string;
}

/** A file that a part of the case names. What a submission or a reply has named stays named. */
export interface NamedFile {
  attachmentId: string;
  part: AttachmentPart;
  /** Named by a draft only: the next edit may drop it. */
  draft: boolean;
  /** The share whose reply or meeting names it; empty for the case as a whole. */
  assignmentId: string;
}

/** One unit's share. */
export interface ShareFile {
  unitId: string;
  role: string;
  decidingOffice: string;
  state: 'pending' | 'acknowledged' | 'return-requested' | 'returned' | 'in-handling' | 'replied';
  assignedOn: string;
  dualConfirmedOn: string;
  onSiteRequired: boolean;
  onSiteOn: string;
  planVersion: number;
  planOn: string;
  fiveOnesComplete: boolean;
  liaisonUntrained: boolean;
  opinionGiven: boolean;
  round: number;
  contactsInRound: number;
  /** 当面沟通 of the round, done or tried in vain; absent on a share kept before it was noted. */
  faceToFaceTried?: boolean;
  difficultyOpen: boolean;
  /** 知情人, as a person of that unit. */
  confidant?: { personId: string; unitId: string };
  /** Absent while there is none, and in a file saved by an earlier release. */
  escalation?: Escalation;
  /** It was decided, and explained, that the 不满意 of this round goes no further. */
  leftUnsatisfied?: boolean;
  /** A draft of the present round's reply exists. */
  replyDrafted: boolean;
  /** 情况变化: the unit owes a supplementary reply. Absent in a file saved by an earlier release. */
  supplementOwed?: boolean;
}

/** 专题研究, 主任会议, and what follows its referral. */
type Escalation = '' | 'joint-study' | 'council' | 'referred';

/** 专班 with the unit of each work package that is not done yet. */
interface TaskForceFile {
  id: string;
  openPackages: Record<string, string>;
}

export type MatterKind =
  'return-request' | 'co-opinion' | 'extension' | 'coordination' | 'supervision-letter' | 'talk';

/** What waits, or waited, for somebody's answer beside the shares. */
export interface MatterFile {
  kind: MatterKind;
  assignmentId: string;
  /** The unit it concerns; of a closed coordination the one it named. */
  unitId: string;
  state: 'open' | 'closed' | 'given' | 'accepted' | 'sent-back' | 'called' | 'held' | 'checked';
  attempt: number;
}

export interface ClockFile {
  kind: string;
  subject: string;
  round: number;
  startDate: string;
  dueDate: string;
  provisional: boolean;
  state: 'open' | 'met' | 'missed' | 'cancelled';
  colour: 'green' | 'yellow' | 'red';
  owner: string;
  unitId: string;
  personId: string;
  endedOn: string;
  /** Who asked for another colour by hand and waits for a second person; '' when nobody. */
  overrideAskedBy: string;
}

export interface MeetingFile {
  kind: string;
  assignmentId: string;
  state: 'scheduled' | 'held' | 'confirmed' | 'cancelled';
  onDate: string;
  confirmedSides: string[];
  /** Look-back only. */
  replyId: string;
  participantIds: readonly string[];
  checkedInIds: string[];
  presentIds: readonly string[];
}

interface LookBackFile {
  state: 'required' | 'waived' | 'met' | 'unmet';
  /** Day of the verdict. */
  onDate: string;
}

export interface ReplyFile {
  assignmentId: string;
  round: number;
  resultClass: string;
  letterNumber: string;
  issuedOn: string;
  opening: string;
  sections: readonly { demand: string; answer: string }[];
  deliveredTo: string[];
  owed: number;
  /** 当面答复记录 by id; absent in a file saved by an earlier release. */
  faceToFace?: Record<string, FaceToFaceFile>;
}

/** 当面答复记录 of one deputy. */
export interface FaceToFaceFile {
  deputyId: string;
  /** The case itself or a merged child. */
  suggestionId: string;
  onDate: string;
  place: string;
  attendees: string;
  content: string;
  state: 'waiting' | 'signed' | 'scanned' | 'denied';
  /** 代表意见 */
  opinion: string;
  answeredOn: string;
}

interface EvaluationFile {
  assignmentId: string;
  /** The case itself or a merged child. */
  signedSuggestionId: string;
  round: number;
  attitude: string;
  result: string;
  reasons: string;
  evaluatedOn: string;
  lapsed: boolean;
}

interface PromiseFile {
  text: string;
  dueOn: string;
  unitId: string;
  state: 'open' | 'kept' | 'broken';
}

export interface RectificationFile {
  unitId: string;
  state: 'open' | 'submitted' | 'accepted';
}

export function emptyFile(caseId: string): CaseFile {
  return {
    caseId,
    number: '',
    displayNumber: '',
    title: '',
    category: '',
    period: '',
    facts: '',
    demands: [],
    attachments: [],
    textHash: '',
    leadDeputyId: '',
    cosignerIds: [],
    invitedIds: [],
    mergedDeputyIds: [],
    authorConfidential: false,
    overseerIds: [],
    submittedOn: '',
    registeredOn: '',
    drafting: 'draft',
    convertedOn: '',
    declineNoticeConfirmed: false,
    withdrawalSignedBy: [],
    ended: '',
    parentCaseId: '',
    mergedCaseIds: [],
    classified: false,
    handlingType: '',
    isKey: false,
    taskForceFormed: false,
    shares: {},
    clocks: {},
    matters: {},
    meetings: {},
    replies: {},
    evaluations: {},
    promises: {},
    rectifications: {},
    lookBacks: {},
    allDelivered: false,
    rehandlingRound: 0,
    escalation: '',
    followUp: false,
    closedOn: '',
    closedOutcome: '',
    sealedOn: '',
    colour: 'none',
    lastAt: '',
    turnSince: '',
  };
}
