import { orientationOf, orientationOnly, UPRIGHT } from './orientation.ts';
import type { Photo, PhotoProblem } from './photo.ts';

const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const SCAN = 0xda;
const EXIF = 'Exif\u0000\u0000';
/** Marker, length, `JFIF\0`, version, density; a preview of the uncut picture may follow. */
const JFIF_BYTES = 18;
/** Marker, length, `Adobe`, version, two fields of flags, how colours are turned (ITU-T T.872 §6.5.3). */
const ADOBE_BYTES = 16;
/** Tables, restart interval and scan (ITU-T T.81 table B.1). */
const KEPT = [0xc4, 0xcc, 0xdb, 0xdd, SCAN];

interface Segment {
  readonly marker: number;
  readonly bytes: Buffer;
}

/** A JPEG of one frame, segment by segment up to its end marker: what follows that belongs to another file. */
export function readJpeg(file: Buffer): Photo | PhotoProblem {
  const kept: Buffer[] = [];
  let pixels = 0;
  let hasScan = false;
  let orientation = UPRIGHT;
  let at = START.length;
  for (;;) {
    at = afterFill(file, at);
    if (file[at] === 0xff && file[at + 1] === END[1]) break;
    const segment = segmentAt(file, at);
    if (segment === undefined) return 'malformed';
    at += segment.bytes.length;
    if (isFrame(segment.marker)) {
      // A second frame could be larger than the first, and no height means that it comes later.
      if (pixels > 0 || segment.bytes.length < 9) return 'malformed';
      pixels = segment.bytes.readUInt16BE(5) * segment.bytes.readUInt16BE(7);
      if (pixels === 0) return 'malformed';
    }
    if (segment.marker === APP1 && orientation === UPRIGHT) orientation = turnOf(segment.bytes);
    kept.push(...keptOf(segment));
    if (segment.marker !== SCAN) continue;
    if (pixels === 0) return 'malformed';
    hasScan = true;
    const scanned = endOfScan(file, at);
    kept.push(file.subarray(at, scanned));
    at = scanned;
  }
  if (!hasScan) return 'malformed';
  const turn = orientation === UPRIGHT ? [] : [exifSegment(orientationOnly(orientation))];
  return { pixels, bytes: Buffer.concat([START, ...turn, ...kept, END]) };
}

/** Any number of FF may stand before a marker. */
function afterFill(file: Buffer, at: number): number {
  let next = at;
  while (file[next] === 0xff && file[next + 1] === 0xff) next += 1;
  return next;
}

function segmentAt(file: Buffer, at: number): Segment | undefined {
  if (at + 4 > file.length || file[at] !== 0xff) return undefined;
  const marker = file[at + 1] ?? 0;
  // Below C0 nothing has a length; D0–D8 stand alone and only inside of scans; DE and DF bring several frames.
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || marker === 0xde || marker === 0xdf)
    return undefined;
  const length = file.readUInt16BE(at + 2);
  const end = at + 2 + length;
  if (length < 2 || end > file.length) return undefined;
  return { marker, bytes: file.subarray(at, end) };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** What of a segment makes the picture: the frame, tables, density, colours; neither Exif, XMP, IPTC nor comments. */
function keptOf({ marker, bytes }: Segment): readonly Buffer[] {
  if (isFrame(marker) || KEPT.includes(marker)) return [bytes];
  const says = (name: string): boolean => bytes.toString('latin1', 4, 4 + name.length) === name;
  if (marker === APP2 && says('ICC_PROFILE\u0000')) return [bytes];
  if (marker === APP14 && says('Adobe')) return firstOf(bytes, ADOBE_BYTES);
  if (marker !== APP0 || !says('JFIF\u0000')) return [];
  const density = firstOf(bytes, JFIF_BYTES);
  // How large the preview is.
  density[0]?.writeUInt16BE(0, JFIF_BYTES - 2);
  return density;
}

/** A copy of a segment up to a length, which it then names; nothing where it is shorter. */
function firstOf(segment: Buffer, length: number): readonly Buffer[] {
  if (segment.length < length) return [];
  const first = Buffer.from(segment.subarray(0, length));
  first.writeUInt16BE(length - 2, 2);
  return [first];
}

function turnOf(segment: Buffer): number {
  const body = segment.subarray(4);
  return body.toString('latin1', 0, EXIF.length) === EXIF
    ? orientationOf(body.subarray(EXIF.length))
    : UPRIGHT;
}

function exifSegment(tiff: Buffer): Buffer {
  const head = Buffer.alloc(4 + EXIF.length);
  head.writeUInt16BE(0xff00 + APP1, 0);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  head.write(EXIF, 4, 'latin1');
  return Buffer.concat([head, tiff]);
}

/** Where the next marker stands that is neither an escaped FF nor a restart. */
function endOfScan(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0x00 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
}
