import { Fields } from './iso-boxes.ts';

/** A stretch of bytes; counted from the file's start or from the body of the `idat` box. */
export interface Extent {
  readonly inside: 'file' | 'idat';
  readonly offset: number;
  readonly length: number;
}

const MAX_ITEMS = 10_000;
/** Extents of one item: a picture lies in one piece, few writers make more. */
const MAX_EXTENTS = 64;

/** Body of `pitm`: the item that is the picture. */
export function primaryItem(pitm: Buffer): number | undefined {
  const fields = new Fields(pitm);
  const version = fields.number(4) >>> 24;
  const id = fields.number(version === 0 ? 2 : 4);
  return fields.isOver ? undefined : id;
}

/** What `infe` says of an item, and where in its body the names begin that nobody needs to see the picture. */
interface ItemEntry {
  readonly id: number;
  readonly type: string;
  readonly namesFrom: number;
}

/** Body of one `infe` box: item and its type, as in `hvc1`, `Exif`. Versions before 2 know no types. */
export function itemEntry(infe: Buffer): ItemEntry | undefined {
  const fields = new Fields(infe);
  const version = fields.number(4) >>> 24;
  if (version !== 2 && version !== 3) return undefined;
  const idBytes = version === 2 ? 2 : 4;
  const id = fields.number(idBytes);
  fields.number(2);
  const type = fields.letters();
  return fields.isOver ? undefined : { id, type, namesFrom: 4 + idBytes + 2 + 4 };
}

/** Body of `iloc` (ISO/IEC 14496-12 §8.11.3): where every item lies. */
export function itemPlaces(iloc: Buffer): ReadonlyMap<number, readonly Extent[]> | undefined {
  const fields = new Fields(iloc);
  const version = fields.number(4) >>> 24;
  if (version > 2) return undefined;
  const sizes = fields.number(2);
  const [offsetSize, lengthSize] = [sizes >>> 12, (sizes >>> 8) & 0xf];
  const [baseSize, indexSize] = [(sizes >>> 4) & 0xf, version === 0 ? 0 : sizes & 0xf];
  if ([offsetSize, lengthSize, baseSize, indexSize].some((size) => ![0, 4, 8].includes(size)))
    return undefined;
  const count = fields.number(version === 2 ? 4 : 2);
  if (count > MAX_ITEMS || lengthSize === 0) return undefined;
  const places = new Map<number, readonly Extent[]>();
  for (let item = 0; item < count; item += 1) {
    const id = fields.number(version === 2 ? 4 : 2);
    const method = version === 0 ? 0 : fields.number(2) & 0xf;
    const isElsewhere = fields.number(2) !== 0;
    const base = fields.number(baseSize);
    const extents = fields.number(2);
    if (method > 1 || isElsewhere || extents > MAX_EXTENTS || places.has(id)) return undefined;
    const found: Extent[] = [];
    for (let extent = 0; extent < extents; extent += 1) {
      fields.number(indexSize);
      const offset = base + fields.number(offsetSize);
      found.push({ inside: method === 0 ? 'file' : 'idat', offset, length: fields.number(lengthSize) });
    }
    places.set(id, found);
    if (fields.isOver) return undefined;
  }
  return fields.isOver ? undefined : places;
}
