/** Why a file may not be named; archive finds it (ADR 15). Each service says it in the words of its own act. */
export const ATTACHMENT_CODES = [
  'attachment-unknown',
  'attachment-hash-differs',
  'attachment-not-clean',
  'attachment-expired',
] as const;

export type AttachmentCode = (typeof ATTACHMENT_CODES)[number];

/** What archive says of one file that somebody wants to name. */
export interface CheckedFile {
  readonly attachmentId: string;
  /** As stored. */
  readonly name: string;
  /** Undefined when it may be named. */
  readonly code: AttachmentCode | undefined;
}
