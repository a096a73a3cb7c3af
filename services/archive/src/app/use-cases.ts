import type { caseUpTo } from './case-up-to.ts';
import type { checkAttachments } from './check-attachments.ts';
import type { countCases } from './count-cases.ts';
import type { countColours } from './count-colours.ts';
import type { getDocument } from './get-document.ts';
import type { listDocuments } from './list-documents.ts';
import type { getAttachment } from './get-attachment.ts';
import type { findSimilarCases } from './find-similar-cases.ts';
import type { getManifest } from './get-manifest.ts';
import type { importRegister } from './import-register.ts';
import type { keepFacts } from './keep-facts.ts';
import type { listCases } from './list-cases.ts';
import type { readAttachment } from './read-attachment.ts';
import type { rankUnits } from './rank-units.ts';
import type { traceCase } from './trace-case.ts';
import type { sealCase } from './seal-case.ts';
import type { storeAttachment } from './store-attachment.ts';

/** What archive can be asked, as transport sees it. */
export interface ArchiveUseCases {
  readonly listCases: ReturnType<typeof listCases>;
  readonly countColours: ReturnType<typeof countColours>;
  readonly getCase: ReturnType<typeof caseUpTo>;
  readonly listDocuments: ReturnType<typeof listDocuments>;
  readonly getDocument: ReturnType<typeof getDocument>;
  readonly importRegister: ReturnType<typeof importRegister>;
  readonly countCases: ReturnType<typeof countCases>;
  readonly sealCase: ReturnType<typeof sealCase>;
  readonly getManifest: ReturnType<typeof getManifest>;
  readonly storeAttachment: ReturnType<typeof storeAttachment>;
  readonly getAttachment: ReturnType<typeof getAttachment>;
  readonly readAttachment: ReturnType<typeof readAttachment>;
  readonly checkAttachments: ReturnType<typeof checkAttachments>;
  readonly findSimilarCases: ReturnType<typeof findSimilarCases>;
  readonly traceCase: ReturnType<typeof traceCase>;
  readonly rankUnits: ReturnType<typeof rankUnits>;
}

/** What archive does about other services' facts. */
export interface ArchiveReactions {
  readonly keepFacts: ReturnType<typeof keepFacts>;
}
