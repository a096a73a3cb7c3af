import { hasRole } from '@huiyin/kernel/actor';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { ArchivePorts, CaseFilter, CaseRow } from './ports.ts';
import { cursorMalformed } from '../domain/rejections.ts';
import { viewerOf } from './viewer.ts';

export interface ListCases extends Omit<CaseFilter, 'next' | 'after'> {
  readonly cursor: string;
  /** Only cases in which the caller acts next. */
  readonly mine: boolean;
}

export interface CasePage {
  readonly cases: readonly CaseRow[];
  readonly nextCursor: string;
}

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** Cases the caller may know of, highest number first. */
export function listCases(ports: Pick<ArchivePorts, 'uow' | 'files'>) {
  return async (request: ListCases, ctx: QueryContext): Promise<CasePage | Rejection> => {
    const viewer = viewerOf(ctx);
    if (isRejection(viewer)) return viewer;
    const limit = Math.min(request.limit > 0 ? request.limit : DEFAULT_PAGE, MAX_PAGE);
    const after = request.cursor === '' ? undefined : caseAfter(request.cursor);
    if (request.cursor !== '' && after === undefined) return cursorMalformed;
    const filter = { ...request, after, limit: limit + 1, next: request.mine ? ownTurn(ctx) : undefined };
    const found = await ports.uow.read(ctx.tenant, (tx) => ports.files.list(tx, ctx.tenant, viewer, filter));
    const cases = found.slice(0, limit);
    const last = cases.at(-1);
    return {
      cases,
      nextCursor: found.length > limit && last !== undefined ? cursorAfter(last) : '',
    };
  };
}

function ownTurn({ actor }: QueryContext): { kind: string; id: string } {
  if (actor.unitId !== undefined) return { kind: 'unit', id: actor.unitId };
  if (hasRole(actor, 'congress-desk', 'session-registrar')) return { kind: 'desk', id: '' };
  if (hasRole(actor, 'government-office')) return { kind: 'office', id: '' };
  if (hasRole(actor, 'council')) return { kind: 'council', id: '' };
  return { kind: 'deputy', id: actor.personId };
}

/** Opaque to clients: number and id of the last case shown. */
function cursorAfter({ number, caseId }: CaseRow): string {
  return Buffer.from(JSON.stringify([number, caseId])).toString('base64url');
}

function caseAfter(cursor: string): CaseFilter['after'] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [number, caseId] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
    return typeof number === 'string' && typeof caseId === 'string' ? { number, caseId } : undefined;
  } catch {
    return undefined;
  }
}
