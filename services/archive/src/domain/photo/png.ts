import { orientationOf, orientationOnly, UPRIGHT } from './orientation.ts';
import type { Photo, PhotoProblem } from './photo.ts';

const SIGNATURE_BYTES = 8;
/** Length, type and checksum around the data. */
const AROUND_BYTES = 12;
const HEADER_DATA_BYTES = 13;
/** Picture, palette, transparency, colours and density (PNG 3rd edition §11); no text, no time, no other frames. */
const KEPT = new Set([
  ...['PLTE', 'IDAT', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs'],
  ...['mDCV', 'cLLI'],
]);

/** A PNG, chunk by chunk up to IEND. An animated one keeps the picture that stands for it. */
export function readPng(file: Buffer): Photo | PhotoProblem {
  const kept: Buffer[] = [];
  let orientation = UPRIGHT;
  let hasPicture = false;
  let at = SIGNATURE_BYTES;
  const header = chunkAt(file, at);
  if (header?.type !== 'IHDR' || header.data.length !== HEADER_DATA_BYTES) return 'malformed';
  for (let chunk = header; chunk.type !== 'IEND';) {
    at += chunk.whole.length;
    if (KEPT.has(chunk.type)) kept.push(chunk.whole);
    if (chunk.type === 'IDAT') hasPicture = true;
    if (chunk.type === 'eXIf') orientation = orientationOf(chunk.data);
    const next = chunkAt(file, at);
    if (next === undefined || next.type === 'IHDR') return 'malformed';
    chunk = next;
  }
  const pixels = header.data.readUInt32BE(0) * header.data.readUInt32BE(4);
  if (!hasPicture || pixels === 0) return 'malformed';
  const turn = orientation === UPRIGHT ? [] : [chunkOf('eXIf', orientationOnly(orientation))];
  const signature = file.subarray(0, SIGNATURE_BYTES);
  const bytes = Buffer.concat([signature, header.whole, ...turn, ...kept, chunkOf('IEND', Buffer.alloc(0))]);
  return { pixels, bytes };
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly whole: Buffer;
}

function chunkAt(file: Buffer, at: number): Chunk | undefined {
  if (at + AROUND_BYTES > file.length) return undefined;
  const end = at + AROUND_BYTES + file.readUInt32BE(at);
  if (end > file.length) return undefined;
  const type = file.toString('latin1', at + 4, at + 8);
  return { type, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) };
}

function chunkOf(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(AROUND_BYTES + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(checksum(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** CRC-32 (PNG 3rd edition annex D), bit by bit: it is only asked of the few bytes written here. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
