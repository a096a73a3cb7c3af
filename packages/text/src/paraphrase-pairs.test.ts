import { describe, expect, it } from 'vitest';
import { bigramsOf, sharedPart } from './bigrams.ts';
import { LATER_PAIRS } from './later-pairs.ts';
import { PARAPHRASE_PAIRS } from './paraphrase-pairs.ts';
import { matterOf } from './title-frame.ts';

const MIN_PAIRS = 100;
const MAX_SHARED = 0.5;

describe('the hand-written paraphrases', () => {
  it('are at least a hundred, no text twice', () => {
    expect(PARAPHRASE_PAIRS.length).toBeGreaterThanOrEqual(MIN_PAIRS);
    expect(new Set([...PARAPHRASE_PAIRS, ...LATER_PAIRS].flat()).size).toBe(
      (PARAPHRASE_PAIRS.length + LATER_PAIRS.length) * 2,
    );
  });

  it.each([...PARAPHRASE_PAIRS, ...LATER_PAIRS])(
    '%s / %s share at most half of their bigrams',
    (earlier, later) => {
      expect(sharedPart(bigramsOf(earlier), bigramsOf(later))).toBeLessThanOrEqual(MAX_SHARED);
      expect(sharedPart(bigramsOf(matterOf(earlier)), bigramsOf(matterOf(later)))).toBeLessThanOrEqual(
        MAX_SHARED,
      );
    },
  );
});
