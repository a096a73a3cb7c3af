import type { LocalDate } from '@huiyin/kernel/local-date';

import type { Fact, OfReply } from './event-fact.ts';
import type { ResultClass, ResultEvidence } from './result-class.ts';
import type { OwedDeputy } from './suggestion-case.ts';

/** `attachments`: all that the draft names, without names. */
export type ReplyDraftFact<Type extends string> = Fact<
  Type,
  OfReply & { attachments: ResultEvidence['attachments'] }
>;

export type ReplyIssued = Fact<
  'reply-issued',
  OfReply & {
    unitId: string;
    resultClass: ResultClass;
    letterNumber: string;
    opening: string;
    sections: readonly { demand: string; answer: string }[];
    promises: readonly { promiseId: string; text: string; dueOn: LocalDate }[];
    evidence: ResultEvidence;
    coOpinions: readonly {
      opinionId: string;
      unitId: string;
      statement: string;
      signedBy: string;
      signedOn: LocalDate;
    }[];
    missingCoOpinions: readonly { unitId: string; reason: string }[];
    disclosure: string;
    issuedOn: LocalDate;
    signedBy: string;
    textHash: string;
    isKey: boolean;
    owed: readonly OwedDeputy[];
  }
>;

export type ReplySupplemented = Fact<
  'reply-supplemented',
  OfReply & {
    unitId: string;
    resultClass: ResultClass;
    why: string;
    text: string;
    evidence: ResultEvidence;
    promises: readonly { promiseId: string; text: string; dueOn: LocalDate }[];
    supplementedOn: LocalDate;
  }
>;

export type SituationChanged = Fact<
  'situation-changed',
  OfReply & {
    unitId: string;
    situationChangeId: string;
    cause: 'reported' | 'promise-kept' | 'promise-broken';
    what: string;
    changedOn: LocalDate;
  }
>;

export interface OfFaceToFace extends OfReply {
  unitId: string;
  recordId: string;
}

export type FaceToFaceRecorded = Fact<
  'face-to-face-recorded',
  OfFaceToFace & {
    deputy: OwedDeputy;
    onDate: LocalDate;
    place: string;
    attendees: string;
    content: string;
    /** Without names. */
    scan: ResultEvidence['attachments'];
    recordedOn: LocalDate;
  }
>;

export type ReplyDelivered = Fact<
  'reply-delivered',
  OfReply & {
    deputy: OwedDeputy;
    deliveredOn: LocalDate;
    method: string;
    allDelivered: boolean;
    rulePackVersion: string;
  }
>;
