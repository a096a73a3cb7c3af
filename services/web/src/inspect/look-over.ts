// Evaluated inside a page as it stands, so it imports nothing.

const SMALLEST_TEXT_PX = 12;
const SMALLEST_TARGET_PX = 44;
const MOST_SHOWN = 40;
/** What is smaller is there for screen readers. */
const UNSEEN_PX = 2;
/** Rounding of a browser. */
const SLACK_PX = 2;
const GLYPH_PX = 20;

/** Something that a person would see as broken; advice is less. */
interface Fault {
  readonly kind: 'sideways' | 'clipped' | 'glyph' | 'small-text' | 'advice';
  readonly what: string;
}

/** A run of text that is drawn. */
interface Piece {
  readonly element: Element;
  readonly text: string;
  readonly box: DOMRect;
}

/**
 * Looks a drawn page over for what a picture alone does not tell: sideways scrolling, text cut off without a way to
 * read it, characters that no font draws, text below 12 px; on a phone, as advice, targets below 44 px.
 */
export function lookOver({ phone }: { readonly phone: boolean }): readonly Fault[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const isWider = scrollWidth > clientWidth;
  const all = pieces();
  const faults: readonly Fault[] = [
    ...(isWider
      ? [{ kind: 'sideways' as const, what: `${scrollWidth} px wide in a window of ${clientWidth} px` }]
      : []),
    ...all.flatMap(clipped),
    ...missingGlyphs(all),
    ...all.flatMap(smallText),
    ...(phone ? smallTargets() : []),
  ];
  return [...new Map(faults.map((fault) => [`${fault.kind} ${fault.what}`, fault])).values()];
}

function pieces(): readonly Piece[] {
  const found: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (element === null || text.trim() === '' || element.closest('script, style, noscript') !== null)
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width > 0 && !isUnseen(element)) found.push({ element, text, box });
  }
  return found;
}

function isUnseen(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
  return ancestors(element).some((each) => {
    const { overflowX, clipPath } = getComputedStyle(each);
    const isFolded = each.clientWidth <= UNSEEN_PX || each.clientHeight <= UNSEEN_PX;
    return clipPath !== 'none' || (overflowX !== 'visible' && isFolded);
  });
}

/** The element and what it lies in, up to the page's body. */
function ancestors(element: Element): readonly Element[] {
  const chain: Element[] = [];
  for (let each: Element | null = element; each !== null && each !== document.body; each = each.parentElement)
    chain.push(each);
  return chain;
}

function clipped(piece: Piece): readonly Fault[] {
  const cutter = cutBy(piece);
  if (cutter === undefined) return [];
  const { textOverflow, webkitLineClamp } = getComputedStyle(cutter);
  const saysSo = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
  if (saysSo && isReadable(piece.element)) return [];
  return [{ kind: 'clipped', what: `${shown(piece.text)} in .${cutter.className}` }];
}

/** The nearest element that hides a part of the text for good; what scrolls hides nothing. */
function cutBy({ element, box }: Piece): Element | undefined {
  let [across, down] = [true, true];
  for (const each of ancestors(element)) {
    const { overflowX, overflowY, position } = getComputedStyle(each);
    const frame = each.getBoundingClientRect();
    if (scrolls(overflowX)) across = false;
    if (scrolls(overflowY)) down = false;
    const isOutAcross = box.right > frame.right + SLACK_PX || box.left < frame.left - SLACK_PX;
    const isOutDown = box.bottom > frame.bottom + SLACK_PX || box.top < frame.top - SLACK_PX;
    if (across && overflowX !== 'visible' && isOutAcross) return each;
    if (down && overflowY !== 'visible' && isOutDown) return each;
    if (position === 'fixed') return undefined;
  }
  return undefined;
}

function scrolls(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

/** A cut text can still be read where its whole stands in a tooltip, a name, or on a page that it leads to. */
function isReadable(element: Element): boolean {
  return (
    element.closest('[title], [aria-label], [aria-describedby], a, button, [tabindex]') !== null ||
    element.querySelector('[title]') !== null
  );
}

/** A character that no font has is drawn as the same box as one that nobody may ever define. */
function missingGlyphs(all: readonly Piece[]): readonly Fault[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = GLYPH_PX;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (brush === null) throw new Error('this browser draws no canvas');
  brush.font = `${GLYPH_PX}px ${getComputedStyle(document.body).fontFamily}`;
  const drawn = (character: string): Uint32Array => {
    brush.clearRect(0, 0, GLYPH_PX, GLYPH_PX);
    brush.fillText(character, 0, GLYPH_PX - SLACK_PX);
    return new Uint32Array(brush.getImageData(0, 0, GLYPH_PX, GLYPH_PX).data.buffer);
  };
  const box = drawn('\u{10FFFF}');
  const characters = new Set(all.flatMap(({ text }) => Array.from(text)));
  return [...characters].flatMap((character) => {
    if (character.trim() === '') return [];
    const pixels = drawn(character);
    if (box.some((pixel, index) => pixel !== pixels[index])) return [];
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return [{ kind: 'glyph' as const, what: `${character} U+${code} is in no font` }];
  });
}

function smallText({ element, text }: Piece): readonly Fault[] {
  const size = Number.parseFloat(getComputedStyle(element).fontSize);
  return size < SMALLEST_TEXT_PX ? [{ kind: 'small-text', what: `${size} px: ${shown(text)}` }] : [];
}

/** Links within a sentence are as high as its lines; what lies outside of the page waits for the keyboard. */
function smallTargets(): readonly Fault[] {
  const targets = [...document.querySelectorAll('button, a[href], [role=button], [role=tab]')];
  return targets.flatMap((target) => {
    const { width, height, right, bottom } = target.getBoundingClientRect();
    const isInline = getComputedStyle(target).display === 'inline';
    const isLarge = height >= SMALLEST_TARGET_PX - SLACK_PX;
    if (isInline || isLarge || width === 0 || right <= 0 || bottom <= 0 || isUnseen(target)) return [];
    const name = shown(target.getAttribute('aria-label') ?? target.textContent ?? '');
    return [
      { kind: 'advice' as const, what: `${Math.round(width)}×${Math.round(height)} px to tap: ${name}` },
    ];
  });
}

function shown(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length > MOST_SHOWN ? `${flat.slice(0, MOST_SHOWN)}…` : flat;
}
