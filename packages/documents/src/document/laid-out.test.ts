import { describe, expect, it } from 'vitest';
import { heading, officialDocument, paragraph } from './official-document.ts';
import { laidOut } from './laid-out.ts';

describe('a document before it has a format', () => {
  it('numbers headings by level and begins anew under each higher one', () => {
    const document = officialDocument({
      title: '标题',
      blocks: [
        heading(1, '甲'),
        heading(2, '子'),
        heading(2, '丑'),
        heading(3, '细'),
        heading(4, '更细'),
        heading(1, '乙'),
        heading(2, '寅'),
      ],
    });
    expect(laidOut(document).blocks.map((block) => 'text' in block && block.text)).toEqual([
      '一、甲',
      '（一）子',
      '（二）丑',
      '1.细',
      '（1）更细',
      '二、乙',
      '（一）寅',
    ]);
  });

  it('parts text at its line breaks and leaves out what prints nothing or turns the reading order round', () => {
    const document = officialDocument({
      title: '标\u202e题\n二',
      blocks: [paragraph('第一段\u0000\r\n\r\n  第二\u200b段\ud800  ')],
    });
    expect(laidOut(document).titleLines).toEqual(['标题 二']);
    expect(laidOut(document).blocks).toEqual([
      { kind: 'paragraph', text: '第一段' },
      { kind: 'paragraph', text: '第二段' },
    ]);
  });

  it('writes dates without leading zeros and copies as one sentence', () => {
    const document = officialDocument({
      title: '标题',
      signature: { bodies: ['东湖区水务局'], on: '2026-03-09' },
      copies: ['区人大常委会代表工作委员会', '区政府办公室'],
    });
    expect(laidOut(document).signature?.date).toBe('2026年3月9日');
    expect(laidOut(document).copies).toBe('抄送：区人大常委会代表工作委员会，区政府办公室。');
  });
});
