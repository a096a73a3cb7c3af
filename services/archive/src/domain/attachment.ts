import { createHash } from 'node:crypto';

/** 附件: a file as archive keeps it. Instants are system time. */
export interface Attachment {
  readonly attachmentId: string;
  /** Hex, over the bytes. */
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly uploaderId: string;
  /** Empty when the uploader acted for no unit. */
  readonly uploaderUnitId: string;
  readonly scan: 'pending' | 'clean' | 'refused';
  /** `none` where no scanner is set up. */
  readonly scannedBy: string;
  readonly storedAt: Date;
  /** Since when no case names it; undefined while one does. */
  readonly unnamedSince: Date | undefined;
}

/** The parts of a case that name files; each is a group of facts with rights of its own. */
export type AttachmentPart = 'text' | 'contact-records' | 'draft-reply' | 'final-reply';

/** One part of a case names one file. */
export interface AttachmentUse {
  readonly attachmentId: string;
  readonly part: AttachmentPart;
}

/** A file as a text or a reply would name it, and who may have uploaded it. */
export interface AttachmentClaim {
  readonly attachmentId: string;
  readonly sha256: string;
  readonly uploaderIds: readonly string[];
  /** Anybody of this unit may have uploaded it as well; empty for nobody. */
  readonly unitId: string;
}

export type ClaimCode =
  'attachment-unknown' | 'attachment-hash-differs' | 'attachment-not-clean' | 'attachment-expired';

const HOUR_MS = 3_600_000;
/** A file that no case names is removed after this. */
export const UNNAMED_KEPT_MS = 24 * HOUR_MS;
/** A file may be named only so long before it would go: the fact that names it needs time to arrive. */
const UNNAMED_CLAIMABLE_MS = 12 * HOUR_MS;

/** Why a file may not be named; undefined when it may. Someone else's file is unknown, like one that never was. */
export function refuseClaim(
  claim: AttachmentClaim,
  found: Attachment | undefined,
  now: Date,
): ClaimCode | undefined {
  if (found === undefined || !isUploader(claim, found)) return 'attachment-unknown';
  if (found.sha256 !== claim.sha256) return 'attachment-hash-differs';
  if (found.scan !== 'clean') return 'attachment-not-clean';
  if (found.unnamedSince === undefined) return undefined;
  const unnamedMs = now.getTime() - found.unnamedSince.getTime();
  return unnamedMs > UNNAMED_CLAIMABLE_MS ? 'attachment-expired' : undefined;
}

function isUploader({ uploaderIds, unitId }: AttachmentClaim, found: Attachment): boolean {
  return uploaderIds.includes(found.uploaderId) || (unitId !== '' && unitId === found.uploaderUnitId);
}

/** Hex. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
