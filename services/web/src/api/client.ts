import createClient from 'openapi-fetch';
import { PROBLEM_WORDS } from './problem-words.ts';
import type { components, paths } from './schema.d.ts';

/** The API as its checked-in description types it. Cookies carry the session. */
export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });

/** What the API answers, by the names of its description. */
export type Schemas = components['schemas'];

/** A refusal as RFC 9457 has it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  /** The member of the request's body that is wrong, as a JSON pointer: /login. */
  readonly field?: string;
  /** What a person quotes so that operators find what happened: the trace id. */
  readonly reference?: string;
  /** Seconds after which the same may be asked again. */
  readonly retryAfterS?: number;
}

/** A refused request, thrown so that pages show why and what to do. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** 参考编号 a1b2c3d4: the beginning of the trace id finds everything that was written down about a request. */
export function referenceText({ reference }: Problem): string {
  return reference === undefined ? '' : `参考编号 ${reference.slice(0, REFERENCE_LENGTH)}`;
}

const REFERENCE_LENGTH = 8;

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer; throws Refused otherwise. */
export function dataOf<Data>(answer: Answer<Data>): Data {
  if (answer.data !== undefined) return answer.data;
  throw new Refused(problemOf(answer));
}

/** For answers without data; throws Refused where it was not done. */
export function done(answer: Answer<unknown>): void {
  if (!answer.response.ok) throw new Refused(problemOf(answer));
}

function problemOf({ error, response }: Answer<unknown>): Problem {
  const given: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (key: string): string | undefined => (typeof given[key] === 'string' ? given[key] : undefined);
  const detail = text('detail');
  const field = text('field');
  const reference = text('traceId');
  const retryAfterS = Number(response.headers.get('retry-after') ?? Number.NaN);
  const code = text('code') ?? `http-${response.status}`;
  return {
    status: response.status,
    code,
    title: PROBLEM_WORDS[code] ?? text('title') ?? '请求没有成功',
    ...(detail === undefined ? {} : { detail }),
    ...(field === undefined ? {} : { field }),
    ...(reference === undefined ? {} : { reference }),
    ...(Number.isNaN(retryAfterS) ? {} : { retryAfterS }),
  };
}
