import { createElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { say, show, translateWith } from './say.ts';

afterEach(() => translateWith(() => undefined));

describe('what the interface says', () => {
  it('is the Chinese with its values where there is no other language', () => {
    expect(say('登记')).toBe('登记');
    expect(say('共 {0} 件，逾期 {1} 件', [12, '{0}'])).toBe('共 12 件，逾期 {0} 件');
  });

  it('is the other language, in its order and by its context', () => {
    translateWith((text, values, context) => (text === '交办' ? [context, values[1], values[0]] : undefined));
    expect(say('交办', ['a', 'b'], 'step')).toBe('stepba');
    expect(say('登记')).toBe('登记');
  });

  it('is drawn with elements in the places of values', () => {
    const bold = createElement('b', null, 3);
    expect(show('共 {0} 件', [bold])).toEqual(['共 ', createElement('b', { key: 1 }, 3), ' 件']);
    expect(show('共 {0} 件', [false])).toEqual(['共 ', false, ' 件']);
  });
});
