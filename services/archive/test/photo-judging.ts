import fc from 'fast-check';
import { expect } from 'vitest';
import type { Photo, ReadPhoto } from '../src/domain/photo/photo.ts';

/** GPS and device of the Exif block, a place in XMP, a name in IPTC, a comment: none may be left. */
const PRIVATE = ['HUIYIN PHONE', 'gps:30.25', '王代表', 'PK\u0003\u0004'];
/** A place in XMP, and a file that hangs on to another. */
export const XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta gps:30.25/>');
export const ZIP = Buffer.from('PK\u0003\u0004 another file');

/** What is kept of a photo that is taken. */
export function read(reader: ReadPhoto, file: Buffer): Photo {
  const photo = reader(file);
  if (typeof photo === 'string') throw new Error(photo);
  return photo;
}

/** Nothing of what `phoneExif`, XMP, a comment or ZIP brought is left. */
export function expectNothingPrivate(bytes: Buffer): void {
  for (const words of PRIVATE) expect(bytes.includes(words), words).toBe(false);
  // 30°, 15′ as Exif writes them.
  expect(bytes.includes(Buffer.from('0000001e000000010000000f00000001', 'hex'))).toBe(false);
}

/** A file is judged whatever was cut or changed of it from its twelfth byte on: those before tell the kind. */
export function expectJudged(reader: ReadPhoto, whole: Buffer): void {
  const places = fc.integer({ min: 12, max: whole.length - 1 });
  fc.assert(
    fc.property(places, fc.nat(255), fc.integer({ min: 12, max: whole.length }), (at, byte, length) => {
      const file = Buffer.from(whole.subarray(0, length));
      if (at < length) file[at] = byte;
      const photo = reader(file);
      if (typeof photo === 'string') return;
      // What is kept is kept again as it is.
      expect(reader(photo.bytes)).toEqual(photo);
    }),
    { numRuns: 500 },
  );
}
