import { can } from '@huiyin/access/can';
import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CaseDocument, ContactsById } from '../domain/documents/case-source.ts';
import { documentNotFound, documentTooLarge } from '../domain/rejections.ts';
import { casePapers } from './case-papers.ts';
import type { ArchivePorts, NamedPerson } from './ports.ts';
import { subjectOf } from './viewer.ts';

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
    const contactId = await contactIdOf(ports, ctx, found);
    const ids = [...found.people, contactId].filter((id) => id !== '');
    const people = await ports.people.named(ctx, [...new Set(ids)]);
    if (isRejection(people)) return people;
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    const { name = '', phone = '' } = people.find(({ personId }) => personId === contactId) ?? {};
    const document = found.compose(names, contactsFor(ctx, people, found.officialId), { name, phone });
    const content = await ports.letters[format](document);
    if (isRejection(content)) return content;
    return content.byteLength > MOST_BYTES ? documentTooLarge : { content, title: found.title };
  };
}

/** '' for a document that names no contact of its unit, and where there is nobody. */
async function contactIdOf(
  { uow, reference }: Pick<ArchivePorts, 'uow' | 'reference'>,
  { tenant }: QueryContext,
  { statesContact, unitId }: CaseDocument,
): Promise<string> {
  if (statesContact !== true) return '';
  return uow.read(tenant, (tx) => reference.contactOf(tx, unitId));
}

/**
 * Card number and phone are 代表工委's to know, and each deputy's own; the delegation of a deputy is public. The phone of
 * an office's contact is for the offices and for the units that handle.
 */
function contactsFor(
  ctx: QueryContext,
  people: readonly NamedPerson[],
  officialId: string | undefined,
): ContactsById {
  const subject = subjectOf(ctx);
  return new Map(
    people.map(({ personId, delegation, cardNumber, phone }) => {
      const relations = personId === subject.personId ? (['self'] as const) : [];
      const resource = { tenant: ctx.tenant, relations };
      const { allowed } = can(subject, 'archive.read-deputy-contact', resource);
      const mayCall =
        personId === officialId && can(subject, 'archive.read-office-contact', resource).allowed;
      const contact = {
        cardNumber: allowed ? cardNumber : '',
        phone: allowed || mayCall ? phone : '',
      };
      return [personId, { delegation, ...contact }];
    }),
  );
}
