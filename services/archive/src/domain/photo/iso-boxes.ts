/** A box of an ISO base media file (ISO/IEC 14496-12 §4.2): where its head and its body stand in the file. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

const HEAD_BYTES = 8;
const LARGE_HEAD_BYTES = 16;
/** Far above what a camera writes into one box. */
const MAX_BOXES = 10_000;

/** The boxes between two places that they fill exactly; undefined where they do not. */
export function boxesIn(file: Buffer, from: number, to: number): readonly Box[] | undefined {
  const boxes: Box[] = [];
  for (let start = from; start < to;) {
    if (start + HEAD_BYTES > to || boxes.length === MAX_BOXES) return undefined;
    const size = file.readUInt32BE(start);
    const isLarge = size === 1;
    if (isLarge && start + LARGE_HEAD_BYTES > to) return undefined;
    const body = start + (isLarge ? LARGE_HEAD_BYTES : HEAD_BYTES);
    const end = size === 0 ? to : start + (isLarge ? Number(file.readBigUInt64BE(start + 8)) : size);
    if (end < body || end > to) return undefined;
    boxes.push({ type: file.toString('latin1', start + 4, start + 8), start, body, end });
    start = end;
  }
  return boxes;
}

/** Makes of a box one that readers skip, and empties it; nothing else moves. */
export function wipeBox(file: Buffer, { start, body, end }: Box): void {
  file.write('free', start + 4, 'latin1');
  file.fill(0, body, end);
}

/** Reads numbers one after the other; beyond the end it reads 0 and remembers that it did. */
export class Fields {
  readonly #bytes: Buffer;
  #at = 0;
  isOver = false;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** A whole number of 0–8 bytes, the highest first. */
  number(bytes: number): number {
    const from = this.#at;
    this.#at += bytes;
    if (bytes === 0) return 0;
    if (this.#at > this.#bytes.length) {
      this.isOver = true;
      return 0;
    }
    if (bytes <= 6) return this.#bytes.readUIntBE(from, bytes);
    return Number(this.#bytes.readBigUInt64BE(from));
  }

  /** Four letters. */
  letters(): string {
    const from = this.#at;
    this.#at += 4;
    if (this.#at > this.#bytes.length) this.isOver = true;
    return this.#bytes.toString('latin1', from, from + 4);
  }
}
