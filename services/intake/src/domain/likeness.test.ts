import { describe, expect, it } from 'vitest';
import { CROSSING } from '../../test/given.ts';
import { likenessOf } from './likeness.ts';

const text = (title: string, facts: string, demands: readonly string[]) => ({
  ...CROSSING,
  ...{ title, facts, demands },
});

const LIGHTS = text('关于增设河堤路路灯的建议', '河堤路东段没有路灯，夜间行人跌倒。', ['年内增设路灯']);

describe('what two suggestions have in common', () => {
  it('is the passages that both say, the longest first, and how much of the shorter stands in the other', () => {
    const other = text('关于改善河堤路照明的建议', '河堤路东段没有路灯，行人反映多。', ['增设路灯二十盏']);
    const { similarity, sharedPassages } = likenessOf(LIGHTS, other);
    expect(sharedPassages).toEqual(['河堤路东段没有路灯', '增设路灯', '河堤路']);
    expect(similarity).toBeGreaterThan(0.4);
    expect(similarity).toBeLessThan(1);
    expect(likenessOf(LIGHTS, LIGHTS).similarity).toBe(1);
  });

  it('is nothing where only the frame of the title is the same', () => {
    const library = text('关于延长图书馆开放时间的建议', '晚上七点闭馆。', ['开放至二十二点']);
    expect(likenessOf(LIGHTS, library)).toEqual({ similarity: 0, sharedPassages: [] });
  });
});
