import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import {
  type FieldError,
  type GatewayCode,
  type Location,
  type ProblemError,
  problem,
  titleOf,
} from './problem.ts';
import { pointerToken } from './text-check.ts';

type Issue = z.core.$ZodIssue;

const MAX_ERRORS = 20;
const LOCATIONS: Record<string, Location> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header',
};

/** Checks one part of a request with its zod schema; a failure is the problem to send, with pointers. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const place = LOCATIONS[httpPart ?? 'body'] ?? 'body';
  // Header schemas are for the document; command-headers.ts reads the headers.
  if (place === 'header') return () => ({});
  return (given: unknown) => {
    // Fastify hands an absent body over as null; a body `null` was refused by the parser.
    const data = place === 'body' && given === null ? undefined : given;
    const result = schema.safeParse(data, { reportInput: true });
    if (result.success) return { value: result.data };
    if (place === 'body' && data === undefined) return { error: problem('body-missing', { in: 'body' }) };
    return { error: validationProblem(result.error.issues, place) };
  };
};

function validationProblem(issues: readonly Issue[], place: Location): ProblemError {
  const errors = issues.slice(0, MAX_ERRORS).map((issue) => fieldError(issue, place));
  const [first] = errors;
  if (first === undefined) throw new Error('a failed validation without an issue');
  return problem(codeOf(issues[0]!), {
    in: place,
    field: first.field,
    detail: first.message,
    ...(errors.length > 1 ? { errors } : {}),
  });
}

function fieldError(issue: Issue, place: Location): FieldError {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const code = codeOf(issue);
  return {
    in: place,
    field: path.map((part) => `/${pointerToken(part)}`).join(''),
    code,
    message: messageOf(issue, code),
  };
}

/** A schema's own Chinese message (`{ error: '…' }`) is shown; zod's English ones are not. */
function messageOf(issue: Issue, code: GatewayCode): string {
  if (code === 'missing') return titleOf(code);
  return /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : titleOf(code);
}

function codeOf(issue: Issue): GatewayCode {
  if (issue.code === 'unrecognized_keys') return 'unknown-field';
  if (issue.input === undefined) return 'missing';
  switch (issue.code) {
    case 'invalid_type':
      return 'wrong-type';
    case 'too_big':
      return isCounted(issue.origin) ? 'too-long' : 'out-of-range';
    case 'too_small':
      return isCounted(issue.origin) ? 'too-short' : 'out-of-range';
    case 'invalid_format':
      return issue.format === 'uuid' || issue.format === 'huiyin-id' ? 'malformed-id' : 'invalid-value';
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_value':
    case 'custom':
      return 'invalid-value';
  }
}

function isCounted(origin: string): boolean {
  return (
    origin === 'string' || origin === 'array' || origin === 'set' || origin === 'map' || origin === 'file'
  );
}
