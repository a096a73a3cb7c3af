import type { Subject } from '@huiyin/access/relation';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { type ArchivePorts, type CaseFilter, type CaseRow, DUE_NEVER } from './ports.ts';
import { mayKnowDue } from '../domain/fact-sight.ts';
import { nextAct } from '../domain/next-act.ts';
import { cursorMalformed } from '../domain/rejections.ts';
import { GROUPS, readableGroups, type Group } from '../domain/visibility.ts';
import { ownTurn, subjectOf, viewerOf } from './viewer.ts';

export interface ListCases extends Omit<CaseFilter, 'next' | 'after'> {
  readonly cursor: string;
  /** Only cases in which the caller acts next. */
  readonly mine: boolean;
}

/** A case in a list and what of it the caller may see. */
interface ListedCase {
  readonly row: CaseRow;
  readonly readable: ReadonlySet<Group>;
  /** Whether the day of the next act is the caller's to know. */
  readonly dueKnown: boolean;
}

export interface CasePage {
  readonly cases: readonly ListedCase[];
  readonly nextCursor: string;
}

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** Cases the caller may know of, highest number or nearest due date first. */
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
      cases: cases.map((row) => ({ row, ...sightOf(row, subjectOf(ctx)) })),
      nextCursor: found.length > limit && last !== undefined ? cursorAfter(last) : '',
    };
  };
}

/** A past case has nothing to hide and no colour. */
function sightOf({ file }: CaseRow, reader: Subject): Omit<ListedCase, 'row'> {
  if (!('shares' in file)) return { readable: new Set(GROUPS), dueKnown: false };
  return { readable: readableGroups(file, reader), dueKnown: mayKnowDue(file, reader, nextAct(file)) };
}

/** Opaque to clients: due date, number and id of the last case shown. */
function cursorAfter({ dueDate, number, caseId }: CaseRow): string {
  return Buffer.from(JSON.stringify([dueDate, number, caseId])).toString('base64url');
}

const DUE = /^(?:\d{4}-\d{2}-\d{2})?$/;

function caseAfter(cursor: string): CaseFilter['after'] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [due, number, caseId] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
    if (typeof due !== 'string' || !DUE.test(due)) return undefined;
    if (typeof number !== 'string' || typeof caseId !== 'string') return undefined;
    return { due: due === '' ? DUE_NEVER : due, number, caseId };
  } catch {
    return undefined;
  }
}
