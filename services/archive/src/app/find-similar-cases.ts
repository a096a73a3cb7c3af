import { can } from '@huiyin/access/can';
import type { QueryContext } from '@huiyin/kernel/command-context';
import type { Rejection } from '@huiyin/kernel/rejection';
import { notPermitted } from '../domain/rejections.ts';
import { GROUPS, readableGroups, type Group } from '../domain/visibility.ts';
import type { earlierCases } from './earlier-cases.ts';
import type { ArchivePorts, CaseRow } from './ports.ts';
import { subjectOf } from './viewer.ts';

export interface FindSimilarCases {
  readonly title: string;
  readonly body: string;
  /** Not to be found: the suggestion itself; may be empty. */
  readonly withoutCaseId: string;
  readonly limit: number;
}

/** An earlier case as its reader may see it. */
export interface SimilarCase {
  readonly row: CaseRow;
  readonly readable: ReadonlySet<Group>;
  readonly score: number;
  readonly words: readonly string[];
}

const DEFAULT_CASES = 5;
const MAX_CASES = 20;
/** Cases nominated for each one shown: readers may not read all of them. */
const NOMINATED = 100;
/** What resembles less has hardly a word in common. */
const MIN_SCORE = 0.12;

/** Earlier cases on the like matter; one the caller may not read is not among them. */
export function findSimilarCases(
  ports: Pick<ArchivePorts, 'uow' | 'files'>,
  earlier: ReturnType<typeof earlierCases>,
) {
  return async (
    request: FindSimilarCases,
    ctx: QueryContext,
  ): Promise<readonly SimilarCase[] | Rejection> => {
    const subject = subjectOf(ctx);
    const decision = can(subject, 'archive.find-similar', { tenant: ctx.tenant, relations: [] });
    if (!decision.allowed) return notPermitted(decision.reason);
    const { similar } = await earlier(ctx.tenant);
    const nominated = similar
      .find(request, NOMINATED)
      .filter(({ id, score }) => id !== request.withoutCaseId && score >= MIN_SCORE);
    const ids = nominated.map(({ id }) => id);
    const found = await ports.uow.read(ctx.tenant, (tx) => ports.files.some(tx, ctx.tenant, ids));
    const rows = new Map(found.map((row) => [row.caseId, row]));
    return nominated
      .flatMap(({ id, score, words }) => {
        const row = rows.get(id);
        if (row === undefined) return [];
        const readable = 'shares' in row.file ? readableGroups(row.file, subject) : new Set(GROUPS);
        return readable.has('text') ? [{ row, readable, score, words }] : [];
      })
      .slice(0, Math.min(request.limit > 0 ? request.limit : DEFAULT_CASES, MAX_CASES));
  };
}
