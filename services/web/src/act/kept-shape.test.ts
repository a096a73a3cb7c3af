import { expect, it } from 'vitest';
import { hasMembers, isListOf, isRecord, isText } from './kept-shape.ts';

interface Draft {
  readonly words: Readonly<Record<string, unknown>>;
  readonly base: string;
}

const isDraft = hasMembers<Draft>({ words: isRecord, base: isText });

it('knows what the form of today takes, with more members too', () => {
  expect(isDraft({ words: { title: '桥' }, base: 'h', since: 3 })).toBe(true);
  expect(isListOf(isText)(['一', '二'])).toBe(true);
});

it.each([[undefined], [null], ['words'], [[]], [{ words: [], base: 'h' }], [{ words: {} }]])(
  'leaves %j of an older version',
  (kept) => {
    expect(isDraft(kept)).toBe(false);
  },
);

it('leaves a list with one thing of another kind', () => {
  expect(isListOf(isText)(['一', 2])).toBe(false);
});
