import { tidy, type DraftWords } from './draft-words.ts';

/** The most hints shown at once: more is nagging. */
const MOST_AT_ONCE = 2;

/** Where in the words a hint or a comment points. */
export interface Passage {
  readonly field: 'title' | 'facts' | 'demands';
  /** Which demand, from 0; 0 for the other fields. */
  readonly item: number;
  /** UTF-16 code units, the end not included. */
  readonly start: number;
  readonly end: number;
}

/** What the API says of a text. */
export interface Advice {
  readonly code: string;
  readonly message: string;
  readonly act?: string;
  readonly passage?: Passage | null;
}

/** A piece of advice with the number that ties it to its place. */
export interface Hint {
  readonly key: string;
  readonly number: number;
  readonly message: string;
  /** How it could be changed; empty where the message says it. */
  readonly how: string;
  readonly act: string;
  readonly place: Passage;
}

/** Where advice without a passage means: what is missing is to be written there. */
const FIELD_OF: Readonly<Record<string, Passage['field']>> = {
  'several-matters': 'title',
  'no-demand': 'demands',
  'too-general': 'demands',
};

const ACT_OF: Readonly<Record<string, string>> = {
  'several-matters': '只留一件事',
  'no-demand': '写一条建议',
  'too-general': '写具体些',
  'too-short': '补充情况',
  'missing-facts': '补充情况',
};

/**
 * The first hints that the deputy has not chosen to leave as they are. `read` are the words that were advised on: in a
 * field that was written on since, a passage is not pointed at any more.
 */
export function hintsFrom(
  advice: readonly Advice[],
  left: ReadonlySet<string>,
  { read, now }: { readonly read: DraftWords; readonly now: DraftWords },
): readonly Hint[] {
  return advice
    .filter((each) => !left.has(keyOf(each)))
    .slice(0, MOST_AT_ONCE)
    .map((each, index) => ({
      key: keyOf(each),
      number: index + 1,
      message: each.message,
      how: each.act ?? '',
      act: ACT_OF[each.code] ?? '去改',
      place: placeOf(each, read, now),
    }));
}

function placeOf({ code, passage }: Advice, read: DraftWords, now: DraftWords): Passage {
  const whole = { field: passage?.field ?? FIELD_OF[code] ?? 'facts', start: 0, end: 0 } as const;
  if (passage === null || passage === undefined) return { ...whole, item: 0 };
  const item = shownItem(now, passage);
  const isSame = textAt(now, { ...passage, item }) === textAt(tidy(read), passage);
  return isSame ? { ...passage, item } : { ...whole, item };
}

/** Demands that are still empty count on the page, not in the text. */
function shownItem({ demands }: DraftWords, { field, item }: Passage): number {
  if (field !== 'demands') return 0;
  const filled = demands.flatMap((demand, index) => (demand.trim() === '' ? [] : [index]));
  return filled[item] ?? 0;
}

function textAt({ title, facts, demands }: DraftWords, { field, item }: Passage): string {
  return field === 'demands' ? (demands[item] ?? '') : { title, facts }[field];
}

/** Advice is left for the words it was given on: other words may be advised on again. */
function keyOf({ code, message, passage }: Advice): string {
  return [code, message, passage?.field ?? '', passage?.item ?? ''].join('|');
}

/** Where a reviewer's quotation stands in the words now; undefined once it was rewritten. */
export function findPassage(words: DraftWords, quoted: string): Passage | undefined {
  const { title, facts, demands } = words;
  const places: readonly [Passage['field'], string, number][] = [
    ['title', title, 0],
    ['facts', facts, 0],
    ...demands.map((demand, item): [Passage['field'], string, number] => ['demands', demand, item]),
  ];
  for (const [field, text, item] of places) {
    const start = text.indexOf(quoted);
    if (quoted !== '' && start >= 0) return { field, item, start, end: start + quoted.length };
  }
  return undefined;
}

/** The element that holds the words of a place. */
export function fieldId({ field, item }: Pick<Passage, 'field' | 'item'>): string {
  return field === 'demands' ? `write-demand-${item}` : `write-${field}`;
}

/** Brings the person to the words a hint or comment means, and selects them. */
export function goTo(place: Passage): void {
  const element = document.getElementById(fieldId(place));
  if (!(element instanceof HTMLTextAreaElement)) return;
  element.focus();
  element.setSelectionRange(place.start, place.end);
  element.scrollIntoView({ block: 'center' });
}
