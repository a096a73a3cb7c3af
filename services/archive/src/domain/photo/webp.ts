import { orientationOf, orientationOnly, UPRIGHT } from './orientation.ts';
import type { Photo, PhotoProblem } from './photo.ts';

const HEAD_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
const EXTENDED_BYTES = 10;
/** Far above what a writer puts into a still picture. */
const MAX_CHUNKS = 1_000;
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
/** Picture, transparency and colours (RFC 9649 §2.7). */
const KEPT = ['VP8 ', 'VP8L', 'ALPH', 'ICCP'];
const EXIF = 'Exif\u0000\u0000';

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** A still WebP, chunk by chunk; what follows the size it declares belongs to another file. */
export function readWebp(file: Buffer): Photo | PhotoProblem {
  const chunks = chunksOf(file);
  if (chunks === undefined) return 'malformed';
  if (chunks.some(({ type }) => type === 'ANIM' || type === 'ANMF')) return 'animated';
  const sizes = chunks.map(pixelsOf);
  if (!chunks.some(isPicture) || sizes.includes(0)) return 'malformed';
  const extended = chunks.find(({ type }) => type === 'VP8X');
  const exif = chunks.find(({ type }) => type === 'EXIF')?.data;
  const orientation = extended === undefined || exif === undefined ? UPRIGHT : turnOf(exif);
  const kept = chunks.filter(({ type }) => KEPT.includes(type));
  const turn = orientation === UPRIGHT ? [] : [{ type: 'EXIF', data: orientationOnly(orientation) }];
  const first = extended === undefined ? [] : [withoutMetadata(extended, turn.length > 0)];
  const pixels = sizes.reduce<number>((most, size) => Math.max(most, size ?? 0), 0);
  return { pixels, bytes: riff([...first, ...kept, ...turn]) };
}

function chunksOf(file: Buffer): readonly Chunk[] | undefined {
  const end = 8 + file.readUInt32LE(4);
  if (end > file.length) return undefined;
  const chunks: Chunk[] = [];
  for (let at = HEAD_BYTES; at < end;) {
    if (at + CHUNK_HEAD_BYTES > end || chunks.length === MAX_CHUNKS) return undefined;
    const size = file.readUInt32LE(at + 4);
    const start = at + CHUNK_HEAD_BYTES;
    if (start + size > end) return undefined;
    chunks.push({ type: file.toString('latin1', at, at + 4), data: file.subarray(start, start + size) });
    at = start + size + (size % 2);
  }
  return chunks;
}

function isPicture({ type }: Chunk): boolean {
  return type === 'VP8 ' || type === 'VP8L';
}

/** Undefined for a chunk that announces no size; 0 where it should and does not. */
function pixelsOf({ type, data }: Chunk): number | undefined {
  switch (type) {
    case 'VP8X':
      return data.length < EXTENDED_BYTES ? 0 : (data.readUIntLE(4, 3) + 1) * (data.readUIntLE(7, 3) + 1);
    case 'VP8 ': {
      // RFC 6386 §9.1: a key frame has three bytes of its own, a start code, and two sizes of 14 bits.
      if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a) return 0;
      return (data.readUInt16LE(6) & 0x3fff) * (data.readUInt16LE(8) & 0x3fff);
    }
    case 'VP8L': {
      if (data.length < 5 || data[0] !== 0x2f) return 0;
      const sizes = data.readUInt32LE(1);
      return ((sizes & 0x3fff) + 1) * (((sizes >>> 14) & 0x3fff) + 1);
    }
    default:
      return undefined;
  }
}

function turnOf(exif: Buffer): number {
  const isPrefixed = exif.toString('latin1', 0, EXIF.length) === EXIF;
  return orientationOf(isPrefixed ? exif.subarray(EXIF.length) : exif);
}

function withoutMetadata({ type, data }: Chunk, hasExif: boolean): Chunk {
  const changed = Buffer.from(data.subarray(0, EXTENDED_BYTES));
  changed[0] = ((changed[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (hasExif ? EXIF_FLAG : 0);
  return { type, data: changed };
}

function riff(chunks: readonly Chunk[]): Buffer {
  const pieces = chunks.flatMap(({ type, data }) => {
    const head = Buffer.alloc(CHUNK_HEAD_BYTES);
    head.write(type, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return [head, data, Buffer.alloc(data.length % 2)];
  });
  const body = Buffer.concat([Buffer.from('WEBP'), ...pieces]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
