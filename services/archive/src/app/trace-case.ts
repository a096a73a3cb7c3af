import { can } from '@huiyin/access/can';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { notPermitted, type ArchiveCode } from '../domain/rejections.ts';
import type { ArchivePorts, RecordedFact } from './ports.ts';
import { subjectOf } from './viewer.ts';

/** A case as the operations team sees it: its number and what happened, nothing of what was said. */
export interface TracedCase {
  readonly caseId: string;
  /** Empty before registration. */
  readonly number: string;
  /** In the order of occurrence. */
  readonly facts: readonly RecordedFact[];
}

const noSuchCase: Rejection<ArchiveCode> = reject('not-found', 'case-not-found', '本地区没有这个编号的案件');

/** The facts of a case by its id or number, for operators: with them its traces are found. */
export function traceCase(ports: Pick<ArchivePorts, 'uow' | 'files' | 'facts'>) {
  return async (request: { readonly of: string }, ctx: QueryContext): Promise<TracedCase | Rejection> => {
    const { tenant } = ctx;
    const decision = can(subjectOf(ctx), 'operations.read-traces', { tenant, relations: [] });
    if (!decision.allowed) return notPermitted(decision.reason);
    return ports.uow.read(tenant, async (tx) => {
      const found = await ports.files.identify(tx, tenant, request.of);
      if (found === undefined) return noSuchCase;
      return { ...found, facts: await ports.facts.ofCase(tx, tenant, found.caseId) };
    });
  };
}
