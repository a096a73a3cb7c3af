import { describe, expect, it } from 'vitest';
import { BLANK } from './draft-words.ts';
import { findPassage, hintsFrom } from './hint.ts';

const GENERAL = {
  code: 'too-general',
  message: '有的建议较为笼统',
  passage: { field: 'demands', item: 1, start: 2, end: 4 },
} as const;
const WORDS = { ...BLANK, facts: '暗', demands: ['装灯', '加强管理'] };
const asRead = { read: WORDS, now: WORDS };
const SHORT = { code: 'too-short', message: '写得较少' };
const TWO = { code: 'several-matters', message: '一事一议' };

describe('hints while writing', () => {
  it('are two at most, numbered, each at the place it means', () => {
    const hints = hintsFrom([GENERAL, SHORT, TWO], new Set(), asRead);
    expect(hints.map(({ number, place }) => [number, place.field, place.item])).toEqual([
      [1, 'demands', 1],
      [2, 'facts', 0],
    ]);
  });

  it('make room when one is left as it is', () => {
    const [first] = hintsFrom([GENERAL, SHORT, TWO], new Set(), asRead);
    const rest = hintsFrom([GENERAL, SHORT, TWO], new Set([first?.key ?? '']), asRead);
    expect(rest.map(({ number, act }) => [number, act])).toEqual([
      [1, '补充情况'],
      [2, '只留一件事'],
    ]);
  });
});

describe('a hinted passage', () => {
  it('is counted among the demands on the page, the empty ones too', () => {
    const now = { ...WORDS, demands: ['装灯', '', '加强管理'] };
    expect(hintsFrom([GENERAL], new Set(), { read: WORDS, now })[0]?.place).toMatchObject({
      item: 2,
      start: 2,
    });
  });

  it('is no longer pointed at once its field was written on', () => {
    const now = { ...WORDS, demands: ['装灯', '由街道每月检修'] };
    const [hint] = hintsFrom([GENERAL], new Set(), { read: WORDS, now });
    expect(hint?.place).toEqual({ field: 'demands', item: 1, start: 0, end: 0 });
  });
});

describe("a reviewer's quotation", () => {
  const words = { ...BLANK, title: '路灯', facts: '沿湖路夜间很暗', demands: ['加装路灯', '定期检修'] };

  it('is found in the words as they are now', () => {
    expect(findPassage(words, '夜间')).toEqual({ field: 'facts', item: 0, start: 3, end: 5 });
    expect(findPassage(words, '检修')).toEqual({ field: 'demands', item: 1, start: 2, end: 4 });
  });

  it('is nowhere once it was rewritten', () => {
    expect(findPassage(words, '停车')).toBeUndefined();
    expect(findPassage(words, '')).toBeUndefined();
  });
});
