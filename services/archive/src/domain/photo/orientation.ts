/** No turn, no mirror. */
export const UPRIGHT = 1;
const ORIENTATION_TAG = 0x0112;
const TAG_BYTES = 12;
const TIFF_HEADER_BYTES = 8;
/** Far above what cameras write. */
const MAX_TAGS = 1000;

/** How a picture is to be turned, 1–8 (Exif 2.32 §4.6.4 A); upright where its Exif block, a TIFF, does not say. */
export function orientationOf(tiff: Buffer): number {
  if (tiff.length < TIFF_HEADER_BYTES + 2) return UPRIGHT;
  const order = tiff.toString('latin1', 0, 4);
  const isLittle = order === 'II*\u0000';
  if (!isLittle && order !== 'MM\u0000*') return UPRIGHT;
  const u16 = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return UPRIGHT;
  const count = Math.min(u16(directory), MAX_TAGS);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * TAG_BYTES;
    if (at + TAG_BYTES > tiff.length) return UPRIGHT;
    if (u16(at) !== ORIENTATION_TAG) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }
  return UPRIGHT;
}

/** An Exif block, a TIFF of one tag, that says how to turn the picture and nothing else. */
export function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.alloc(TIFF_HEADER_BYTES + 2 + TAG_BYTES + 4);
  tiff.write('MM\u0000*', 'latin1');
  tiff.writeUInt32BE(TIFF_HEADER_BYTES, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION_TAG, 10);
  // Type 3: a number of 16 bits.
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
