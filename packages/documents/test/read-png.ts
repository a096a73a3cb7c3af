import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel, row by row. */
  readonly bytes: Uint8Array;
}

const SIGNATURE = '89504e470d0a1a0a';
const BYTES_A_PIXEL = 3;

/** Reads an 8-bit RGB PNG as pdftoppm writes it. */
export function readPng(png: Buffer): Picture {
  if (png.toString('hex', 0, 8) !== SIGNATURE) throw new Error('not a PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png.readUInt16BE(24) !== 0x0802) throw new Error('not an 8-bit RGB PNG');
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return { width, height, bytes: unfiltered(inflateSync(Buffer.concat(packed)), width * BYTES_A_PIXEL) };
}

/** Each row comes as its differences from what stands left, above, or both. */
function unfiltered(rows: Buffer, rowBytes: number): Uint8Array {
  const height = rows.length / (rowBytes + 1);
  const bytes = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (rowBytes + 1)]!;
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const hasLeft = x >= BYTES_A_PIXEL;
      const left = hasLeft ? bytes[at - BYTES_A_PIXEL]! : 0;
      const up = y > 0 ? bytes[at - rowBytes]! : 0;
      const upLeft = hasLeft && y > 0 ? bytes[at - rowBytes - BYTES_A_PIXEL]! : 0;
      bytes[at] = (rows[y * (rowBytes + 1) + 1 + x]! + predict(filter, { left, up, upLeft })) & 0xff;
    }
  }
  return bytes;
}

function predict(filter: number, { left, up, upLeft }: { left: number; up: number; upLeft: number }): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return nearest(left + up - upLeft, { left, up, upLeft });
    default:
      throw new Error(`PNG filter ${filter}`);
  }
}

function nearest(
  estimate: number,
  { left, up, upLeft }: { left: number; up: number; upLeft: number },
): number {
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
