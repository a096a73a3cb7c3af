import { z } from 'zod';

/**
 * What the gateway itself refuses, before any service is asked: HTTP status and a short Chinese title each.
 * Codes of services' rejections are their own closed unions and arrive through `rejectionProblem`.
 */
const GATEWAY_PROBLEMS = {
  'malformed-request': [400, '请求不符合 HTTP 规范'],
  'malformed-url': [400, '网址的转义不正确'],
  'malformed-json': [400, '请求正文不是合法的 JSON'],
  'body-not-utf8': [400, '请求正文不是 UTF-8 编码'],
  'body-missing': [400, '缺少请求正文'],
  'nesting-too-deep': [400, '请求正文嵌套过深'],
  'control-character': [400, '文字中含有不允许的控制字符'],
  'lone-surrogate': [400, '文字中含有不完整的字符'],
  'reserved-name': [400, '字段名不允许使用'],
  'unknown-field': [400, '有不认识的字段'],
  'wrong-type': [400, '字段类型不对'],
  missing: [400, '缺少必填的字段'],
  'too-long': [400, '内容过长'],
  'too-short': [400, '内容过短'],
  'out-of-range': [400, '数值超出范围'],
  'malformed-id': [400, '编号格式不对'],
  'invalid-value': [400, '字段的值不对'],
  'idempotency-key-missing': [400, '缺少 Idempotency-Key 请求头'],
  'idempotency-key-malformed': [400, 'Idempotency-Key 须为 1–128 个可见 ASCII 字符'],
  'if-match-malformed': [400, 'If-Match 须为带引号的版本号，如 "3"'],
  'not-logged-in': [401, '请先登录'],
  'session-expired': [401, '登录已过期，请重新登录'],
  'login-failed': [401, '账号或密码不正确'],
  'cross-site-request': [403, '拒绝来自其他网站的请求'],
  'https-required': [403, '请使用 HTTPS 访问'],
  'not-permitted': [403, '没有权限'],
  'no-such-route': [404, '没有这个地址'],
  'method-not-allowed': [405, '这个地址不支持该方法'],
  'request-timeout': [408, '请求超时'],
  'key-reused': [422, '同一个 Idempotency-Key 已用于别的请求'],
  'body-too-large': [413, '请求正文过大'],
  'url-too-long': [414, '网址过长'],
  'unsupported-media-type': [415, '请求正文只接受 application/json(UTF-8)'],
  'if-match-missing': [428, '修改前须用 If-Match 说明所依据的版本'],
  'login-locked': [429, '登录尝试过多，请稍后再试'],
  'rate-limited': [429, '请求过于频繁，请稍后再试'],
  'headers-too-large': [431, '请求头过大'],
  'internal-error': [500, '系统内部错误'],
  'session-store-unavailable': [503, '登录服务暂时不可用，请稍后再试'],
  'business-time-unknown': [503, '业务时钟暂时不可用，请稍后再试'],
  'traces-unavailable': [503, '追踪记录暂时读不到，请稍后再试'],
  'service-unavailable': [503, '服务暂时不可用，请稍后再试'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type GatewayCode = keyof typeof GATEWAY_PROBLEMS;

const location = z.enum(['body', 'query', 'path', 'header']);
export type Location = z.output<typeof location>;

/** One thing wrong with a request. `field` is a JSON pointer within `in`. Values are never echoed. */
const fieldError = z.object({ in: location, field: z.string(), code: z.string(), message: z.string() });
export type FieldError = z.output<typeof fieldError>;

/** RFC 9457 problem with Huiyin's stable `code`. */
export const problemSchema = z
  .object({
    type: z.string().describe('urn:huiyin:problem:<code>'),
    title: z.string().describe('这一类问题的简短中文名称'),
    status: z.int(),
    code: z.string().describe('稳定的机器码'),
    detail: z.string().optional().describe('怎么办，可直接给用户看'),
    in: location.optional(),
    field: z.string().optional().describe('出错字段的 JSON pointer'),
    errors: z.array(fieldError).optional().describe('有多处错误时逐一列出，最多 20 处'),
    context: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('相关编号'),
    traceId: z.string().optional().describe('报障时提供'),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.output<typeof problemSchema>;

export interface ProblemDetails {
  readonly detail?: string;
  readonly in?: Location;
  readonly field?: string;
  readonly errors?: FieldError[];
  readonly context?: Record<string, string | number | boolean>;
  /** Seconds a client should wait; sent as Retry-After. */
  readonly retryAfterS?: number;
  /** Sent as Allow with 405. */
  readonly allow?: string;
  readonly cause?: unknown;
}

/** An expected refusal on its way to the client; the error handler turns it into problem+json. */
export class ProblemError extends Error {
  readonly document: ProblemDocument;
  readonly retryAfterS: number | undefined;
  readonly allow: string | undefined;

  constructor(
    document: ProblemDocument,
    headers: Pick<ProblemDetails, 'retryAfterS' | 'allow' | 'cause'> = {},
  ) {
    super(document.code, { cause: headers.cause });
    this.document = document;
    this.retryAfterS = headers.retryAfterS;
    this.allow = headers.allow;
  }
}

/** A refusal of the gateway itself. */
export function problem(code: GatewayCode, details: ProblemDetails = {}): ProblemError {
  const { retryAfterS, allow, cause, ...rest } = details;
  const [status, title] = GATEWAY_PROBLEMS[code];
  const headers = {
    cause,
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
    ...(allow === undefined ? {} : { allow }),
  };
  return new ProblemError({ type: problemType(code), title, status, code, ...rest }, headers);
}

export function problemType(code: string): string {
  return `urn:huiyin:problem:${code}`;
}

/** The title a gateway code has, for the list of errors within one problem. */
export function titleOf(code: GatewayCode): string {
  return GATEWAY_PROBLEMS[code][1];
}
