import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Every reason for which meeting refuses a command. Stable: clients and tests name them. */
export type MeetingRejectionCode =
  | 'meeting-unknown'
  | 'case-unknown'
  | 'share-unknown'
  | 'not-permitted'
  | 'fact-not-yet-known'
  | 'share-missing'
  | 'place-missing'
  | 'too-many-participants'
  | 'starts-in-past'
  | 'reason-missing'
  | 'case-not-open'
  | 'share-left'
  | 'share-does-not-reply'
  | 'share-not-signed'
  | 'dual-confirmation-done'
  | 'dual-confirmation-first'
  | 'plan-first'
  | 'look-back-not-required'
  | 'look-back-too-early'
  | 'meeting-not-scheduled'
  | 'meeting-not-held'
  | 'meeting-ended'
  | 'not-invited'
  | 'already-declined'
  | 'already-checked-in'
  | 'check-in-too-early'
  | 'held-in-future'
  | 'held-before-assignment'
  | 'nobody-present'
  | 'deputy-absent'
  | 'consultation-incomplete'
  | 'findings-missing'
  | 'decision-incomplete'
  | 'confirmation-not-needed'
  | 'record-changed'
  | 'already-confirmed'
  | 'too-few-invitations'
  | 'silence-not-over'
  | 'deputy-has-responded'
  | 'on-site-not-required'
  | 'on-site-already-held'
  | 'not-a-look-back'
  | 'gaps-missing'
  | 'gaps-not-allowed'
  | 'deputy-judges';

export type MeetingRejection = Rejection<MeetingRejectionCode>;

export function invalid(code: MeetingRejectionCode, message: string, field: string): MeetingRejection {
  return reject('invalid', code, message, { field });
}

export function wrongState(code: MeetingRejectionCode, message: string): MeetingRejection {
  return reject('wrong-state', code, message);
}

/** The same answer for what does not exist and for what the asker may not know of. */
export function meetingUnknown(): MeetingRejection {
  return reject('not-found', 'meeting-unknown', '没有找到该会议');
}

export function caseUnknown(): MeetingRejection {
  return reject('not-found', 'case-unknown', '没有找到该建议');
}

/** A fact of another service that has not arrived; the chassis asks its owner once and runs the command again. */
export function notYetKnown(
  owner: 'assignment' | 'directory',
  stream: string,
  message: string,
): MeetingRejection {
  return reject('not-yet-known', 'fact-not-yet-known', message, { detail: { owner, stream } });
}
