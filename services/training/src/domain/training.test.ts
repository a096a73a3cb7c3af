import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import { cellState, validUntil } from './certificate.ts';
import { examOf, PASS_MARK, scoreOf } from './question.ts';
import { TOPICS, type Topic } from './topic.ts';

describe('an exam', () => {
  it('asks ten different questions of each topic, each with a right option among the shown ones', () => {
    for (const topic of Object.keys(TOPICS) as Topic[]) {
      const exam = examOf(topic);
      expect(new Set(exam.map(({ id }) => id)).size).toBe(10);
      for (const { options, right } of exam) expect(options[right]).toBeTypeOf('string');
    }
  });

  it('counts right answers only, a question left out as wrong and one answered twice by its last answer', () => {
    const right = examOf('procedure').map(({ id, right }) => ({ questionId: id, option: right }));
    expect(scoreOf('procedure', right)).toBe(10);
    expect(scoreOf('procedure', right.slice(0, PASS_MARK - 1))).toBe(7);
    expect(scoreOf('procedure', [...right, { questionId: 'p1', option: 0 }])).toBe(9);
    expect(scoreOf('law', right)).toBe(0);
  });
});

describe('a certificate', () => {
  it('is valid for a year, its day of issue included', () => {
    expect(validUntil(localDate('2026-01-05'))).toBe('2027-01-04');
    expect(validUntil(localDate('2028-02-29'))).toBe('2029-02-28');
  });

  it('shows as missing, enrolled, valid, expiring and expired', () => {
    const held = [{ validUntil: localDate('2026-06-30') }];
    const on = (day: string, enrolled = false) => cellState(held, enrolled, localDate(day)).state;
    expect(cellState([], false, localDate('2026-01-05')).state).toBe('missing');
    expect(cellState([], true, localDate('2026-01-05')).state).toBe('enrolled');
    expect([on('2026-05-30'), on('2026-05-31'), on('2026-06-30'), on('2026-07-01')]).toEqual([
      'valid',
      'expiring',
      'expiring',
      'expired',
    ]);
    expect(on('2026-07-01', true)).toBe('enrolled');
  });
});
