import { crc32, deflateSync } from 'node:zlib';

/** Size of a test's picture in pixels. */
export interface PhotoSize {
  readonly width: number;
  readonly height: number;
}

/** A grey JPEG that every decoder shows; `segments` stand before the picture. Sizes up to a few hundred pixels. */
export function jpegFile({ width, height }: PhotoSize, ...segments: readonly Buffer[]): Buffer {
  const table = Buffer.concat([Buffer.of(0), Buffer.alloc(64, 16)]);
  // One code of one bit in either table: no difference to the block before, and the end of a block.
  const huffman = (id: number): Buffer => Buffer.from([id, 1, ...Array<number>(15).fill(0), 0]);
  const frame = Buffer.from([8, ...two(height), ...two(width), 1, 1, 0x11, 0]);
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const scan = Buffer.alloc(Math.ceil(blocks / 4));
  if (blocks % 4 !== 0) scan[scan.length - 1] = 0xff >> ((blocks % 4) * 2);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...segments,
    jpegSegment(0xdb, table),
    jpegSegment(0xc0, frame),
    ...[0x00, 0x10].map((id) => jpegSegment(0xc4, huffman(id))),
    jpegSegment(0xda, Buffer.from([1, 1, 0x00, 0, 63, 0])),
    scan,
    Buffer.of(0xff, 0xd9),
  ]);
}

/** One segment of a JPEG with its marker and length. */
export function jpegSegment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, ...two(2 + body.length)]), body]);
}

/** A white PNG; `chunks` stand before the picture. */
export function pngFile({ width, height }: PhotoSize, ...chunks: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width, 0xff)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One chunk of a PNG with its length and checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([four(data.length), body, four(crc32(body))]);
}

/** What a phone writes into Exif, as a TIFF: how to turn the photo, the device, and where it stood (30°15′N 120°10′E). */
export function phoneExif(orientation: number): Buffer {
  const model = Buffer.from('HUIYIN PHONE\0');
  const first = 8;
  const place = first + 2 + 3 * 12 + 4;
  const data = place + 2 + 4 * 12 + 4;
  const [latitude, longitude] = [data + model.length, data + model.length + 24];
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([Buffer.from([...two(tag), ...two(type)]), four(count), value]);
  const degrees = (...numbers: readonly number[]): Buffer =>
    Buffer.concat(numbers.flatMap((number) => [four(number), four(1)]));
  return Buffer.concat([
    Buffer.from('MM\u0000*', 'latin1'),
    four(first),
    Buffer.from(two(3)),
    entry(0x0110, 2, model.length, four(data)),
    entry(0x0112, 3, 1, Buffer.from([...two(orientation), 0, 0])),
    entry(0x8825, 4, 1, four(place)),
    four(0),
    Buffer.from(two(4)),
    entry(1, 2, 2, Buffer.from('N\0\0\0')),
    entry(2, 5, 3, four(latitude)),
    entry(3, 2, 2, Buffer.from('E\0\0\0')),
    entry(4, 5, 3, four(longitude)),
    four(0),
    model,
    degrees(30, 15, 0),
    degrees(120, 10, 0),
  ]);
}

/** The segment in which a JPEG carries Exif. */
export function exifSegment(tiff: Buffer): Buffer {
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
}

function two(number: number): [number, number] {
  return [(number >> 8) & 0xff, number & 0xff];
}

function four(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
