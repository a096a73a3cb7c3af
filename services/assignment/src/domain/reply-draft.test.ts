import { describe, expect, it } from 'vitest';
import { draftChangedMeanwhile } from './reply-draft.ts';

describe('two people who write one reply', () => {
  it('do not replace words that they have not seen', () => {
    expect(draftChangedMeanwhile('before', 'now')).toMatchObject({
      kind: 'stale',
      code: 'reply-draft-changed',
    });
    expect(draftChangedMeanwhile('', 'now')).toMatchObject({ code: 'reply-draft-changed' });
  });

  it('save over what they have seen, and over nothing', () => {
    expect(draftChangedMeanwhile('now', 'now')).toBeUndefined();
    expect(draftChangedMeanwhile('', '')).toBeUndefined();
  });

  it('are not compared where the caller names no draft', () => {
    expect(draftChangedMeanwhile(undefined, 'now')).toBeUndefined();
  });
});
