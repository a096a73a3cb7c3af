import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { documentNotFound, documentTooLarge } from '../domain/rejections.ts';
import { casePapers } from './case-papers.ts';
import type { ArchivePorts } from './ports.ts';

/** Largest file that one answer carries over gRPC, with room for the rest. Bytes. */
const MOST_BYTES = 3 * 1024 * 1024;

export interface DocumentRequest {
  readonly caseId: string;
  readonly kind: string;
  /** Empty: the latest of its kind. */
  readonly of: string;
  readonly format: 'docx' | 'pdf';
}

/** One official document as a file, composed anew from the facts of today. */
export function getDocument(
  ports: Pick<ArchivePorts, 'uow' | 'files' | 'facts' | 'reference' | 'uses' | 'letters' | 'people'>,
) {
  const papersOf = casePapers(ports);
  return async (
    request: DocumentRequest,
    ctx: QueryContext,
  ): Promise<{ readonly content: Uint8Array; readonly title: string } | Rejection> => {
    const papers = await papersOf(request, ctx);
    if (isRejection(papers)) return papers;
    const { kind, of, format } = request;
    const found = papers.documents.findLast((each) => each.kind === kind && (of === '' || each.of === of));
    if (found === undefined) return documentNotFound;
    const names = await ports.people.names(ctx, [...new Set(found.people.filter((id) => id !== ''))]);
    if (isRejection(names)) return names;
    const content = await ports.letters[format](found.compose(names));
    if (isRejection(content)) return content;
    return content.byteLength > MOST_BYTES ? documentTooLarge : { content, title: found.title };
  };
}
