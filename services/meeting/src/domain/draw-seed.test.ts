import { describe, expect, it } from 'vitest';
import { day, fileOf, made, SHARE } from '../../test/given.ts';
import { chainSeed, rehearsedSeed } from './draw-seed.ts';
import { emptyFile } from './case-file.ts';
import type { IssuedReply } from './look-back.ts';

const reply = (seed: string, round = 1): IssuedReply => ({
  ...{ replyId: seed, assignmentId: SHARE, round, issuedOn: day('05-20'), isKey: false, seed },
});

describe('what a draw goes by', () => {
  const file = fileOf(made);

  it('is the chain hash of the signed reply, which nobody knew before', () => {
    expect(chainSeed('donghu', file, reply('a hash'))).toBe('a hash');
  });

  it('is the same in every rehearsal, whatever the chain hash is', () => {
    const first = rehearsedSeed('donghu', file, reply('a hash'));
    expect(rehearsedSeed('donghu', file, reply('another hash'))).toBe(first);
    expect(rehearsedSeed('xiling', file, reply('a hash'))).not.toBe(first);
    expect(rehearsedSeed('donghu', file, reply('a hash', 2))).not.toBe(first);
    const other = fileOf({ ...made, number: '第13号' });
    expect(rehearsedSeed('donghu', other, reply('a hash'))).not.toBe(first);
  });

  it('is the chain hash in a rehearsal too where the case was kept before its number was', () => {
    expect(rehearsedSeed('donghu', emptyFile('case', 'case'), reply('a hash'))).toBe('a hash');
  });
});
