import type { QueryContext } from '@huiyin/kernel/command-context';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { caseDocuments, unitIdsIn } from '../domain/documents/case-documents.ts';
import {
  ASSIGNING_OFFICES,
  type AssigningOffice,
  type CaseDocument,
} from '../domain/documents/case-source.ts';
import { inOrder } from '../domain/fact.ts';
import { mayReadDocument } from '../domain/fact-sight.ts';
import { getCase } from './get-case.ts';
import type { ArchivePorts } from './ports.ts';

interface CasePapers {
  readonly documents: readonly CaseDocument[];
  readonly unitNames: ReadonlyMap<string, string>;
}

/** The documents of one case that the reader may see. A case of a register has none: its facts are another system's. */
export function casePapers(ports: Pick<ArchivePorts, 'uow' | 'files' | 'facts' | 'reference' | 'uses'>) {
  const readCase = getCase(ports);
  return async (request: { caseId: string }, ctx: QueryContext): Promise<CasePapers | Rejection> => {
    const view = await readCase(request, ctx);
    if (isRejection(view)) return view;
    const { live: file, facts, readable, reader } = view;
    if (file === undefined) return { documents: [], unitNames: new Map() };
    const { tenant, unitNames, officials } = await ports.uow.read(ctx.tenant, async (tx) => {
      const names = new Map<string, string>();
      for (const id of unitIdsIn(facts)) names.set(id, (await ports.reference.unit(tx, id))?.name ?? '');
      const serving = new Map<AssigningOffice, readonly string[]>();
      for (const office of ASSIGNING_OFFICES)
        serving.set(office, await ports.reference.peopleWith(tx, office));
      return { tenant: await ports.reference.tenant(tx), unitNames: names, officials: serving };
    });
    const place = tenant?.name ?? '';
    const source = {
      ...{ file, facts: inOrder(facts), unitNames, officials, place },
      desk: `${place}人大常委会${tenant?.deskName ?? '代表工委'}`,
      governmentOffice: `${place}人民政府办公室`,
      authorKnown: readable.has('author'),
    };
    const documents = caseDocuments(source, readable).filter((document) =>
      mayReadDocument(file, reader, document),
    );
    return { documents, unitNames };
  };
}
