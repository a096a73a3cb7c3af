import { reject, type Rejection } from '@huiyin/kernel/rejection';

/** Every reason for which evaluation refuses a command. Stable: clients and tests name them. */
export type EvaluationRejectionCode =
  | 'case-unknown'
  | 'promise-unknown'
  | 'rectification-unknown'
  | 'not-permitted'
  | 'fact-not-yet-known'
  | 'not-lead-deputy'
  | 'not-cosigner'
  | 'evaluation-submitted'
  | 'evaluation-lapsed'
  | 'evaluation-void'
  | 'reasons-missing'
  | 'text-too-long'
  | 'reason-missing'
  | 'case-ended'
  | 'rehandling-not-due'
  | 'joint-study-first'
  | 'council-decides'
  | 'escalation-not-pending'
  | 'decision-number-missing'
  | 'explanation-missing'
  | 'progress-missing'
  | 'finding-missing'
  | 'promise-ended'
  | 'report-missing'
  | 'rectification-not-ordered'
  | 'rectification-not-submitted'
  | 'deputy-still-judges'
  | 'ballot-unknown'
  | 'ballot-wrong-state'
  | 'subject-unknown'
  | 'subject-missing'
  | 'title-missing'
  | 'voters-missing'
  | 'voter-unknown'
  | 'too-many-voters'
  | 'members-too-few'
  | 'revote-not-due'
  | 'revote-held'
  | 'already-checked-in'
  | 'token-malformed'
  | 'token-not-signed'
  | 'vote-already-cast'
  | 'more-votes-than-voters';

export type EvaluationRejection = Rejection<EvaluationRejectionCode>;

/** Longest free text of a command, characters. */
export const MAX_TEXT_CHARACTERS = 5_000;

export function invalid(code: EvaluationRejectionCode, message: string, field: string): EvaluationRejection {
  return reject('invalid', code, message, { field });
}

export function wrongState(code: EvaluationRejectionCode, message: string): EvaluationRejection {
  return reject('wrong-state', code, message);
}

/** The same answer for what does not exist and for what the asker may not know of. */
export function caseUnknown(): EvaluationRejection {
  return reject('not-found', 'case-unknown', '没有找到该建议');
}

export function promiseUnknown(): EvaluationRejection {
  return reject('not-found', 'promise-unknown', '没有找到该承诺事项');
}

export function rectificationUnknown(): EvaluationRejection {
  return reject('not-found', 'rectification-unknown', '没有找到该整改事项');
}

export function ballotUnknown(): EvaluationRejection {
  return reject('not-found', 'ballot-unknown', '没有找到该投票');
}

/** `status` is the ballot's, for the client. */
export function ballotWrongState(status: keyof typeof BALLOT_REFUSALS): EvaluationRejection {
  return reject('wrong-state', 'ballot-wrong-state', BALLOT_REFUSALS[status], { detail: { status } });
}

const BALLOT_REFUSALS = {
  'check-in': '签到尚未结束',
  inquorate: '未达法定人数，投票没有举行',
  'checked-in': '签到已经结束，投票尚未开始',
  casting: '正在投票',
  closed: '投票已经结束，此前投出的票都已计入',
} as const;

/** A fact of another service that has not arrived; the chassis asks its owner once and runs the command again. */
export function notYetKnown(
  owner: 'assignment' | 'directory',
  stream: string,
  message: string,
): EvaluationRejection {
  return reject('not-yet-known', 'fact-not-yet-known', message, { detail: { owner, stream } });
}

/** Refuses a text that is empty (with its own code) or too long. */
export function refuseText(
  text: string,
  missing: { readonly code: EvaluationRejectionCode; readonly message: string; readonly field: string },
): EvaluationRejection | undefined {
  if (text.trim() === '') return invalid(missing.code, missing.message, missing.field);
  if (text.length <= MAX_TEXT_CHARACTERS) return undefined;
  return invalid('text-too-long', `不能超过${MAX_TEXT_CHARACTERS}字`, missing.field);
}
