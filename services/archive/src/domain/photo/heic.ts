import { itemPlaces, itemType, primaryItem, type Extent } from './heic-items.ts';
import { boxesIn, wipeBox, type Box } from './iso-boxes.ts';
import type { Photo, PhotoProblem } from './photo.ts';

/** `meta` begins with a version. */
const VERSION_BYTES = 4;
const META_KEPT = ['hdlr', 'dinf', 'pitm', 'iloc', 'iinf', 'iref', 'iprp', 'idat', 'grpl', 'free'];
/** Pictures, their tiles and the recipes that join them; Exif and XMP are items of other types. */
const PICTURE_TYPES = ['hvc1', 'av01', 'grid', 'iden', 'tmap'];
/** What a decoder needs: sizes, colours, turning and cutting; no names, no keywords (ISO/IEC 23008-12 §6.5). */
const PROPERTIES_KEPT = new Set([
  ...['hvcC', 'av1C', 'ispe', 'pixi', 'colr', 'pasp', 'irot', 'imir', 'clap', 'auxC'],
  ...['clli', 'mdcv', 'cclv', 'amve', 'lsel', 'a1op', 'a1lx', 'free'],
]);

interface Item {
  readonly id: number;
  readonly type: string;
  readonly extents: readonly Extent[];
}

/**
 * A HEIC. Nothing is moved, because places in the file are written in it; what is not a picture is overwritten. How to
 * turn the picture is a property of its own here, not part of Exif.
 */
export function readHeic(file: Buffer): Photo | PhotoProblem {
  const top = boxesIn(file, 0, file.length);
  const meta = onlyOne(top, 'meta');
  if (top === undefined || meta === undefined) return 'malformed';
  const inside = boxesIn(file, meta.body + VERSION_BYTES, meta.end);
  const items = inside && itemsOf(file, inside);
  const ipco = inside && propertiesOf(file, inside);
  if (inside === undefined || items === undefined || ipco === undefined) return 'malformed';
  const bytes = Buffer.from(file);
  for (const box of top) if (!['ftyp', 'meta', 'mdat'].includes(box.type)) wipeBox(bytes, box);
  for (const box of inside) if (!META_KEPT.includes(box.type)) wipeBox(bytes, box);
  for (const box of ipco) if (!PROPERTIES_KEPT.has(box.type)) wipeBox(bytes, box);
  const stores = [...top, ...inside].filter(({ type }) => ['mdat', 'idat', 'free'].includes(type));
  for (const { body, end } of stores) bytes.fill(0, body, end);
  const idat = onlyOne(inside, 'idat');
  const sizes = ipco.filter(({ type }) => type === 'ispe').map((box) => pixelsOfIspe(file, box));
  for (const item of items) {
    const pieces = item.extents.map((extent) => pieceOf(file, extent, { top, idat }));
    if (!pieces.every((piece) => piece !== undefined)) return 'malformed';
    for (const { at, piece } of pieces) piece.copy(bytes, at);
    if (item.type === 'grid') sizes.push(pixelsOfGrid(Buffer.concat(pieces.map(({ piece }) => piece))));
  }
  return sizes.length === 0 || sizes.includes(0) ? 'malformed' : { pixels: Math.max(...sizes), bytes };
}

/** The items that are pictures; undefined where the one that the file is for is not among them. */
function itemsOf(file: Buffer, inside: readonly Box[]): readonly Item[] | undefined {
  const [iinf, iloc, pitm] = ['iinf', 'iloc', 'pitm'].map((type) => onlyOne(inside, type));
  if (iinf === undefined || iloc === undefined || pitm === undefined) return undefined;
  const places = itemPlaces(bodyOf(file, iloc));
  const first = primaryItem(bodyOf(file, pitm));
  if (places === undefined || iinf.body + VERSION_BYTES > iinf.end) return undefined;
  // Version 0 counts its entries with 16 bits, later ones with 32.
  const countBytes = file[iinf.body] === 0 ? 2 : 4;
  const entries = boxesIn(file, iinf.body + VERSION_BYTES + countBytes, iinf.end);
  const types = entries?.map((entry) => itemType(bodyOf(file, entry)));
  if (types === undefined || !types.every((type) => type !== undefined)) return undefined;
  const items = types
    .filter(({ type }) => PICTURE_TYPES.includes(type))
    .map(({ id, type }) => ({ id, type, extents: places.get(id) ?? [] }));
  return items.some(({ id }) => id === first) ? items : undefined;
}

function propertiesOf(file: Buffer, inside: readonly Box[]): readonly Box[] | undefined {
  const iprp = onlyOne(inside, 'iprp');
  const ipco = iprp && onlyOne(boxesIn(file, iprp.body, iprp.end), 'ipco');
  return ipco && boxesIn(file, ipco.body, ipco.end);
}

/** Only bytes that are there for items: a piece over the tables would change what was just read. */
function pieceOf(
  file: Buffer,
  { inside, offset, length }: Extent,
  { top, idat }: { readonly top: readonly Box[]; readonly idat: Box | undefined },
): { readonly at: number; readonly piece: Buffer } | undefined {
  const at = inside === 'file' ? offset : (idat?.body ?? 0) + offset;
  const holders = inside === 'file' ? top.filter(({ type }) => type === 'mdat') : [idat];
  const isHeld = holders.some((box) => box !== undefined && at >= box.body && at + length <= box.end);
  return isHeld ? { at, piece: file.subarray(at, at + length) } : undefined;
}

function pixelsOfIspe(file: Buffer, { body, end }: Box): number {
  return end - body < 12 ? 0 : file.readUInt32BE(body + 4) * file.readUInt32BE(body + 8);
}

/** The recipe of tiles says the size once more (ISO/IEC 23008-12 §6.6.2.3). */
function pixelsOfGrid(recipe: Buffer): number {
  const isLong = ((recipe[1] ?? 0) & 1) === 1;
  if (recipe.length < (isLong ? 12 : 8)) return 0;
  return isLong
    ? recipe.readUInt32BE(4) * recipe.readUInt32BE(8)
    : recipe.readUInt16BE(4) * recipe.readUInt16BE(6);
}

function onlyOne(boxes: readonly Box[] | undefined, type: string): Box | undefined {
  const found = boxes?.filter((box) => box.type === type);
  return found?.length === 1 ? found[0] : undefined;
}

function bodyOf(file: Buffer, { body, end }: Box): Buffer {
  return file.subarray(body, end);
}
