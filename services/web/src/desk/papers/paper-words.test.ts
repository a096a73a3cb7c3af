import { expect, it } from 'vitest';
import { linesOf, firstForm, nextForm, nextNumber, paperFormOf } from './paper-words.ts';

const NOW = '2026-01-06T02:30:00.000Z';
const WORDS = {
  ...firstForm(NOW),
  ...{ formNumber: '纸-009', signedOn: '2026-01-05', lead: { value: 'wang', label: '王芳' } },
  ...{ title: '关于路灯的建议', facts: '路灯不亮。', demands: ' 修复路灯 \n\n公布责任单位\n' },
};

it('counts on from the number of the last form, and does not guess where there is none', () => {
  expect(['纸-009', '99', '3-99', '甲', ''].map(nextNumber)).toEqual(['纸-010', '100', '3-100', '', '']);
});

it('keeps for the next form of a pile when it came and the day of signature, nothing else', () => {
  expect(nextForm(WORDS)).toEqual({
    ...firstForm(NOW),
    ...{ formNumber: '纸-010', signedOn: '2026-01-05' },
  });
});

it('takes each line that says something as a demand', () => {
  expect(linesOf(WORDS.demands)).toEqual(['修复路灯', '公布责任单位']);
});

it('sends the hour of receipt with the offset of Shanghai', () => {
  expect(paperFormOf(WORDS)).toMatchObject({
    ...{ formNumber: '纸-009', leadDeputyId: 'wang', receivedAt: '2026-01-06T10:30:00+08:00' },
    text: { title: '关于路灯的建议', demands: ['修复路灯', '公布责任单位'] },
  });
});

it('sends what the paper says of contact, source, area and earlier numbers', () => {
  const said = { wishedContact: 'letter', researchSource: 'station', affectedArea: '文澜街道' } as const;
  const form = paperFormOf({ ...WORDS, ...said, earlierNumbers: '第67号\n\n 2024年第12号' });
  expect(form.text).toMatchObject({ ...said, earlierNumbers: ['第67号', '2024年第12号'] });
});
