import fc from 'fast-check';
import { operationsOf } from '../support/open-api.ts';
import { type RawAnswer, type RawRequest, sendRaw } from '../support/raw-http.ts';
import { CORRUPTIONS } from './corruptions.ts';
import { type Draft, type Subject, wellFormed } from './draft.ts';

/** Where to send and as whom. Works against any gateway that serves the document. */
export interface Target {
  readonly baseUrl: string;
  /** The served OpenAPI document. */
  readonly document: Record<string, unknown>;
  /** `name=value` of a session. */
  readonly cookie: string;
}

/** One generated request and what must come of it. */
export interface HostileRequest {
  readonly operationId: string;
  readonly corruption: string;
  readonly outcome: 'refused' | 'survived';
  readonly draft: Draft;
}

/** Ends the session that everything else needs, or moves the clock of the whole system. */
const NEVER_WELL_FORMED: ReadonlySet<string> = new Set([
  'logOut',
  'switchMembership',
  'advanceBusinessClock',
]);

/** Requests of every (operation, corruption) that the document allows, one generator each. */
export function everyHostileRequest(document: Record<string, unknown>): fc.Arbitrary<HostileRequest>[] {
  return operationsOf(document).flatMap((operation) => {
    const subject: Subject = { ...operation, document };
    return CORRUPTIONS.filter((corruption) => corruption.applies(subject))
      .filter(({ outcome }) => outcome === 'refused' || !NEVER_WELL_FORMED.has(operation.operationId))
      .map(({ name, outcome, spoil }) =>
        wellFormed(subject)
          .chain((draft) => spoil(draft, subject))
          .map((draft) => ({ operationId: subject.operationId, corruption: name, outcome, draft })),
      );
  });
}

/** Any operation of the document, spoilt in any way that applies to it. */
export function hostileRequests(document: Record<string, unknown>): fc.Arbitrary<HostileRequest> {
  const all = everyHostileRequest(document);
  return fc.constantFrom(...all).chain((request) => request);
}

/** Every way to spoil a request, for the count of what was tried. */
export function corruptionNames(): string[] {
  return CORRUPTIONS.map(({ name }) => name);
}

/** Sends a request; answers what is wrong with the answer, or undefined. */
export async function findFault(target: Target, request: HostileRequest): Promise<string | undefined> {
  const answer = await sendRaw(target.baseUrl, rendered(target, request.draft));
  const fault = faultOf(answer, request);
  if (fault === undefined) return undefined;
  const { method, path, query } = request.draft;
  const body = JSON.stringify(request.draft.raw ?? request.draft.body)?.slice(0, 300);
  const where = `${request.operationId} with ${request.corruption}: ${method} ${path}?${query} ${body}`;
  return `${fault}: ${where} → ${answer.status} ${answer.text.slice(0, 300)}`;
}

function faultOf({ status, contentType, body }: RawAnswer, { outcome }: HostileRequest): string | undefined {
  if (status >= 500) return 'a 5xx for bad input';
  if (outcome === 'refused' && status < 400) return 'not refused';
  if (status < 400) return undefined;
  if (!contentType.startsWith('application/problem+json')) return 'not problem+json';
  const { code, status: told, title, type } = body as Record<string, unknown>;
  if (typeof code !== 'string' || !/^[a-z][a-z0-9-]*$/.test(code)) return 'no stable code';
  if (told !== status || typeof title !== 'string' || type !== `urn:huiyin:problem:${code}`)
    return 'not RFC 9457';
  return undefined;
}

function rendered({ cookie }: Target, { method, path, query, headers, body, raw }: Draft): RawRequest {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method,
    path: query === '' ? path : `${path}?${query}`,
    headers: { cookie, ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  };
}
