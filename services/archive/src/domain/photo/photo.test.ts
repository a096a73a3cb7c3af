import {
  exifSegment,
  jpegFile,
  jpegSegment,
  phoneExif,
  pngChunk,
  pngFile,
} from '@huiyin/testkit/photo-files';
import { describe, expect, it } from 'vitest';
import { expectJudged, expectNothingPrivate, read, XMP, ZIP } from '../../../test/photo-judging.ts';
import { readJpeg } from './jpeg.ts';
import { orientationOf, UPRIGHT } from './orientation.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

const SIZE = { width: 16, height: 8 };
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

  it('keeps of what Adobe writes how colours are turned, and nothing behind it or in its place', () => {
    const colours = Buffer.from('Adobe\0\u0064\0\0\0\0\u0001', 'latin1');
    const of = (data: Buffer): Buffer => read(readJpeg, jpegFile(SIZE, jpegSegment(0xee, data))).bytes;
    const kept = jpegFile(SIZE, jpegSegment(0xee, colours));
    expect(of(colours).equals(kept)).toBe(true);
    expect(of(Buffer.concat([colours, Buffer.from('王代表')])).equals(kept)).toBe(true);
    expect(of(colours.subarray(0, 11)).equals(jpegFile(SIZE))).toBe(true);
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

  it('has not as many parts as fit into a file', () => {
    const empty = (count: number): Buffer => Buffer.alloc(count * 8, chunk('none', Buffer.alloc(0)));
    expect(read(readWebp, webp(picture, empty(999))).pixels).toBe(1);
    for (const count of [1_000, 2_000_000]) expect(readWebp(webp(picture, empty(count)))).toBe('malformed');
  });

  it('is read, never thrown upon, whatever was cut or changed', () => {
    const exif = chunk('EXIF', phoneExif(8));
    expectJudged(readWebp, webp(extended(0x2c), chunk('ICCP', Buffer.from('sRGB')), picture, exif));
    expectJudged(readWebp, webp(picture));
  });
});

it('is read, never thrown upon, whatever was cut or changed', () => {
  expectJudged(readJpeg, jpegFile(SIZE, exifSegment(phoneExif(6))));
  expectJudged(readPng, pngFile(SIZE, pngChunk('eXIf', phoneExif(6))));
});

it('is upright where Exif does not say otherwise', () => {
  for (const tiff of [Buffer.alloc(0), Buffer.from('II*\0'), phoneExif(9), phoneExif(6).subarray(0, 20)])
    expect(orientationOf(tiff)).toBe(UPRIGHT);
});
