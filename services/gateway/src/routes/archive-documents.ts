import { ArchiveServiceService } from '@huiyin/contracts/gen/archive/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { z } from 'zod';
import type { Api } from '../http/api.ts';
import { attachmentHeader, fileBytes } from '../http/file-answer.ts';
import { rejectionProblem } from '../http/rejection-problem.ts';
import { registerRoute } from '../http/route.ts';

const FILES = [
  ['pdf', 'getDocumentPdf', 'application/pdf'],
  ['docx', 'getDocumentDocx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
] as const;
/** Longest that a document may take to be laid out, milliseconds; one page takes a few. */
const DOCUMENT_WITHIN_MS = 12_000;

const kind = z.string().regex(/^[a-z][a-z-]{0,39}$/);
const which = z
  .string()
  .max(80)
  .regex(/^[0-9a-f-]*$/)
  .default('')
  .describe('同类公文中的哪一份，见列表的 of；不填为最近一份');

const documentEntry = z
  .object({
    kind: z.string(),
    of: z.string(),
    title: z.string(),
    onDate: z.string(),
    unitId: z.string(),
    unitName: z.string(),
  })
  .meta({ id: 'DocumentEntry' });

/** Official documents of a case: which there are, and each as a file. */
export function archiveDocumentRoutes(api: Api): void {
  api.query({
    url: '/cases/{id}/documents',
    operationId: 'listDocuments',
    tag: 'archive',
    summary: '这件建议的公文',
    client: ArchiveServiceService,
    rpc: 'listDocuments',
    response: z.object({ documents: z.array(documentEntry) }),
    toRequest: ({ id: caseId }) => ({ caseId }),
    toAnswer: ({ documents }) => ({ documents }),
  });
  for (const file of FILES) fileRoute(api, file);
}

function fileRoute({ app, peers }: Api, [format, operationId, contentType]: (typeof FILES)[number]): void {
  registerRoute(app, {
    method: 'GET',
    url: `/cases/{id}/documents/{kind}.${format}`,
    operationId,
    tag: 'archive',
    summary: format === 'pdf' ? '公文（PDF）' : '公文（.docx）',
    params: { kind },
    query: z.strictObject({ of: which }),
    status: 200,
    file: contentType,
    response: fileBytes,
    handle: async ({ session, params, query, reply }) => {
      const request = { caseId: params.id, kind: params.kind, of: query.of, format };
      const answer = await peers.call(ArchiveServiceService, 'getDocument', request, {
        as: session,
        deadlineMs: DOCUMENT_WITHIN_MS,
      });
      if (isRejection(answer)) throw rejectionProblem(answer);
      reply.header('content-disposition', attachmentHeader(answer.title, format));
      return answer.content;
    },
  });
}
