import { describe, expect, it } from 'vitest';
import { stepped } from '../stepped.ts';
import { nextOpen, stillOpen, type Outcome } from './next-open.ts';

const queue = ['a', 'b', 'c'].map((suggestionId) => ({ suggestionId }));

describe('the registration queue', () => {
  it('leaves out what is registered or on its way, and takes a refused one back', () => {
    const outcomes = new Map<string, Outcome>([
      ['a', { state: 'done', number: '0001' }],
      ['b', { state: 'sending' }],
      ['c', { state: 'refused', error: new Error('no') }],
    ]);
    expect(stillOpen(queue, outcomes)).toEqual([{ suggestionId: 'c' }]);
  });

  it('opens the next one, at the end the one before, and none after the last', () => {
    expect(nextOpen(queue, 'a')).toBe('b');
    expect(nextOpen(queue, 'c')).toBe('b');
    expect(nextOpen([{ suggestionId: 'c' }], 'c')).toBeUndefined();
  });

  it('moves within its ends, and to the first when nothing is open', () => {
    expect(stepped(queue, 'c', 1)?.suggestionId).toBe('c');
    expect(stepped(queue, 'b', -1)?.suggestionId).toBe('a');
    expect(stepped(queue, '', 1)?.suggestionId).toBe('a');
  });
});
