import { describe, expect, it } from 'vitest';
import { cutAtWords } from './cut-at-words.ts';

const shown = (text: string, words: readonly string[]): string =>
  cutAtWords(text, words)
    .map(({ piece, isWord }) => (isWord ? `[${piece}]` : piece))
    .join('');

describe('matching words in a text', () => {
  it('are cut out, each time they occur, at the ends too', () => {
    expect(shown('电梯维保：谁管电梯', ['电梯', '维保'])).toBe('[电梯][维保]：谁管[电梯]');
  });

  it('are taken at their longest where they overlap', () => {
    expect(shown('老旧小区停车', ['小区', '老旧小区', ''])).toBe('[老旧小区]停车');
  });

  it('may be missing', () => {
    expect(shown('路灯', ['电梯'])).toBe('路灯');
    expect(shown('', ['电梯'])).toBe('');
  });
});
