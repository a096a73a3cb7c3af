import type { LocalDate } from '@huiyin/kernel/local-date';

import type { Circumstances } from './clock-fact.ts';
import { dayRefusal, deliveries, issuedReply, recipientsOf } from './deliver-reply.ts';
import type { Decision } from './events.ts';
import type { FaceToFaceRecorded } from './reply-events.ts';
import { evolve } from './evolve.ts';
import { refuse, type AssignmentRejection } from './rejections.ts';
import type { ResultEvidence } from './result-class.ts';
import { owedKey, type SuggestionCase } from './suggestion-case.ts';

export interface RecordFaceToFace {
  readonly replyId: string;
  /** Empty: every deputy still owed the reply. */
  readonly deputyIds: readonly string[];
  /** The day of the talk. */
  readonly onDate: LocalDate;
  readonly place: string;
  readonly attendees: string;
  readonly content: string;
  /** Scan of the record on paper that all of these deputies signed; empty: each signs here. */
  readonly scan: ResultEvidence['attachments'];
  /** One for each deputy owed a reply. */
  readonly recordIds: readonly string[];
}

/**
 * 当面答复记录 (SD22: signed by the deputy). A unit's word alone delivers nothing: the reply has reached a deputy, on the
 * day of the talk, when the deputy signs or when the scan of the signed paper is there. The term for the evaluation
 * begins with the signature, because only then can the deputy evaluate.
 */
export function decideFaceToFaceRecord(
  suggestion: SuggestionCase,
  command: RecordFaceToFace,
  under: Circumstances,
): Decision | AssignmentRejection {
  const found = issuedReply(suggestion, command.replyId);
  if ('rejected' in found) return found;
  const { share, reply } = found;
  const { onDate, place, attendees, content } = command;
  const refusal = dayRefusal(reply, onDate, { field: 'onDate', under });
  if (refusal !== undefined) return refusal;
  const empty = Object.entries({ place, attendees, content }).find(([, words]) => words.trim() === '');
  if (empty !== undefined) {
    return refuse('invalid', 'face-to-face-incomplete', '请写明地点、参加人员和答复内容', {
      field: empty[0],
    });
  }
  const recipients = recipientsOf(suggestion, share, command.deputyIds);
  if ('rejected' in recipients) return recipients;
  const scan = command.scan.map((ref) => ({ ...ref, name: '' }));
  const recorded = recipients.map((deputy, index): FaceToFaceRecorded => {
    const recordId = command.recordIds[index];
    if (recordId === undefined) throw new Error('there are fewer ids than deputies owed a reply');
    const of = { suggestionId: suggestion.id, assignmentId: share.id, replyId: reply.id, round: share.round };
    const told = { unitId: share.unitId, recordId, deputy, onDate, place, attendees, content };
    return { type: 'face-to-face-recorded', payload: { ...of, ...told, scan, recordedOn: under.today } };
  });
  if (scan.length === 0) return recorded;
  const feedbackFrom = { startDate: under.today, startEvent: 'face_to_face_record' } as const;
  const reached = { deliveredOn: onDate, method: 'face-to-face', feedbackFrom } as const;
  const after = recorded.reduce<SuggestionCase>(evolve, suggestion);
  return [...recorded, ...deliveries(after, { share, recipients }, reached, under)];
}

export interface AnswerFaceToFace {
  readonly replyId: string;
  /** What the deputy read: a record made anew meanwhile is another one. */
  readonly recordId: string;
  readonly agrees: boolean;
  /** 代表意见 */
  readonly opinion: string;
  readonly deputyId: string;
}

/** The deputy signs the record, and has the reply; or says that it does not tell what happened, and has not. */
export function decideFaceToFaceAnswer(
  suggestion: SuggestionCase,
  command: AnswerFaceToFace,
  under: Circumstances,
): Decision | AssignmentRejection {
  const found = issuedReply(suggestion, command.replyId);
  if ('rejected' in found) return found;
  const { share, reply } = found;
  const { recordId, deputyId, opinion } = command;
  const record = reply.faceToFace?.find(({ id }) => id === recordId);
  const owed = record && suggestion.owed.find((each) => owedKey(each) === owedKey(record));
  if (record === undefined || owed === undefined || record.deputyId !== deputyId) {
    return refuse(
      'wrong-state',
      'face-to-face-not-waiting',
      '没有等您签署的这份当面答复记录，请看最新的一份',
    );
  }
  if (record.state === 'denied') {
    return refuse('wrong-state', 'face-to-face-denied', '您已表示记录与实际不符，请等承办单位重新记录');
  }
  const of = { suggestionId: suggestion.id, assignmentId: share.id, replyId: reply.id, round: share.round };
  const answer = { ...of, unitId: share.unitId, recordId, deputyId, opinion };
  if (!command.agrees) {
    return opinion.trim() === ''
      ? refuse('invalid', 'face-to-face-denial-unexplained', '请写明记录与实际不符的地方', {
          field: 'opinion',
        })
      : [{ type: 'face-to-face-denied', payload: { ...answer, deniedOn: under.today } }];
  }
  const feedbackFrom = { startDate: under.today, startEvent: 'face_to_face_signature' } as const;
  const reached = { deliveredOn: record.on, method: 'face-to-face', feedbackFrom } as const;
  return [
    { type: 'face-to-face-signed', payload: { ...answer, signedOn: under.today } },
    ...deliveries(suggestion, { share, recipients: [owed] }, reached, under),
  ];
}
