import type { AttachmentPart } from './attachment.ts';
import type { CaseFile } from './case-file.ts';

/** Adds what a fact names to the file; `draft` replaces what the draft named before. */
export function nameFiles(
  file: CaseFile,
  refs: readonly Readonly<Record<string, unknown>>[],
  { part, draft }: { readonly part: AttachmentPart; readonly draft: boolean },
): void {
  const kept = part === 'text' ? file.attachments.filter((named) => !named.draft) : file.attachments;
  const known = new Set(kept.filter((named) => named.part === part).map(({ attachmentId }) => attachmentId));
  const ids = refs.flatMap(({ attachmentId }) => (typeof attachmentId === 'string' ? [attachmentId] : []));
  const added = [...new Set(ids)].filter((attachmentId) => !known.has(attachmentId));
  file.attachments = [...kept, ...added.map((attachmentId) => ({ attachmentId, part, draft }))];
}
