import createClient from 'openapi-fetch';
import type { paths } from './schema.ts';

/** The API as its checked-in description types it. Cookies carry the session. */
export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });

/** A refusal as RFC 9457 has it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
}

/** A refused request, thrown so that pages show why and what to do. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** The data of an answer; throws Refused otherwise. */
export function dataOf<Data>(answer: { data?: Data; error?: unknown; response: Response }): Data {
  if (answer.data !== undefined) return answer.data;
  const given = (answer.error ?? {}) as Partial<Problem>;
  throw new Refused({
    status: answer.response.status,
    code: given.code ?? 'unknown',
    title: given.title ?? '请求没有成功',
    ...(given.detail === undefined ? {} : { detail: given.detail }),
  });
}
