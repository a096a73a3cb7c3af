import { bigramsOf, sharedPart } from '@huiyin/text/bigrams';
import { matterOf } from '@huiyin/text/title-frame';
import type { SuggestionText } from './text.ts';

/** What two suggestions have in common in their own words: the ground of a merge that anybody can check. */
export interface Likeness {
  /** 0–1: the part of the shorter text's pairs of characters that stands in the other, two decimals. */
  readonly similarity: number;
  /** Passages of the child that the parent has too, the longest first. */
  readonly sharedPassages: readonly string[];
}

/** Shorter runs are chance. */
const MIN_PASSAGE_CHARACTERS = 3;
const MAX_PASSAGES = 8;
const NO_WORD = /[^\p{Letter}\p{Number}]+/u;

export function likenessOf(child: SuggestionText, parent: SuggestionText): Likeness {
  const [one, other] = [bigramsOf(wordsIn(child)), bigramsOf(wordsIn(parent))];
  const passages = wordsIn(child)
    .normalize('NFKC')
    .toLowerCase()
    .split(NO_WORD)
    .flatMap((run) => passagesOf(run, other));
  const sharedPassages = [...new Set(passages)]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MAX_PASSAGES);
  return { similarity: Math.round(sharedPart(one, other) * 100) / 100, sharedPassages };
}

/** The frame of a title, 关于…的建议, is in every one. */
function wordsIn({ title, facts, demands }: SuggestionText): string {
  return [matterOf(title), facts, ...demands].join('\n');
}

/** Runs of characters each of whose pairs the other text has. */
function passagesOf(run: string, other: ReadonlySet<string>): string[] {
  const characters = Array.from(run);
  const found: string[] = [];
  let passage = '';
  for (const [at, character] of characters.entries()) {
    const isShared = other.has(`${character}${characters[at + 1] ?? ''}`);
    passage = passage === '' && isShared ? character : passage;
    if (passage !== '' && isShared) passage += characters[at + 1] ?? '';
    else {
      found.push(passage);
      passage = '';
    }
  }
  return found.filter((each) => Array.from(each).length >= MIN_PASSAGE_CHARACTERS);
}
