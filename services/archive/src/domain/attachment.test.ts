import { expect, it } from 'vitest';
import { refuseClaim, type Attachment, type AttachmentClaim } from './attachment.ts';

const STORED = new Date('2026-03-01T00:00:00Z');
const hoursLater = (hours: number): Date => new Date(STORED.getTime() + hours * 3_600_000);
const file: Attachment = {
  ...{ attachmentId: 'f-1', sha256: 'aa', name: '现场.pdf', mediaType: 'application/pdf', sizeBytes: 3 },
  ...{ uploaderId: 'wang', uploaderUnitId: '', scan: 'clean', scannedBy: 'clamd' },
  ...{ storedAt: STORED, unnamedSince: STORED },
};
const claim: AttachmentClaim = { attachmentId: 'f-1', sha256: 'aa', uploaderIds: ['li', 'wang'], unitId: '' };

it('lets a clean file be named by those who uploaded it, for twelve hours unless a case names it', () => {
  expect(refuseClaim(claim, file, hoursLater(12))).toBeUndefined();
  expect(refuseClaim(claim, file, hoursLater(13))).toBe('attachment-expired');
  expect(refuseClaim(claim, { ...file, unnamedSince: undefined }, hoursLater(9000))).toBeUndefined();
});

it('knows no file of somebody else, and no file of no unit', () => {
  expect(refuseClaim(claim, undefined, STORED)).toBe('attachment-unknown');
  expect(refuseClaim({ ...claim, uploaderIds: ['li'] }, file, STORED)).toBe('attachment-unknown');
  const ofUnit = { ...file, uploaderId: 'zhao', uploaderUnitId: 'jiaotong' };
  expect(refuseClaim({ ...claim, unitId: 'jiaotong' }, ofUnit, STORED)).toBeUndefined();
  expect(refuseClaim({ ...claim, unitId: 'shuiwu' }, ofUnit, STORED)).toBe('attachment-unknown');
});

it('refuses other bytes, and a file that is not found clean', () => {
  expect(refuseClaim({ ...claim, sha256: 'bb' }, file, STORED)).toBe('attachment-hash-differs');
  for (const scan of ['pending', 'refused'] as const)
    expect(refuseClaim(claim, { ...file, scan }, STORED)).toBe('attachment-not-clean');
});
