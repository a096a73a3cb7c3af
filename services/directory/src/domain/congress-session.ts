import { localDateOf, type LocalDate } from '@huiyin/kernel/local-date';
import { reject } from '@huiyin/kernel/rejection';
import { malformed, type DirectoryRejection } from './rejections.ts';

/** 届次: a session of the congress. */
export interface CongressSession {
  readonly congressSessionId: string;
  /** 届 */
  readonly congressTerm: number;
  /** 次 */
  readonly congressSession: number;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  /** 提出截止时间: what is submitted later counts as between sessions. */
  readonly cutOffAt: Date;
}

const MAX_ORDINAL = 200;

/** Opens, closes, and cuts off while it sits; one session a 届次. */
export function saveCongressSession(
  wanted: CongressSession,
  sameOrdinals: CongressSession | undefined,
): CongressSession | DirectoryRejection {
  if (!isOrdinal(wanted.congressTerm)) return malformed('congressTerm', '届须为正整数');
  if (!isOrdinal(wanted.congressSession)) return malformed('congressSession', '次须为正整数');
  if (wanted.closesOn < wanted.opensOn) return outOfOrder('闭幕不能早于开幕', 'closesOn');
  const cutOffDay = localDateOf(wanted.cutOffAt);
  if (cutOffDay < wanted.opensOn || cutOffDay > wanted.closesOn) {
    return outOfOrder('截止时间须在会期之内', 'cutOffAt');
  }
  if (sameOrdinals !== undefined && sameOrdinals.congressSessionId !== wanted.congressSessionId) {
    return reject('wrong-state', 'congress-session-exists', '该届次已存在');
  }
  return wanted;
}

/** True when both say the same. */
export function isSameSession(one: CongressSession | undefined, other: CongressSession): boolean {
  if (one === undefined) return false;
  return (
    one.congressTerm === other.congressTerm &&
    one.congressSession === other.congressSession &&
    one.opensOn === other.opensOn &&
    one.closesOn === other.closesOn &&
    one.cutOffAt.getTime() === other.cutOffAt.getTime()
  );
}

function isOrdinal(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= MAX_ORDINAL;
}

function outOfOrder(message: string, field: string): DirectoryRejection {
  return reject('invalid', 'dates-out-of-order', message, { field });
}
