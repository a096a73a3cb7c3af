import type { AttachmentPart } from './attachment.ts';
import type { CaseFile } from './case-file.ts';

interface Naming {
  readonly part: AttachmentPart;
  /** What a draft names replaces what it named before. */
  readonly draft: boolean;
  /** Absent for what is about the whole case. */
  readonly assignmentId?: string;
}

/** Adds what a fact names to the file; what a draft named before and is not named again is let go. */
export function nameFiles(
  file: CaseFile,
  refs: readonly Readonly<Record<string, unknown>>[],
  { part, draft, assignmentId = '' }: Naming,
): void {
  letGoOfDraft(file, part, assignmentId);
  const known = new Set(
    file.attachments
      .filter((named) => named.part === part && named.assignmentId === assignmentId)
      .map(({ attachmentId }) => attachmentId),
  );
  const ids = refs.flatMap(({ attachmentId }) => (typeof attachmentId === 'string' ? [attachmentId] : []));
  const added = [...new Set(ids)].filter((attachmentId) => !known.has(attachmentId));
  file.attachments.push(...added.map((attachmentId) => ({ attachmentId, part, draft, assignmentId })));
}

/** What only the draft of this part named is named no more. */
export function letGoOfDraft(file: CaseFile, part: AttachmentPart, assignmentId: string): void {
  file.attachments = file.attachments.filter(
    (named) => !named.draft || named.part !== part || named.assignmentId !== assignmentId,
  );
}
