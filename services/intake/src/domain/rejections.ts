import type { AttachmentCode } from '@huiyin/kernel/checked-file';
import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Every reason for which intake refuses a command. Stable: clients and tests name them. */
type IntakeRejectionCode =
  | 'suggestion-unknown'
  | 'not-permitted'
  | 'wrong-status'
  | 'malformed-field'
  | AttachmentCode
  | 'fact-not-yet-known'
  | 'text-too-long'
  | 'text-incomplete'
  | 'unit-inactive'
  | 'not-a-deputy'
  | 'clerk-without-delegation'
  | 'deputy-of-other-delegation'
  | 'deputy-not-in-office'
  | 'cosigners-too-many'
  | 'cosigner-is-lead'
  | 'cosigner-not-invited'
  | 'cosigner-already-confirmed'
  | 'text-changed-since-read'
  | 'cosignatures-missing'
  | 'motion-cosigners-missing'
  | 'motion-not-converted'
  | 'not-a-motion'
  | 'motion-already-converted'
  | 'category-unknown'
  | 'several-matters'
  | 'matters-too-few'
  | 'explanation-missing'
  | 'reason-missing'
  | 'decision-missing'
  | 'date-in-the-future'
  | 'heard-before-submission'
  | 'notice-already-confirmed'
  | 'handling-begun'
  | 'already-replied'
  | 'merge-with-itself'
  | 'merge-competence-missing'
  | 'merge-nothing-alike'
  | 'merge-parent-not-registered'
  | 'merge-parent-replied'
  | 'merge-has-children'
  | 'has-merged-children'
  | 'withdrawal-already-signed'
  | 'withdrawal-pending'
  | 'withdrawal-too-late'
  | 'not-a-cosigner'
  | 'lead-in-office'
  | 'paper-form-taken'
  | 'too-many-forms';

export type IntakeRejection = Rejection<IntakeRejectionCode>;

/** A field that is not what its name says. */
export function malformed(field: string): IntakeRejection {
  return reject('invalid', 'malformed-field', '内容格式不正确', { field });
}

const ATTACHMENT_MESSAGES = {
  'attachment-unknown': '没有找到这个附件，请由本件建议的代表先上传',
  'attachment-hash-differs': '附件内容与上传的不一致，请重新上传',
  'attachment-not-clean': '附件还没有通过查毒，请稍后再试或更换',
  'attachment-expired': '附件上传已久未被引用，请重新上传',
} as const satisfies Record<AttachmentCode, string>;

/** A file that the text may not name. */
export function attachmentRefused(code: AttachmentCode, attachmentId: string): IntakeRejection {
  return reject('invalid', code, ATTACHMENT_MESSAGES[code], {
    field: 'attachments',
    detail: { attachmentId },
  });
}

/** There is no such suggestion here, or this person may not know of it. */
export const suggestionUnknown: IntakeRejection = reject(
  'not-found',
  'suggestion-unknown',
  '没有找到这件建议',
);

/** A form number is one form: whatever else stands under it is another paper. */
export const paperFormTaken: IntakeRejection = reject(
  'wrong-state',
  'paper-form-taken',
  '这个纸质件编号已录入过，内容或者提出的代表不同，请核对编号',
  { field: 'formNumber' },
);

export function tooManyForms(most: number): IntakeRejection {
  return reject('invalid', 'too-many-forms', `一次最多录入${most}份`, { field: 'forms' });
}

/** The command came at the wrong moment; `what` says in Chinese what is possible only elsewhere. */
export function wrongStatus(status: string, what: string): IntakeRejection {
  return reject('wrong-state', 'wrong-status', what, { detail: { status } });
}

/** 主案: others' suggestions are handled with it and would be left without handling. */
export const hasMergedChildren: IntakeRejection = reject(
  'wrong-state',
  'has-merged-children',
  '已有建议并入本案，不能单独撤回或不予受理，请联系代表工委',
);

/** A fact of another service has not arrived; the chassis asks `owner` for `stream` and the use case decides again. */
export function notYetKnown(owner: string, stream: string): IntakeRejection {
  return reject('not-yet-known', 'fact-not-yet-known', '相关信息正在同步，请稍后再试', {
    detail: { owner, stream },
  });
}
