import { bigramsOf } from './bigrams.ts';
import { GROUPS_OF_WORD, LONGEST_WORD } from './everyday-words.ts';
import { matterOf } from './title-frame.ts';
import { wordsOf } from './words.ts';

/** What is looked for. The body may be empty; it counts less than the title. */
export interface Sought {
  readonly title: string;
  readonly body: string;
}

/** An earlier text that resembles what is looked for. */
export interface Match {
  readonly id: string;
  /** 0–1: the cosine of the two texts' weighted features. */
  readonly score: number;
  /** Words of the sought text that speak for this match, the strongest first; at most eight. */
  readonly words: readonly string[];
}

/** Texts to look among; they do not change once they are taken in. */
export interface SimilarityIndex {
  readonly size: number;
  /** The most similar first, at most `limit`; none that has nothing in common. */
  find(sought: Sought, limit: number): readonly Match[];
}

/** How much one feature of each kind counts before rarity: measured, see docs/adr/0014. */
const WEIGHT = { word: 0.5, bigram: 0.5, group: 2 } as const;
/** How much of its weight a feature keeps that only the body has. */
const BODY_SHARE = 0.3;
/** Characters of a body that are looked at. */
const MAX_BODY_CHARACTERS = 4_000;
const MAX_MATCHING_WORDS = 8;

/** Features by name; the value is the weight before rarity. */
type Features = ReadonlyMap<string, number>;

/** What of a title is compared; kept by callers that rebuild an index, because segmenting is what takes time. */
export function featuresOf(text: string): Features {
  const matter = matterOf(text);
  const features = new Map<string, number>();
  for (const word of wordsOf(matter)) features.set(`w${word}`, WEIGHT.word);
  for (const pair of bigramsOf(matter)) features.set(`b${pair}`, WEIGHT.bigram);
  for (const [group, words] of groupsOf(matter))
    features.set(`g${group}`, WEIGHT.group * Math.sqrt(words.length));
  return features;
}

/** Groups of everyday words that a text speaks of, each with the words that say so, the first first. */
function groupsOf(text: string): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (let from = 0; from < text.length; from += 1) {
    for (let length = Math.min(LONGEST_WORD, text.length - from); length >= 1; length -= 1) {
      const word = text.slice(from, from + length);
      for (const group of GROUPS_OF_WORD.get(word) ?? []) {
        const words = found.get(group) ?? [];
        if (!words.includes(word)) found.set(group, [...words, word]);
      }
    }
  }
  return found;
}

interface Posting {
  readonly document: number;
  readonly weight: number;
}

/** An index over texts by their features. */
export function similarityIndex(
  texts: readonly { readonly id: string; readonly features: Features }[],
): SimilarityIndex {
  const occurrences = new Map<string, number>();
  for (const { features } of texts)
    for (const name of features.keys()) occurrences.set(name, (occurrences.get(name) ?? 0) + 1);
  const rarity = (name: string): number => Math.log(1 + texts.length / (1 + (occurrences.get(name) ?? 0)));
  const postings = new Map<string, Posting[]>();
  for (const [document, { features }] of texts.entries()) {
    const length = lengthOf(features, rarity);
    for (const [name, weight] of features) {
      const list = postings.get(name) ?? [];
      list.push({ document, weight: (weight * rarity(name)) / length });
      postings.set(name, list);
    }
  }
  return {
    size: texts.length,
    find: (sought, limit) => {
      const query = queryOf(sought);
      const scores = scoresOf(query, postings, rarity);
      return [...scores]
        .sort(([one, a], [other, b]) => b - a || one - other)
        .slice(0, limit)
        .flatMap(([document, score]) => {
          const text = texts[document];
          if (text === undefined) return [];
          return [{ id: text.id, score, words: matchingWords(sought, query, text.features, rarity) }];
        });
    },
  };
}

function lengthOf(features: Features, rarity: (name: string) => number): number {
  let sum = 0;
  for (const [name, weight] of features) sum += (weight * rarity(name)) ** 2;
  return Math.sqrt(sum) || 1;
}

function scoresOf(
  query: Features,
  postings: ReadonlyMap<string, readonly Posting[]>,
  rarity: (name: string) => number,
): ReadonlyMap<number, number> {
  const length = lengthOf(query, rarity);
  const scores = new Map<number, number>();
  for (const [name, weight] of query) {
    const own = (weight * rarity(name)) / length;
    for (const posting of postings.get(name) ?? []) {
      scores.set(posting.document, (scores.get(posting.document) ?? 0) + own * posting.weight);
    }
  }
  return scores;
}

function queryOf({ title, body }: Sought): Features {
  const features = new Map(featuresOf(title));
  if (body === '') return features;
  for (const [name, weight] of featuresOf(body.slice(0, MAX_BODY_CHARACTERS))) {
    if (!features.has(name)) features.set(name, weight * BODY_SHARE);
  }
  return features;
}

function matchingWords(
  { title, body }: Sought,
  query: Features,
  features: Features,
  rarity: (name: string) => number,
): readonly string[] {
  const said = groupsOf(`${matterOf(title)}\n${body.slice(0, MAX_BODY_CHARACTERS)}`);
  const strength = new Map<string, number>();
  for (const [name, weight] of query) {
    if (!features.has(name) || name.startsWith('b')) continue;
    const word = name.startsWith('g') ? said.get(Number(name.slice(1)))?.[0] : name.slice(1);
    if (word === undefined) continue;
    strength.set(word, (strength.get(word) ?? 0) + weight * rarity(name));
  }
  return [...strength]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_MATCHING_WORDS)
    .map(([word]) => word);
}
