/** Which characters a font draws, read from the `cmap` table of its TrueType file (formats 4 and 12). */
export class FontCoverage {
  /** First and last code point of each run, ascending. */
  readonly #runs: readonly (readonly [number, number])[];

  constructor(font: Buffer) {
    this.#runs = runsOf(font).toSorted((a, b) => a[0] - b[0]);
  }

  has(codePoint: number): boolean {
    let [low, high] = [0, this.#runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = this.#runs[middle]!;
      if (codePoint < first) high = middle - 1;
      else if (codePoint > last) low = middle + 1;
      else return true;
    }
    return false;
  }
}

function runsOf(font: Buffer): [number, number][] {
  const cmap = tableAt(font, 'cmap');
  const tables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    return { at, format: font.readUInt16BE(at) };
  });
  const whole = tables.find(({ format }) => format === 12);
  if (whole !== undefined) return groupsOf(font, whole.at);
  const basic = tables.find(({ format }) => format === 4);
  if (basic !== undefined) return segmentsOf(font, basic.at);
  throw new Error('the font has no Unicode character table');
}

function tableAt(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

function groupsOf(font: Buffer, at: number): [number, number][] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

function segmentsOf(font: Buffer, at: number): [number, number][] {
  const count = font.readUInt16BE(at + 6) / 2;
  return Array.from({ length: count }, (_, index): [number, number] => {
    const last = font.readUInt16BE(at + 14 + index * 2);
    const first = font.readUInt16BE(at + 16 + count * 2 + index * 2);
    return [first, last];
  }).filter(([first]) => first !== 0xffff);
}
