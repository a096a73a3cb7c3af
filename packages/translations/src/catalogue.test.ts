import { describe, expect, it } from 'vitest';
import {
  catalogueOf,
  contextIn,
  dictionaryOf,
  faultsOf,
  parseCatalogue,
  writeCatalogue,
  type Entry,
  type FoundIn,
} from './catalogue.ts';
import { findMessages } from './find-messages.ts';

function source(file: string, code: string): FoundIn {
  return { file, messages: findMessages(code, file) };
}

function entry(text: string, english: string, context = ''): Entry {
  return { text, english, context, files: [] };
}

const SOURCES = [
  source('a.ts', `const name = '登记'; const more = '更多';`),
  source('b.ts', `const name = '登记';`),
];

describe('a catalogue', () => {
  it('keeps its English, takes up what is new and lets go of what nobody says any more', () => {
    const fresh = catalogueOf(SOURCES, [entry('登记', 'Register'), entry('草稿', 'Draft')]);
    expect(fresh).toEqual([
      { text: '登记', context: '', english: 'Register', files: ['a.ts', 'b.ts'] },
      { text: '更多', context: '', english: '', files: ['a.ts'] },
    ]);
  });

  it('may say a text differently in one file', () => {
    const kept = [entry('登记', 'Register'), entry('登记', 'Registration', 'b.ts')];
    const fresh = catalogueOf(SOURCES, kept);
    expect(fresh.map(({ english, files }) => [english, files])).toEqual([
      ['Register', ['a.ts']],
      ['', ['a.ts']],
      ['Registration', ['b.ts']],
    ]);
    const [message] = findMessages(`const name = '登记';`, 'b.ts');
    if (message === undefined) throw new Error('nothing was found');
    expect(contextIn(fresh)(message, 'b.ts')).toBe('b.ts');
    expect(contextIn(fresh)(message, 'a.ts')).toBe('');
  });

  it('is read as it was written', () => {
    const entries = [
      { text: '共 {0} 件', context: '', english: '{0} in “all”\n"', files: ['a.ts', 'b.ts'] },
      { text: '交办', context: 'step', english: 'Assignment', files: ['design/words.ts'] },
    ];
    expect(parseCatalogue(writeCatalogue(entries))).toEqual(entries);
    expect(dictionaryOf(entries)['step\u0004交办']).toBe('Assignment');
  });
});

describe('English', () => {
  const faultOf = (text: string, english: string): string | undefined => faultsOf([entry(text, english)])[0];

  it('is there, in English, with the values of the Chinese', () => {
    expect(faultOf('登记', '')).toMatch(/“登记” has no English/);
    expect(faultOf('登记', 'Register 登记')).toMatch(/still Chinese/);
    expect(faultOf('共 {0} 件', 'In all')).toMatch(/values \{0\}/);
    expect(faultOf('共 {0} 件', '{0} of {1}')).toMatch(/its English \{0\} \{1\}/);
    expect(faultOf('{0}到{1}', '{1}, from {0}')).toBeUndefined();
  });

  it('counts in its own way', () => {
    expect(faultOf('共 {0} 件', '{0, plural, one {# case} other {# cases}}')).toBeUndefined();
    expect(faultOf('共 {0} 件', '{0, plural, one {# case}')).toMatch(/cannot be read/);
  });

  it('begins with a space where the Chinese does', () => {
    expect(faultOf(' · 第 {0} 轮', '· round {0}')).toMatch(/space/);
    expect(faultOf('（第 {0} 次）', ' (attempt {0})')).toBeUndefined();
  });
});
