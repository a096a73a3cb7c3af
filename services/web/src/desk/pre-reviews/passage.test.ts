import { describe, expect, it } from 'vitest';
import { MOST_PASSAGE, passageOf } from './passage.ts';

const words = {
  title: '关于增设公交站的建议',
  facts: `学校门口没有公交站。\n学生走 900 米。${'长'.repeat(600)}`,
  demands: ['增设公交站'],
};

describe('the passage of a comment', () => {
  it('is the first line of what was selected', () => {
    expect(passageOf(' 门口没有公交站。\n学生走 900 米。', words)).toBe('门口没有公交站。');
    expect(passageOf('增设公交站', words)).toBe('增设公交站');
  });

  it('is nothing when the words are not of the suggestion', () => {
    expect(passageOf('诉求 1 条', words)).toBe('');
    expect(passageOf('  ', words)).toBe('');
  });

  it('is cut where the API would refuse it', () => {
    expect(passageOf('长'.repeat(600), words)).toHaveLength(MOST_PASSAGE);
  });
});
