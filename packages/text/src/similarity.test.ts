import { demoCity } from '@huiyin/demo-city/city';
import { demoRegister } from '@huiyin/demo-city/register';
import { sharedFile } from '@huiyin/testkit/shared-file';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LATER_PAIRS } from './later-pairs.ts';
import { PARAPHRASE_PAIRS, type ParaphrasePair } from './paraphrase-pairs.ts';
import { featuresOf, similarityIndex, type SimilarityIndex } from './similarity.ts';

const AMONG = 5;
const MIN_RECALL = 0.95;
/** What is really reached on matters that the table of everyday words was not written for. */
const MIN_LATER_RECALL = 0.3;
const REGISTER_ROWS = 1_000;

const real = sharedFile('data/real-suggestions.jsonl');

describe('similar cases', () => {
  it('are found among the titles of a generated register', () => {
    const place = demoCity().find((each) => each.place.tenant === 'donghu')?.place;
    if (place === undefined) throw new Error('the demo city has no such district');
    const rows = demoRegister({ seed: 'similar', place, rows: REGISTER_ROWS });
    const index = indexOver(rows.map(({ title }) => title));
    expect(recall(index, PARAPHRASE_PAIRS)).toBeGreaterThanOrEqual(MIN_RECALL);
  });

  it.skipIf(real === undefined)('are found among real titles', () => {
    const index = indexOver(realTitles());
    expect(recall(index, PARAPHRASE_PAIRS)).toBeGreaterThanOrEqual(MIN_RECALL);
  });

  it.skipIf(real === undefined)('are found less often for matters that nobody thought of', () => {
    const reached = recall(indexOver(realTitles()), LATER_PAIRS);
    expect(reached).toBeGreaterThanOrEqual(MIN_LATER_RECALL);
    expect(reached).toBeLessThan(MIN_RECALL);
  });

  it('come with the words of the new text that speak for them', () => {
    const index = indexOver([]);
    const [first] = index.find({ title: '实验小学门口接送时段堵车严重', body: '' }, 1);
    expect(first?.id).toBe('关于缓解实验小学周边上下学交通拥堵的建议');
    expect(first?.words).toEqual(expect.arrayContaining(['堵车', '小学', '接送']));
    expect(first?.score).toBeGreaterThan(0);
    expect(first?.score).toBeLessThanOrEqual(1);
  });

  it('are found by the body where the title says nothing, and the title counts more', () => {
    const index = indexOver([]);
    const body = '镇上没有公交车,群众进城换乘不便,请开通直达线路。';
    expect(index.find({ title: '关于解决有关问题的建议', body }, 5).map(({ id }) => id)).toContain(
      '关于开通柳林镇至城区直达公交线路的建议',
    );
    const [first] = index.find({ title: '关于规范养犬的建议', body }, 1);
    expect(first?.id).toBe('关于规范养犬管理的建议');
  });

  it('are none for an empty text, an empty index, or a text without words', () => {
    expect(indexOver([]).find({ title: '', body: '' }, 5)).toEqual([]);
    expect(indexOver([]).find({ title: '……', body: '!!' }, 5)).toEqual([]);
    expect(similarityIndex([]).find({ title: '关于公交的建议', body: '' }, 5)).toEqual([]);
  });
});

/** Texts are their own ids. */
function indexOver(titles: readonly string[]): SimilarityIndex {
  const targets = [...PARAPHRASE_PAIRS, ...LATER_PAIRS].map(([earlier]) => earlier);
  const all = new Set([...targets, ...titles]);
  return similarityIndex([...all].map((id) => ({ id, features: featuresOf(id) })));
}

function recall(index: SimilarityIndex, pairs: readonly ParaphrasePair[]): number {
  const found = pairs.filter(([earlier, later]) =>
    index.find({ title: later, body: '' }, AMONG).some(({ id, words }) => id === earlier && words.length > 0),
  );
  return found.length / pairs.length;
}

function realTitles(): readonly string[] {
  if (real === undefined) return [];
  const lines = readFileSync(real, 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { title: string }).title);
}
