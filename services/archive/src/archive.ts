import { setTimeout as sleep } from 'node:timers/promises';
import type { Compose } from '@huiyin/chassis/service';
import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import type { OfficialDocument } from '@huiyin/documents/document/official-document';
import { renderDocx } from '@huiyin/documents/docx/render-docx';
import { createPdfRenderer } from '@huiyin/documents/pdf/pdf-renderer';
import { caseUpTo } from './app/case-up-to.ts';
import { countCases } from './app/count-cases.ts';
import { countColours } from './app/count-colours.ts';
import { earlierCases } from './app/earlier-cases.ts';
import { findSimilarCases } from './app/find-similar-cases.ts';
import { getCase } from './app/get-case.ts';
import { getDocument } from './app/get-document.ts';
import { getManifest } from './app/get-manifest.ts';
import { importRegister } from './app/import-register.ts';
import { keepFact } from './app/keep-fact.ts';
import { listDocuments } from './app/list-documents.ts';
import { listCases } from './app/list-cases.ts';
import type { ArchivePorts } from './app/ports.ts';
import { rankUnits } from './app/rank-units.ts';
import { sealCase } from './app/seal-case.ts';
import type { ArchiveReactions, ArchiveUseCases } from './app/use-cases.ts';
import { caseFiles } from './storage/case-files.ts';
import { facts } from './storage/facts.ts';
import { manifests } from './storage/manifests.ts';
import { archiveConsumers } from './transport/consume.ts';
import { archiveGrpc } from './transport/grpc.ts';
import { peopleNames } from './transport/people-names.ts';

/** What archive can be asked. */
export function archiveUseCases(ports: ArchivePorts): ArchiveUseCases {
  const earlier = earlierCases(ports);
  return {
    listCases: listCases(ports),
    countColours: countColours(ports),
    getCase: caseUpTo(getCase(ports), sleep),
    listDocuments: listDocuments(ports),
    getDocument: getDocument(ports),
    importRegister: importRegister(ports),
    countCases: countCases(ports),
    sealCase: sealCase(ports),
    getManifest: getManifest(ports),
    findSimilarCases: findSimilarCases(ports, earlier),
    rankUnits: rankUnits(ports, earlier),
  };
}

/** What archive does about others' facts. */
export function archiveReactions(ports: ArchivePorts): ArchiveReactions {
  return { keepFact: keepFact(ports) };
}

/** Postgres behind every port of storage. */
export const archiveStores = { facts, files: caseFiles, register: caseFiles, manifests };

/** Wires storage and transport around the use cases. */
export const composeArchive: Compose = ({ uow, reference, clock, peer }) => {
  const pdfs = createPdfRenderer();
  const ports = {
    ...{ ...archiveStores, uow, reference, clock },
    letters: { pdf: (document: OfficialDocument) => pdfs.render(document), docx: renderDocx },
    people: peopleNames(() => peer('directory', DirectoryServiceService)),
  };
  return {
    grpc: [archiveGrpc(archiveUseCases(ports))],
    reactions: archiveConsumers(archiveReactions(ports)),
  };
};
