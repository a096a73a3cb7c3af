import { itemEntry, itemPlaces, primaryItem, type Extent } from './heic-items.ts';
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

/** Version, handler and reserved bytes of `hdlr`; a name follows. */
const HANDLER_BYTES = 24;
/** The recipe of a grid is as long as this at most (ISO/IEC 23008-12 §6.6.2.3). */
const MAX_RECIPE_BYTES = 12;

/** Bytes of the file from `at` up to `end`. */
interface Stretch {
  readonly at: number;
  readonly end: number;
}

interface Entry {
  readonly id: number;
  readonly type: string;
  readonly names: Stretch;
}

/** What the file itself and its `meta` hold, and what is listed there. */
interface Tables {
  readonly top: readonly Box[];
  readonly inside: readonly Box[] | undefined;
  readonly entries: readonly Entry[];
}

interface Item {
  readonly id: number;
  readonly type: string;
  readonly stretches: readonly Stretch[];
}

/**
 * A HEIC. Nothing is moved, because places in the file are written in it; what is not a picture is overwritten, names
 * of items as well. How to turn the picture is a property of its own here, not part of Exif.
 */
export function readHeic(file: Buffer): Photo | PhotoProblem {
  const top = boxesIn(file, 0, file.length);
  const meta = onlyOne(top, 'meta');
  if (top === undefined || meta === undefined) return 'malformed';
  const inside = boxesIn(file, meta.body + VERSION_BYTES, meta.end);
  const entries = inside && entriesOf(file, inside);
  const items = entries && itemsOf(file, { top, inside, entries });
  const ipco = inside && propertiesOf(file, inside);
  if (inside === undefined || entries === undefined || items === undefined || ipco === undefined)
    return 'malformed';
  const stretches = items.flatMap((item) => item.stretches);
  if (!items.every(hasItsBytes) || doOverlap(stretches)) return 'malformed';
  const bytes = Buffer.from(file);
  for (const box of top) if (!['ftyp', 'meta', 'mdat'].includes(box.type)) wipeBox(bytes, box);
  for (const box of inside) if (!META_KEPT.includes(box.type)) wipeBox(bytes, box);
  for (const box of ipco) if (!PROPERTIES_KEPT.has(box.type)) wipeBox(bytes, box);
  for (const { names } of entries) bytes.fill(0, names.at, names.end);
  for (const { type, body, end } of inside)
    if (type === 'hdlr') bytes.fill(0, Math.min(body + HANDLER_BYTES, end), end);
  const stores = [...top, ...inside].filter(({ type }) => ['mdat', 'idat', 'free'].includes(type));
  for (const { body, end } of stores) bytes.fill(0, body, end);
  for (const { at, end } of stretches) file.copy(bytes, at, at, end);
  const sizes = [
    ...ipco.filter(({ type }) => type === 'ispe').map((box) => pixelsOfIspe(file, box)),
    ...items.filter(({ type }) => type === 'grid').map((grid) => pixelsOfGrid(recipeOf(file, grid))),
  ];
  return sizes.length === 0 || sizes.includes(0) ? 'malformed' : { pixels: Math.max(...sizes), bytes };
}

/** Every item that `iinf` lists. */
function entriesOf(file: Buffer, inside: readonly Box[]): readonly Entry[] | undefined {
  const iinf = onlyOne(inside, 'iinf');
  if (iinf === undefined || iinf.body + VERSION_BYTES > iinf.end) return undefined;
  // Version 0 counts its entries with 16 bits, later ones with 32.
  const countBytes = file[iinf.body] === 0 ? 2 : 4;
  const entries = boxesIn(file, iinf.body + VERSION_BYTES + countBytes, iinf.end)?.map((box) => {
    const entry = itemEntry(bodyOf(file, box));
    return entry && { ...entry, names: { at: box.body + entry.namesFrom, end: box.end } };
  });
  return entries?.every((entry) => entry !== undefined) ? entries : undefined;
}

/** The items that are pictures; undefined where the one that the file is for is not among them. */
function itemsOf(file: Buffer, { top, inside, entries }: Tables): readonly Item[] | undefined {
  const [iloc, pitm, idat] = ['iloc', 'pitm', 'idat'].map((type) => onlyOne(inside, type));
  if (iloc === undefined || pitm === undefined) return undefined;
  const extents = itemPlaces(bodyOf(file, iloc));
  if (extents === undefined) return undefined;
  const items: Item[] = [];
  // Together they are no longer than the file, which ends what would otherwise take long to compare.
  let bytesLeft = file.length;
  for (const { id, type } of entries.filter((entry) => PICTURE_TYPES.includes(entry.type))) {
    const stretches = (extents.get(id) ?? []).map((extent) => stretchOf(extent, { top, idat }));
    if (!stretches.every((stretch) => stretch !== undefined)) return undefined;
    for (const { at, end } of stretches) bytesLeft -= end - at;
    if (bytesLeft < 0) return undefined;
    items.push({ id, type, stretches });
  }
  const first = primaryItem(bodyOf(file, pitm));
  return items.some(({ id }) => id === first) ? items : undefined;
}

/**
 * A picture whose bytes are not named, or named with the length 0 that means all the rest, would be overwritten. Only
 * `iden`, another picture turned, has none of its own.
 */
function hasItsBytes({ type, stretches }: Item): boolean {
  if (type === 'iden') return true;
  if (type === 'grid' && stretches.some(({ at, end }) => end - at > MAX_RECIPE_BYTES)) return false;
  if (type === 'grid' && stretches.length > 1) return false;
  return stretches.length > 0 && stretches.every(({ at, end }) => end > at);
}

/** Whether two of them share a byte. */
function doOverlap(stretches: readonly Stretch[]): boolean {
  const inOrder = stretches.toSorted((a, b) => a.at - b.at || a.end - b.end);
  return inOrder.some(({ at }, n) => n > 0 && at < (inOrder[n - 1]?.end ?? 0));
}

function propertiesOf(file: Buffer, inside: readonly Box[]): readonly Box[] | undefined {
  const iprp = onlyOne(inside, 'iprp');
  const ipco = iprp && onlyOne(boxesIn(file, iprp.body, iprp.end), 'ipco');
  return ipco && boxesIn(file, ipco.body, ipco.end);
}

/** Only bytes that are there for items: a piece over the tables would change what was just read. */
function stretchOf(
  { inside, offset, length }: Extent,
  { top, idat }: { readonly top: readonly Box[]; readonly idat: Box | undefined },
): Stretch | undefined {
  const at = inside === 'file' ? offset : (idat?.body ?? 0) + offset;
  const end = at + length;
  const holders = inside === 'file' ? top.filter(({ type }) => type === 'mdat') : [idat];
  const isHeld = holders.some((box) => box !== undefined && at >= box.body && end <= box.end);
  return isHeld ? { at, end } : undefined;
}

function recipeOf(file: Buffer, { stretches: [only] }: Item): Buffer {
  return file.subarray(only?.at ?? 0, only?.end ?? 0);
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
