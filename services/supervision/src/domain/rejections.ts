import { reject, type Rejection, type RejectionKind } from '@huiyin/kernel/rejection';

/** Every reason for which supervision refuses, with its kind and what it tells people. */
const REJECTIONS = {
  'clock-not-found': ['not-found', '没有这个时限'],
  'letter-not-found': ['not-found', '没有这份督办函'],
  'talk-not-found': ['not-found', '没有这次约谈'],
  'not-permitted': ['forbidden', '您没有权限进行此操作'],
  'clock-not-open': ['wrong-state', '该时限已经结束，不能再进行此操作'],
  'clock-without-unit': ['wrong-state', '该时限不由承办单位负责，不能催办、督办或者约谈'],
  'already-urged-today': ['wrong-state', '今天已经催办过，请明天再催办或者发督办函'],
  'letter-already-open': ['wrong-state', '该时限已有未答复的督办函，请等待答复'],
  'letter-dropped': ['wrong-state', '案件已经办结或者结束，该督办函不再需要答复'],
  'talk-dropped': ['wrong-state', '案件已经办结或者结束，该约谈不再进行'],
  'letter-already-answered': ['wrong-state', '该督办函已经答复，不能再次答复'],
  'talk-already-called': ['wrong-state', '该单位已有未进行的约谈，请先完成'],
  'talk-not-called': ['wrong-state', '该约谈已经进行，不能再次记录'],
  'talk-not-held': ['wrong-state', '约谈尚未进行或者已经复查，不能复查'],
  'check-day-too-early': ['invalid', '复查日期必须晚于今天'],
  'promised-day-passed': ['invalid', '承诺日期不能早于今天'],
  'check-too-early': ['wrong-state', '未到复查日期，不能复查'],
  'colour-unchanged': ['wrong-state', '该时限已经是这个颜色，无须调整'],
  'override-not-requested': ['wrong-state', '没有待确认的颜色调整，请先由一人提出'],
  'override-same-person': ['forbidden', '提出人不能自己确认，请由另一人确认'],
  'override-outdated': ['wrong-state', '提出后颜色已经变化，请重新提出'],
  'references-missing': ['not-yet-known', '基础资料尚未同步，请稍后再试'],
  'not-a-colour': ['invalid', '颜色只能是绿、黄、红'],
  'not-a-day': ['invalid', '日期格式应为YYYY-MM-DD'],
  'text-missing': ['invalid', '内容不能为空'],
  'text-too-long': ['invalid', '内容过长，请精简'],
  'calendar-too-long': ['invalid', '日历不能超过3000天'],
  'calendar-day-twice': ['invalid', '日历中有重复的日期'],
  'page-invalid': ['invalid', '翻页参数无效，请从第一页开始'],
} as const satisfies Record<string, readonly [RejectionKind, string]>;

export type SupervisionRejectionCode = keyof typeof REJECTIONS;

export type SupervisionRejection = Rejection<SupervisionRejectionCode>;

export function refuse(
  code: SupervisionRejectionCode,
  more: { field?: string; detail?: Record<string, string | number | boolean> } = {},
): SupervisionRejection {
  const [kind, message] = REJECTIONS[code];
  return reject(kind, code, message, more);
}
