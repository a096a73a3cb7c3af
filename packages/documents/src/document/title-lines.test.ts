import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TITLE_CHARACTERS, titleLines, width } from './title-lines.ts';

describe('a title', () => {
  it('stays on one line where it fits', () => {
    expect(titleLines('关于加强校园周边交通管理的建议')).toEqual(['关于加强校园周边交通管理的建议']);
  });

  it('is broken between words into lines of even length', () => {
    expect(titleLines('对东湖区第十九届人民代表大会第四次会议第30号代表建议的答复')).toEqual([
      '对东湖区第十九届人民代表大会',
      '第四次会议第30号代表建议的答复',
    ]);
  });

  it('loses nothing, and no line is wider than the page, whatever it says', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '关于',
        '建议',
        '的',
        '《',
        '》',
        '（',
        '）',
        '，',
        '30',
        'A',
        '供水管网',
        '人民代表大会',
      ),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const title = words.join('');
        const lines = titleLines(title);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(title.replaceAll(/\s/g, ''));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(TITLE_CHARACTERS);
      }),
    );
  });
});
