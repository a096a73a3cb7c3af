import type { AttachmentPart } from './attachment.ts';
import type { CaseFile, NamedFile } from './case-file.ts';

interface Naming {
  readonly part: AttachmentPart;
  readonly draft: boolean;
  /** Absent or empty for what is about the whole case. */
  readonly assignmentId?: string;
}

/** Adds what a fact names to the file; `draft` replaces what the draft named before. */
export function nameFiles(
  file: CaseFile,
  refs: readonly Readonly<Record<string, unknown>>[],
  { part, draft, assignmentId = '' }: Naming,
): void {
  const kept = part === 'text' ? file.attachments.filter((named) => !named.draft) : file.attachments;
  const isSame = (named: NamedFile): boolean =>
    named.part === part && (named.assignmentId ?? '') === assignmentId;
  const known = new Set(kept.filter(isSame).map(({ attachmentId }) => attachmentId));
  const ids = refs.flatMap(({ attachmentId }) => (typeof attachmentId === 'string' ? [attachmentId] : []));
  const added = [...new Set(ids)].filter((attachmentId) => !known.has(attachmentId));
  const share = assignmentId === '' ? {} : { assignmentId };
  file.attachments = [...kept, ...added.map((attachmentId) => ({ attachmentId, part, draft, ...share }))];
}
