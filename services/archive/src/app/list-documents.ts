import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CaseDocument } from '../domain/documents/case-source.ts';
import { casePapers } from './case-papers.ts';
import type { ArchivePorts } from './ports.ts';

interface ListedDocument extends Pick<CaseDocument, 'kind' | 'of' | 'title' | 'onDate' | 'unitId'> {
  readonly unitName: string;
}

/** What official documents there are of a case for this reader, oldest first. */
export function listDocuments(ports: Pick<ArchivePorts, 'uow' | 'files' | 'facts' | 'reference' | 'uses'>) {
  const papersOf = casePapers(ports);
  return async (
    request: { caseId: string },
    ctx: QueryContext,
  ): Promise<readonly ListedDocument[] | Rejection> => {
    const papers = await papersOf(request, ctx);
    if (isRejection(papers)) return papers;
    return papers.documents.map(({ kind, of, title, onDate, unitId }) => ({
      ...{ kind, of, title, onDate, unitId },
      unitName: papers.unitNames.get(unitId) ?? '',
    }));
  };
}
