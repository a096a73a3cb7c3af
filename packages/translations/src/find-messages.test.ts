import { describe, expect, it } from 'vitest';
import { findMessages } from './find-messages.ts';

function textsIn(source: string, file = 'page.tsx'): readonly string[] {
  return findMessages(source, file).map(({ text, table }) => (table === '' ? text : `${table}: ${text}`));
}

describe('the texts of a source', () => {
  it('are strings, templates and attributes that a person may read', () => {
    expect(textsIn(`const LIST = { name: '登记', code: 'register' };`)).toEqual(['登记']);
    expect(textsIn('const said = `共 ${count(items)} 件，${late ? "逾期" : ""}`;')).toEqual([
      '共 {0} 件，{1}',
      '逾期',
    ]);
    expect(textsIn(`const field = <Input placeholder="编号" aria-label={'标题'} />;`)).toEqual([
      '编号',
      '标题',
    ]);
  });

  it('are full-width punctuation too, because it stands between words', () => {
    expect(textsIn(`names.join('、') + '，'`)).toEqual(['、', '，']);
  });

  it('are no types, keys, module names, and nothing that becomes part of the record', () => {
    const source = `
      import { x } from './草稿.ts';
      type Word = '红' | '绿';
      const counts: Record<'一', number> = { '一': 1 };
      const words = inChinese('请按期办理');
      const value = '黄' as Word;`;
    expect(textsIn(source, 'page.ts')).toEqual(['黄']);
  });

  it('carry the name of their table in files of words, where one word has several meanings', () => {
    const source = `const WORDS = { step: { assign: '交办' }, act: { assign: '交办' } }; const all = '全部';`;
    expect(textsIn(source, 'design/words.ts')).toEqual(['step: 交办', 'act: 交办', 'all: 全部']);
    expect(textsIn(source, 'design/page.ts')).toEqual(['交办', '交办', '全部']);
  });
});

describe('the text between two tags', () => {
  it('is one message with whatever stands in it, as React puts it together', () => {
    const source = `const line = (
      <p>
        已选 <b>{chosen}</b> 件，
        还有 {left} 件
      </p>
    );`;
    expect(textsIn(source)).toEqual(['已选 {0} 件， 还有 {1} 件']);
  });

  it('begins and ends with words where only marks stand around them', () => {
    expect(textsIn(`const place = <a><img src="/mark.svg" />回音<Icon /></a>;`)).toEqual(['回音']);
    expect(textsIn(`const units = <p>主办 <b>{unit}</b></p>;`)).toEqual(['主办 {0}']);
  });

  it('leaves comments out and keeps the spaces that are written as such', () => {
    expect(textsIn(`const said = <p>结果{' '}{/* in words */}{result}</p>;`)).toEqual(['结果 {0}']);
  });

  it('is refused where a character is written as its code', () => {
    expect(() => textsIn(`const said = <p>红&amp;绿</p>;`)).toThrow(/write the character itself/);
  });
});

it('names the file of a source that it cannot read', () => {
  expect(() => textsIn('const = ;', 'home/broken.ts')).toThrow(/home\/broken\.ts/);
});
