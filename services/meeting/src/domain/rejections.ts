import type { AttachmentCode } from '@huiyin/kernel/checked-file';
import { reject, type Rejection } from '@huiyin/kernel/rejection';

const ATTACHMENT_MESSAGES = {
  'attachment-unknown': '没有找到这个附件，请由本人或本单位重新上传',
  'attachment-hash-differs': '附件的内容与提交时的校验值不符，请重新上传',
  'attachment-not-clean': '附件还没有通过检查，请稍后再试',
  'attachment-expired': '附件上传后太久没有使用，请重新上传',
} as const satisfies Record<AttachmentCode, string>;

/** Every reason for which meeting refuses a command. Stable: clients and tests name them. */
export type MeetingRejectionCode =
  | 'meeting-unknown'
  | 'case-unknown'
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
  | 'dual-confirmation-done'
  | 'dual-confirmation-first'
  | 'look-back-not-required'
  | 'look-back-too-early'
  | 'meeting-not-scheduled'
  | 'meeting-not-held'
  | 'meeting-ended'
  | 'not-invited'
  | 'already-declined'
  | 'already-checked-in'
  | 'check-in-too-early'
  | 'check-in-over'
  | 'check-in-code-wrong'
  | 'check-in-code-expired'
  | 'held-in-future'
  | 'held-before-assignment'
  | 'nobody-present'
  | 'deputy-absent'
  | 'consultation-incomplete'
  | 'findings-missing'
  | 'decision-incomplete'
  | 'decision-day-missing'
  | 'decision-before-meeting'
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
  | 'deputy-judges'
  | 'malformed-field'
  | 'feed-unknown'
  | 'feed-secret-taken'
  | AttachmentCode;

export type MeetingRejection = Rejection<MeetingRejectionCode>;

export function invalid(code: MeetingRejectionCode, message: string, field: string): MeetingRejection {
  return reject('invalid', code, message, { field });
}

export function wrongState(code: MeetingRejectionCode, message: string): MeetingRejection {
  return reject('wrong-state', code, message);
}

/** A file that a record may not name. */
export function attachmentRefused(code: AttachmentCode, attachmentId: string): MeetingRejection {
  return reject('invalid', code, ATTACHMENT_MESSAGES[code], { field: 'files', detail: { attachmentId } });
}

/** The same answer for an address that never was, was renewed, or whose owner left. */
export function feedUnknown(): MeetingRejection {
  return reject('not-found', 'feed-unknown', '日历地址无效或已更换，请重新订阅');
}

export function secretTaken(): MeetingRejection {
  return invalid('feed-secret-taken', '请另行生成一个地址', 'secretHash');
}

export function onlyForServices(): MeetingRejection {
  return reject('forbidden', 'not-permitted', '此问题由系统内部提出');
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
