import type { RuleKey } from '@huiyin/calendar/rule-pack';
import type { Term } from '@huiyin/calendar/term';
import type { LocalDate } from '@huiyin/kernel/local-date';

import type { Fact, OfReply, OfShare, OfUnit } from './event-fact.ts';
import type { ContactOutcome } from './face-to-face.ts';
import type { LeaderRank } from './five-ones.ts';
import type { KeyGrounds } from './key-grounds.ts';
import type {
  FaceToFaceRecorded,
  OfFaceToFace,
  ReplyDelivered,
  ReplyDraftFact,
  ReplyIssued,
  ReplySupplemented,
  SituationChanged,
} from './reply-events.ts';
import type { ResultClass } from './result-class.ts';
import type { DecidingOffice, ShareRole } from './share.ts';
import type { HandlingType, NewWorkPackage, OwedDeputy, TaskForceLeaderRank } from './suggestion-case.ts';

interface OfReturn extends OfUnit {
  returnRequestId: string;
}
interface OfOpinion extends OfUnit {
  opinionId: string;
}
interface OfExtension extends OfUnit {
  extensionId: string;
}
interface OfTaskForce {
  taskForceId: string;
}
export type SuggestionClassified = Fact<
  'suggestion-classified',
  {
    scope: number;
    difficulty: number;
    urgency: number;
    scopeReason: string;
    difficultyReason: string;
    urgencyReason: string;
    expectedUnits: number;
    handlingType: HandlingType;
    proposedType: HandlingType;
    overrideReason: string;
    keyProposed: boolean;
    classifiedOn: LocalDate;
  }
>;

export type RulesMoved = Fact<
  'rules-moved',
  {
    fromVersion: string;
    toVersion: string;
    movedOn: LocalDate;
    terms: readonly { kind: RuleKey; term: Term }[];
  }
>;

export type AssignmentSucceeded = Fact<
  'assignment-succeeded',
  OfUnit & {
    fromUnitId: string;
    decidingOffice: DecidingOffice;
    succeededOn: LocalDate;
    endedAssignmentId: string;
  }
>;

export type AssignmentMade = Fact<
  'assignment-made',
  OfUnit & {
    role: ShareRole;
    decidingOffice: DecidingOffice;
    assignedOn: LocalDate;
    clockStartOn: LocalDate;
    rulePackVersion: string;
    handlingType: HandlingType;
    isKey: boolean;
    owed: readonly OwedDeputy[];
    title: string;
    number: string;
    liaisonUntrained: boolean;
    onSiteRequired: boolean;
    replacesAssignmentId: string;
    authorConfidential: boolean;
    overseerIds: readonly string[];
    wishReason: string;
  }
>;

export type PlanFiled = Fact<
  'plan-filed',
  OfUnit & {
    planVersion: number;
    leaderName: string;
    leaderPost: string;
    leaderRank: LeaderRank;
    solution: string;
    milestones: readonly { text: string; dueOn: LocalDate }[];
    deadline: LocalDate | '';
    fiveOnesComplete: boolean;
    filedOn: LocalDate;
  }
>;

type CoOpinionGiven = Fact<
  'co-opinion-given',
  OfOpinion & {
    opinion: string;
    facts: string;
    commitments: readonly { text: string; dueOn: LocalDate }[];
    resultClass: ResultClass | '';
    attempt: number;
    givenOn: LocalDate;
    signedBy: string;
    textHash: string;
    leadUnitId: string;
  }
>;

export type AssignmentEvent =
  | SuggestionClassified
  | Fact<
      'suggestion-marked-key',
      KeyGrounds & { decisionNumber: string; decidedOn: LocalDate; unitIds: readonly string[] }
    >
  | RulesMoved
  | AssignmentMade
  | AssignmentSucceeded
  | Fact<'assignment-acknowledged', OfUnit & { receiptOn: LocalDate; deemed: boolean }>
  | Fact<'assignment-accepted', OfUnit & { acceptedOn: LocalDate }>
  | Fact<
      'assignment-return-requested',
      OfReturn & {
        grounds: string;
        legalBasis: string;
        proposedUnitId: string;
        signedBy: string;
        decidingOffice: DecidingOffice;
        requestedOn: LocalDate;
      }
    >
  | Fact<'assignment-returned', OfReturn & { decidingOffice: DecidingOffice; returnedOn: LocalDate }>
  | Fact<'assignment-return-refused', OfReturn>
  | Fact<'assignment-reassigned', OfUnit & { fromAssignmentId: string; fromUnitId: string }>
  | Fact<'plan-requested', OfShare & { requestedOn: LocalDate }>
  | PlanFiled
  | Fact<
      'task-force-formed',
      {
        taskForceId: string;
        convenerId: string;
        leaderName: string;
        leaderRank: TaskForceLeaderRank;
        unitIds: readonly string[];
        formedOn: LocalDate;
        workPackages: readonly NewWorkPackage[];
      }
    >
  | Fact<'work-package-added', OfTaskForce & { workPackage: NewWorkPackage; addedOn: LocalDate }>
  | Fact<'work-package-amended', OfTaskForce & { workPackage: NewWorkPackage; amendedOn: LocalDate }>
  | Fact<
      'work-package-completed',
      OfTaskForce & {
        packageId: string;
        unitId: string;
        summary: string;
        completedOn: LocalDate;
        completedBy: string;
      }
    >
  | Fact<'task-force-met', OfTaskForce & { meetingId: string; heldOn: LocalDate }>
  | Fact<'task-force-dissolved', { taskForceId: string }>
  | Fact<
      'contact-recorded',
      OfShare & {
        contactId: string;
        form: string;
        onDate: LocalDate;
        round: number;
        summary: string;
        outcome: ContactOutcome;
      }
    >
  | Fact<'co-opinion-drafted', OfUnit & { draftedBy: string; draftedOn: LocalDate }>
  | CoOpinionGiven
  | Fact<'co-opinion-sent-back', OfOpinion>
  | Fact<'co-opinion-accepted', OfOpinion>
  | Fact<'extension-requested', OfExtension & { grounds: string }>
  | Fact<'extension-granted', OfExtension>
  | Fact<'extension-refused', OfExtension>
  | Fact<
      'difficulty-reported',
      OfUnit & { severity: 'yellow' | 'red'; description: string; resolved: boolean }
    >
  | ReplyDraftFact<'reply-drafted'>
  | ReplyDraftFact<'reply-draft-files-changed'>
  | Fact<'reply-draft-read', OfReply & { textHash: string; readerId: string; readOn: LocalDate }>
  | Fact<'confidant-named', OfUnit & { personId: string; replacesPersonId: string; namedOn: LocalDate }>
  | ReplyIssued
  | ReplyDelivered
  | FaceToFaceRecorded
  | Fact<'face-to-face-signed', OfFaceToFace & { deputyId: string; opinion: string; signedOn: LocalDate }>
  | Fact<'face-to-face-denied', OfFaceToFace & { deputyId: string; opinion: string; deniedOn: LocalDate }>
  | Fact<'feedback-asked', OfReply & { deputy: OwedDeputy; askedOn: LocalDate; rulePackVersion: string }>
  | SituationChanged
  | Fact<'situation-change-superseded', OfShare & { situationChangeId: string }>
  | ReplySupplemented
  | Fact<
      'coordination-requested',
      OfShare & {
        coordinationId: string;
        requestedByUnitId: string;
        decidingOffice: DecidingOffice;
        grounds: string;
      }
    >
  | Fact<'coordination-meeting-held', { coordinationId: string; meetingId: string; heldOn: LocalDate }>
  | Fact<'coordination-closed', { coordinationId: string; decision: string; responsibleUnitId: string }>
  | Fact<'case-ended', { cause: 'withdrawn' | 'merged'; endedOn: LocalDate; unitIds: readonly string[] }>
  | Fact<'handling-closed', { closedOn: LocalDate }>
  | Fact<'withdrawal-refused', { grounds: string }>;

/** What an accepted command decided, in order. */
export type Decision = readonly AssignmentEvent[];
