import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceDefinition, ServiceKit } from '@huiyin/chassis/service';
import type { Sweep } from '@huiyin/chassis/sweep-loop';
import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import type { OfficialDocument } from '@huiyin/documents/document/official-document';
import { renderDocx } from '@huiyin/documents/docx/render-docx';
import { createPdfRenderer } from '@huiyin/documents/pdf/pdf-renderer';
import { caseUpTo } from './app/case-up-to.ts';
import { checkAttachments } from './app/check-attachments.ts';
import { countCases } from './app/count-cases.ts';
import { countColours } from './app/count-colours.ts';
import { getAttachment } from './app/get-attachment.ts';
import { earlierCases } from './app/earlier-cases.ts';
import { findSimilarCases } from './app/find-similar-cases.ts';
import { getCase } from './app/get-case.ts';
import { getDocument } from './app/get-document.ts';
import { getManifest } from './app/get-manifest.ts';
import { importRegister } from './app/import-register.ts';
import { keepFacts } from './app/keep-facts.ts';
import { listDocuments } from './app/list-documents.ts';
import { listCases } from './app/list-cases.ts';
import type { ArchivePorts } from './app/ports.ts';
import { readAttachment } from './app/read-attachment.ts';
import { removeUnnamedAttachments } from './app/remove-unnamed-attachments.ts';
import { scanAttachments } from './app/scan-attachments.ts';
import { rankUnits } from './app/rank-units.ts';
import { sealCase } from './app/seal-case.ts';
import { storeAttachment } from './app/store-attachment.ts';
import { traceCase } from './app/trace-case.ts';
import type { ArchiveReactions, ArchiveUseCases } from './app/use-cases.ts';
import type { ArchiveConfig } from './config.ts';
import { clamdScanner } from './content/clamd-scanner.ts';
import { createContentChecker } from './content/content-checker.ts';
import { attachments } from './storage/attachments.ts';
import { attachmentUses } from './storage/attachment-uses.ts';
import { caseFiles } from './storage/case-files.ts';
import { casesWithoutOwner } from './storage/cases-without-owner.ts';
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
    storeAttachment: storeAttachment(ports),
    getAttachment: getAttachment(ports),
    readAttachment: readAttachment(ports),
    checkAttachments: checkAttachments(ports),
    findSimilarCases: findSimilarCases(ports, earlier),
    rankUnits: rankUnits(ports, earlier),
    traceCase: traceCase(ports),
  };
}

/** What archive does about others' facts. */
export function archiveReactions(ports: ArchivePorts): ArchiveReactions {
  return { keepFacts: keepFacts(ports) };
}

/** What the passing of system time does to files. */
export function archiveSweeps(ports: ArchivePorts): readonly Sweep[] {
  return [
    { name: 'scan-attachments', run: scanAttachments(ports) },
    { name: 'remove-unnamed-attachments', run: removeUnnamedAttachments(ports) },
  ];
}

/** Postgres behind every port of storage. */
export const archiveStores = {
  ...{ facts, files: caseFiles, register: caseFiles, manifests, attachments },
  uses: attachmentUses,
};

/** Wires storage, scanner and transport around the use cases. */
export function composeArchive(
  { uow, reference, clock, peer }: ServiceKit,
  { scanner }: ArchiveConfig,
): ServiceDefinition {
  const pdfs = createPdfRenderer();
  const ports = {
    ...{ ...archiveStores, uow, reference, clock, checkContent: createContentChecker().check },
    letters: { pdf: (document: OfficialDocument) => pdfs.render(document), docx: renderDocx },
    people: peopleNames(() => peer('directory', DirectoryServiceService)),
    scanner: scanner && clamdScanner(scanner),
  };
  return {
    grpc: [archiveGrpc(archiveUseCases(ports))],
    reactions: archiveConsumers(archiveReactions(ports)),
    sweeps: archiveSweeps(ports),
    gauges: [
      {
        name: 'huiyin.cases.without_owner',
        across: 'sum',
        read: (tenant) => uow.read(tenant, (tx) => casesWithoutOwner(tx, tenant)),
      },
    ],
  };
}
