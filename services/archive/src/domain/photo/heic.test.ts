import { phoneExif } from '@huiyin/testkit/photo-files';
import { describe, expect, it } from 'vitest';
import { expectJudged, expectNothingPrivate, read, XMP, ZIP } from '../../../test/photo-judging.ts';
import { readHeic } from './heic.ts';

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
    box('infe', u32(0x0200_0000), u16(id, 0), Buffer.from(`${type}王代表\0`));
  const ispe = (width: number, height: number): Buffer => box('ispe', u32(0, width, height));
  const TILE = Buffer.from('the picture');
  const FTYP = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'));

  /** Where an item lies: from the picture's first byte on in `mdat`, or from the first of `idat`. */
  interface Place {
    readonly id: number;
    readonly inside?: 'idat';
    /** Offsets and lengths. */
    readonly extents: readonly (readonly [number, number])[];
  }
  const exif = Buffer.concat([u32(0), phoneExif(6)]);
  const PICTURE: Place = { id: 1, extents: [[0, TILE.length]] };
  const EXIF: Place = { id: 2, extents: [[TILE.length, exif.length]] };
  const GRID: Place = { id: 3, inside: 'idat', extents: [[0, 8]] };

  /** Item 1 is a picture, 2 Exif, 3 a recipe of tiles in `idat`. */
  function heic({
    primary = 1,
    grid = u16(0, 0, 16, 8),
    size = ispe(16, 8),
    picture = 'hvc1',
    places = [PICTURE, EXIF, GRID],
  } = {}): Buffer {
    const placed = (at: number, { id, inside, extents }: Place): Buffer[] => [
      u16(id, inside === 'idat' ? 1 : 0, 0, extents.length),
      ...extents.map(([from, length]) => u32(inside === 'idat' ? from : at + from, length)),
    ];
    const meta = (at: number): Buffer =>
      box(
        'meta',
        u32(0),
        box('hdlr', u32(0, 0), Buffer.from('pict'), u32(0, 0, 0), Buffer.from('王代表\0')),
        box('pitm', u32(0), u16(primary)),
        box('iinf', u32(0), u16(3), item(1, picture), item(2, 'Exif'), item(3, 'grid')),
        box('iprp', box('ipco', size, box('irot', Buffer.of(1)), box('udes', Buffer.from('王代表')))),
        box('idat', grid),
        box(
          'iloc',
          u32(0x0100_0000),
          u16(0x4400, places.length),
          ...places.flatMap((each) => placed(at, each)),
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

  it('is no photo where bytes are named twice, or more than there are', () => {
    const twice: Place = { id: 1, extents: [...PICTURE.extents, ...PICTURE.extents] };
    expect(readHeic(heic({ places: [twice, EXIF, GRID] }))).toBe('malformed');
    const shared: Place = { id: 3, extents: [[TILE.length - 1, 8]] };
    expect(readHeic(heic({ places: [PICTURE, EXIF, shared] }))).toBe('malformed');
    const beyond: Place = { id: 1, extents: [[0, 0x7fff_ffff]] };
    expect(readHeic(heic({ places: [beyond, EXIF, GRID] }))).toBe('malformed');
    const inPieces: Place = {
      id: 1,
      extents: [
        [4, TILE.length - 4],
        [0, 4],
      ],
    };
    const { bytes } = read(readHeic, heic({ places: [inPieces, EXIF, GRID] }));
    expect(bytes.includes(TILE)).toBe(true);
  });

  it('is no photo where a picture has no bytes: it would be overwritten', () => {
    expect(readHeic(heic({ places: [EXIF, GRID] }))).toBe('malformed');
    expect(readHeic(heic({ places: [{ id: 1, extents: [] }, EXIF, GRID] }))).toBe('malformed');
    expect(readHeic(heic({ places: [{ id: 1, extents: [[0, 0]] }, EXIF, GRID] }))).toBe('malformed');
    expect(readHeic(heic({ places: [PICTURE, EXIF] }))).toBe('malformed');
    // Another picture turned has no bytes of its own.
    expect(read(readHeic, heic({ places: [EXIF, GRID], picture: 'iden' })).pixels).toBe(128);
  });

  it('has a recipe of tiles in one piece, no longer than recipes are', () => {
    const recipe = (...extents: readonly (readonly [number, number])[]): Buffer =>
      heic({ grid: u16(0, 0, 16, 8, 0, 0, 0), places: [PICTURE, EXIF, { id: 3, inside: 'idat', extents }] });
    expect(readHeic(recipe([0, 12]))).toMatchObject({ pixels: 128 });
    expect(readHeic(recipe([0, 13]))).toBe('malformed');
    expect(readHeic(recipe([0, 4], [4, 4]))).toBe('malformed');
  });

  it('is read, never thrown upon, whatever was cut or changed', () => expectJudged(readHeic, heic()));
});
