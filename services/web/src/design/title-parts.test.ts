import { describe, expect, it } from 'vitest';
import { titleParts } from './title-parts.ts';

describe('the parts of a title', () => {
  it('keep brackets and marks at the words that they belong to', () => {
    const title = '关于《条例》实施后（试行）管理、养护的建议';
    const parts = titleParts(title);
    expect(parts.join('')).toBe(title);
    expect(parts).toContain('《条例》');
    expect(parts).toContain('（试行）');
    expect(parts.filter((part) => /^[》）、]/u.test(part))).toEqual([]);
    expect(parts.filter((part) => /[《（]$/u.test(part))).toEqual([]);
  });

  it('break nothing that is one word, and nothing that is empty', () => {
    expect(titleParts('建议')).toEqual(['建议']);
    expect(titleParts('')).toEqual([]);
  });
});
