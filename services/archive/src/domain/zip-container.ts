/** One file of a zip container, with its real bytes. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Why a container is not opened. */
export type ZipProblem =
  'malformed' | 'encrypted' | 'too-many-parts' | 'too-large-inside' | 'part-name-unsafe';

/** Bytes of a part, or why it cannot be inflated within its limit. */
export type Inflated = Buffer | 'too-large-inside' | 'malformed';

/** Inflates raw deflate data, stopping at `limit` bytes. */
export type Inflate = (packed: Uint8Array, limit: number) => Inflated;

const END_SIGNATURE = 0x0605_4b50;
const CENTRAL_SIGNATURE = 0x0201_4b50;
const LOCAL_SIGNATURE = 0x0403_4b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;
/** What a field holds when ZIP64 carries the value: no office file of a bounded size needs it. */
const ZIP64_MARK = 0xffff_ffff;
const MAX_PARTS = 2000;
/** Sum of the parts once inflated. */
const MAX_INSIDE_BYTES = 200 * 1024 * 1024;
/** Inflated to packed, for the container as a whole; deflate itself ends at about 1032. */
const MAX_RATIO = 100;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly at: number;
}

/**
 * Opens a zip container. The directory is judged before anything is inflated, and every part is inflated
 * under the size it declared, because declared sizes lie (reliability.md §3.6).
 */
export function openZip(file: Buffer, inflate: Inflate): readonly ZipPart[] | ZipProblem {
  const entries = readDirectory(file);
  if (typeof entries === 'string') return entries;
  const inside = entries.reduce((sum, entry) => sum + entry.declared, 0);
  if (inside > MAX_INSIDE_BYTES || inside > file.length * MAX_RATIO) return 'too-large-inside';
  const parts: ZipPart[] = [];
  for (const entry of entries) {
    const bytes = readPart(file, entry, inflate);
    if (typeof bytes === 'string') return bytes;
    parts.push({ name: entry.name, bytes });
  }
  return parts;
}

/** Whether readers of zip containers, who begin at the end, would take a file for one. */
export function endsAsZip(file: Buffer): boolean {
  return file.length >= END_BYTES && findEnd(file) !== undefined;
}

function readDirectory(file: Buffer): readonly Entry[] | ZipProblem {
  const end = findEnd(file);
  if (end === undefined) return 'malformed';
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_PARTS) return 'too-many-parts';
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > end || file.readUInt32LE(at) !== CENTRAL_SIGNATURE) return 'malformed';
    const nameEnd = at + CENTRAL_BYTES + file.readUInt16LE(at + 28);
    if (nameEnd > end) return 'malformed';
    const entry = readEntry(file, at, nameEnd);
    if ([entry.packed, entry.declared, entry.at].includes(ZIP64_MARK)) return 'malformed';
    if ((entry.flags & ENCRYPTED_FLAG) !== 0) return 'encrypted';
    if (!isSafeName(entry.name) || names.has(entry.name.toLowerCase())) return 'part-name-unsafe';
    names.add(entry.name.toLowerCase());
    entries.push(entry);
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return at === end ? entries : 'malformed';
}

function readEntry(file: Buffer, at: number, nameEnd: number): Entry {
  return {
    name: file.toString('utf8', at + CENTRAL_BYTES, nameEnd),
    flags: file.readUInt16LE(at + 8),
    method: file.readUInt16LE(at + 10),
    packed: file.readUInt32LE(at + 20),
    declared: file.readUInt32LE(at + 24),
    at: file.readUInt32LE(at + 42),
  };
}

/** The end record must close the file exactly, so that no reader can find another one than we did. */
function findEnd(file: Buffer): number | undefined {
  const first = Math.max(0, file.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = file.length - END_BYTES; at >= first; at -= 1)
    if (file.readUInt32LE(at) === END_SIGNATURE)
      return at + END_BYTES + file.readUInt16LE(at + 20) === file.length ? at : undefined;
  return undefined;
}

function readPart(file: Buffer, entry: Entry, inflate: Inflate): Buffer | ZipProblem {
  if (entry.at + LOCAL_BYTES > file.length || file.readUInt32LE(entry.at) !== LOCAL_SIGNATURE)
    return 'malformed';
  const nameLength = file.readUInt16LE(entry.at + 26);
  const start = entry.at + LOCAL_BYTES + nameLength + file.readUInt16LE(entry.at + 28);
  const localName = file.toString('utf8', entry.at + LOCAL_BYTES, entry.at + LOCAL_BYTES + nameLength);
  // A part called one thing in the directory and another in place is made to deceive.
  if (localName !== entry.name || start + entry.packed > file.length) return 'malformed';
  const packed = file.subarray(start, start + entry.packed);
  if (entry.method === STORED) return entry.packed === entry.declared ? packed : 'malformed';
  if (entry.method !== DEFLATED) return 'malformed';
  const bytes = inflate(packed, entry.declared);
  return typeof bytes === 'string' || bytes.length === entry.declared ? bytes : 'malformed';
}

function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    !/[\\:\u0000-\u001f\ufffd]/.test(name) &&
    !name.startsWith('/') &&
    !name.split('/').includes('..')
  );
}
