import type { Rejection, RejectionKind } from '@huiyin/kernel/rejection';
import { wireStatusOf } from '@huiyin/rpc/status-table';
import { ProblemError, problemType } from './problem.ts';

const TITLES: Record<RejectionKind, string> = {
  invalid: '请求的内容不对',
  forbidden: '没有权限',
  'not-found': '没有找到',
  'wrong-state': '现在不能这样做',
  stale: '内容已被他人修改，请刷新后再试',
  'key-reused': '同一个 Idempotency-Key 已用于别的请求',
  'not-yet-known': '有关信息正在送达，请稍后再试',
  unavailable: '服务暂时不可用，请稍后再试',
};

/** The problem for a service's refusal. `field` of a rejection names a member of the body. */
export function rejectionProblem(rejection: Rejection): ProblemError {
  const { kind, code, message, field, detail } = rejection;
  const { http, retryAfterS } = wireStatusOf(kind);
  return new ProblemError(
    {
      type: problemType(code),
      title: TITLES[kind],
      status: http,
      code,
      ...(message === '' ? {} : { detail: message }),
      ...(field === undefined ? {} : { in: 'body' as const, field: pointer(field) }),
      ...(detail === undefined ? {} : { context: { ...detail } }),
    },
    retryAfterS === undefined ? {} : { retryAfterS },
  );
}

/** Services name fields as `title`, `demands.0.text` or already as a pointer. */
function pointer(field: string): string {
  return field.startsWith('/') || field === '' ? field : `/${field.replaceAll('.', '/')}`;
}
