import {
  exifSegment,
  jpegFile,
  jpegSegment,
  phoneExif,
  pngChunk,
  pngFile,
} from '@huiyin/testkit/photo-files';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeic } from './heic.ts';
import { readJpeg } from './jpeg.ts';
import { orientationOf, UPRIGHT } from './orientation.ts';
import type { Photo, ReadPhoto } from './photo.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

const SIZE = { width: 16, height: 8 };
/** GPS and device of the Exif block, a place in XMP, a name in IPTC, a comment: none may be left. */
const PRIVATE = ['HUIYIN PHONE', 'gps:30.25', '王代表', 'PK\u0003\u0004'];
const XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta gps:30.25/>');
const ZIP = Buffer.from('PK\u0003\u0004 another file');

function read(reader: ReadPhoto, file: Buffer): Photo {
  const photo = reader(file);
  if (typeof photo === 'string') throw new Error(photo);
  return photo;
}

function expectNothingPrivate(bytes: Buffer): void {
  for (const words of PRIVATE) expect(bytes.includes(words), words).toBe(false);
  // 30°, 15′ as Exif writes them.
  expect(bytes.includes(Buffer.from('0000001e000000010000000f00000001', 'hex'))).toBe(false);
}

describe('a JPEG', () => {
  const phone = Buffer.concat([
    jpegFile(
      SIZE,
      jpegSegment(0xe0, Buffer.from('JFIF\0\u0001\u0002\0\0\u0001\0\u0001\u0001\u0001abc', 'latin1')),
      exifSegment(phoneExif(6)),
      jpegSegment(0xe1, XMP),
      jpegSegment(0xed, Buffer.from('Photoshop 3.0\0 王代表')),
      jpegSegment(0xfe, Buffer.from('王代表')),
      jpegSegment(0xe2, Buffer.from('ICC_PROFILE\0 sRGB')),
      jpegSegment(0xe2, Buffer.from('MPF\0')),
    ),
    ZIP,
  ]);

  it('keeps picture, colours, density and how to turn it, and nothing of place, device and words', () => {
    const { pixels, bytes } = read(readJpeg, phone);
    expect(pixels).toBe(128);
    expectNothingPrivate(bytes);
    expect(bytes.includes('ICC_PROFILE')).toBe(true);
    expect(bytes.includes('MPF')).toBe(false);
    // The preview after the density is gone as well.
    expect(bytes.includes('abc')).toBe(false);
    const exif = bytes.indexOf('Exif\0\0');
    expect(orientationOf(bytes.subarray(exif + 6))).toBe(6);
  });

  it('stays as it is, byte for byte, when there is nothing to take out', () => {
    const plain = jpegFile(SIZE);
    expect(read(readJpeg, plain).bytes.equals(plain)).toBe(true);
    const { bytes } = read(readJpeg, phone);
    expect(read(readJpeg, bytes).bytes.equals(bytes)).toBe(true);
  });

  it('keeps every scan of a progressive picture, and loses what stands between them', () => {
    const plain = jpegFile(SIZE);
    const scan = plain.subarray(plain.indexOf(Buffer.of(0xff, 0xda)), -2);
    const end = Buffer.of(0xff, 0xd9);
    const twice = Buffer.concat([
      ...[plain.subarray(0, -2), jpegSegment(0xfe, Buffer.from('王代表'))],
      ...[scan, Buffer.of(0xff, 0x00, 0xff, 0xd0, 1), end],
    ]);
    expect(read(readJpeg, twice).bytes).toEqual(
      Buffer.concat([plain.subarray(0, -2), scan, Buffer.of(0xff, 0x00, 0xff, 0xd0, 1), end]),
    );
  });

  it('announces its pixels in its frame alone: two frames, or none, are no picture', () => {
    const plain = jpegFile(SIZE);
    const frame = jpegSegment(0xc0, Buffer.from([8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]));
    expect(readJpeg(jpegFile(SIZE, frame))).toBe('malformed');
    expect(readJpeg(Buffer.concat([Buffer.of(0xff, 0xd8), frame, Buffer.of(0xff, 0xd9)]))).toBe('malformed');
    expect(readJpeg(plain.subarray(0, -2))).toBe('malformed');
  });
});

describe('a PNG', () => {
  const phone = Buffer.concat([
    pngFile(
      SIZE,
      pngChunk('pHYs', Buffer.alloc(9)),
      pngChunk('eXIf', phoneExif(3)),
      pngChunk('tEXt', Buffer.from('Author\0王代表')),
      pngChunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), XMP])),
      pngChunk('acTL', Buffer.alloc(8)),
    ),
    ZIP,
  ]);

  it('keeps picture, density and how to turn it, and nothing else', () => {
    const { pixels, bytes } = read(readPng, phone);
    expect(pixels).toBe(128);
    expectNothingPrivate(bytes);
    for (const gone of ['tEXt', 'iTXt', 'acTL']) expect(bytes.includes(gone), gone).toBe(false);
    expect(bytes.includes('pHYs')).toBe(true);
    expect(orientationOf(bytes.subarray(bytes.indexOf('eXIf') + 4))).toBe(3);
    expect(bytes.toString('latin1', bytes.length - 8, bytes.length - 4)).toBe('IEND');
  });

  it('stays as it is, byte for byte, when there is nothing to take out', () => {
    const plain = pngFile(SIZE);
    expect(read(readPng, plain).bytes.equals(plain)).toBe(true);
  });
});

describe('a WebP', () => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  };
  const webp = (...chunks: readonly Buffer[]): Buffer =>
    chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
  // One pixel, lossless.
  const picture = chunk('VP8L', Buffer.from('LwAAABAHEBERiIj+Bw==', 'base64'));
  const extended = (flags: number): Buffer => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 15, 0, 0, 7, 0, 0]));

  it('keeps picture, colours and how to turn it, and says that nothing else is there', () => {
    const phone = webp(
      ...[extended(0x2c), chunk('ICCP', Buffer.from('sRGB')), picture],
      ...[chunk('EXIF', phoneExif(8)), chunk('XMP ', XMP), chunk('none', Buffer.from('王代表'))],
    );
    const { pixels, bytes } = read(readWebp, Buffer.concat([phone, ZIP]));
    expect(pixels).toBe(128);
    expectNothingPrivate(bytes);
    expect(bytes[20]).toBe(0x28);
    expect(bytes.includes('ICCP')).toBe(true);
    expect(orientationOf(bytes.subarray(bytes.lastIndexOf('EXIF') + 8))).toBe(8);
    expect(bytes.readUInt32LE(4) + 8).toBe(bytes.length);
  });

  it('stays as it is when there is nothing to take out, and is refused when it moves', () => {
    const plain = webp(picture);
    expect(read(readWebp, plain)).toMatchObject({ pixels: 1, bytes: plain });
    expect(readWebp(webp(extended(2), chunk('ANIM', Buffer.alloc(6)), picture))).toBe('animated');
    expect(readWebp(webp(chunk('ICCP', Buffer.from('sRGB'))))).toBe('malformed');
  });
});

describe('a HEIC', () => {
  const u16 = (...numbers: readonly number[]): Buffer =>
    Buffer.from(numbers.flatMap((number) => [number >> 8, number & 0xff]));
  const u32 = (...numbers: readonly number[]): Buffer =>
    Buffer.concat(numbers.map((number) => Buffer.from(u16(number >>> 16, number & 0xffff))));
  const box = (type: string, ...body: readonly Buffer[]): Buffer => {
    const whole = Buffer.concat([Buffer.from(`\0\0\0\0${type}`, 'latin1'), ...body]);
    whole.writeUInt32BE(whole.length);
    return whole;
  };
  const item = (id: number, type: string): Buffer =>
    box('infe', u32(0x0200_0000), u16(id, 0), Buffer.from(`${type}\0`));
  const ispe = (width: number, height: number): Buffer => box('ispe', u32(0, width, height));
  const TILE = Buffer.from('the picture');
  const FTYP = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'));

  /** Item 1 is a picture, 2 Exif, 3 a recipe of tiles in `idat`. */
  function heic({ primary = 1, grid = u16(0, 0, 16, 8), size = ispe(16, 8) } = {}): Buffer {
    const exif = Buffer.concat([u32(0), phoneExif(6)]);
    const meta = (at: number): Buffer =>
      box(
        'meta',
        u32(0),
        box('pitm', u32(0), u16(primary)),
        box('iinf', u32(0), u16(3), item(1, 'hvc1'), item(2, 'Exif'), item(3, 'grid')),
        box('iprp', box('ipco', size, box('irot', Buffer.of(1)), box('udes', Buffer.from('王代表')))),
        box('idat', grid),
        box(
          'iloc',
          u32(0x0100_0000),
          u16(0x4400, 3),
          ...[u16(1, 0, 0, 1), u32(at, TILE.length)],
          ...[u16(2, 0, 0, 1), u32(at + TILE.length, exif.length)],
          ...[u16(3, 1, 0, 1), u32(0, grid.length)],
        ),
      );
    const at = FTYP.length + meta(0).length + 8;
    return Buffer.concat([
      ...[FTYP, meta(at), box('mdat', TILE, exif, Buffer.from('王代表')), box('uuid', XMP), box('mpvd', ZIP)],
    ]);
  }

  it('keeps its pictures where they are, how to turn them, and overwrites everything else', () => {
    const file = heic();
    const { pixels, bytes } = read(readHeic, file);
    expect(pixels).toBe(128);
    expect(bytes).toHaveLength(file.length);
    expectNothingPrivate(bytes);
    expect(bytes.indexOf(TILE)).toBe(file.indexOf(TILE));
    expect(bytes.includes('irot')).toBe(true);
    expect(bytes.subarray(bytes.indexOf('idat') + 4).subarray(0, 8)).toEqual(u16(0, 0, 16, 8));
    expect(read(readHeic, bytes).bytes.equals(bytes)).toBe(true);
  });

  it('announces the most pixels that its properties or its recipe of tiles name', () => {
    expect(read(readHeic, heic({ size: ispe(60_000, 60_000) })).pixels).toBe(3_600_000_000);
    expect(read(readHeic, heic({ grid: u16(0, 0, 60_000, 60_000) })).pixels).toBe(3_600_000_000);
  });

  it('is no photo without a picture, or without a size', () => {
    expect(readHeic(heic({ primary: 2 }))).toBe('malformed');
    expect(readHeic(heic({ size: box('pixi', u32(0)), grid: u16(0, 0, 0, 0) }))).toBe('malformed');
  });

  it('is read, never thrown upon, whatever was cut or changed', () => expectJudged(readHeic, heic()));
});

it('is read, never thrown upon, whatever was cut or changed', () => {
  expectJudged(readJpeg, jpegFile(SIZE, exifSegment(phoneExif(6))));
  expectJudged(readPng, pngFile(SIZE, pngChunk('eXIf', phoneExif(6))));
});

it('is upright where Exif does not say otherwise', () => {
  for (const tiff of [Buffer.alloc(0), Buffer.from('II*\0'), phoneExif(9), phoneExif(6).subarray(0, 20)])
    expect(orientationOf(tiff)).toBe(UPRIGHT);
});

/** From its twelfth byte on: those before tell the kind. */
function expectJudged(reader: ReadPhoto, whole: Buffer): void {
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
