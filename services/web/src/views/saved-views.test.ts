import { describe, expect, it } from 'vitest';
import { filtersOf, nameFault, withView } from './saved-views.ts';

const red = { name: '红色的', filters: 'colour=red' };
const mine = { name: '轮到我的', filters: 'view=mine' };

describe('saved views', () => {
  it('know the same filters in any order', () => {
    const filters = filtersOf(new URLSearchParams('view=mine&title=&colour=red'));
    expect(filters).toBe('colour=red&view=mine');
    expect(filtersOf(new URLSearchParams('colour=red&view=mine'))).toBe(filters);
  });

  it('keep their place under a new name', () => {
    expect(withView([red, mine], { ...red, name: '急的' }, red)).toEqual([{ ...red, name: '急的' }, mine]);
    expect(withView([red], mine, undefined)).toEqual([red, mine]);
  });

  it.each([
    ['', '请写名称'],
    ['红色的', '已经有这个名称，请换一个'],
    ['红', ''],
  ])('%j: %s', (name, fault) => {
    expect(nameFault(name, [red, mine])).toBe(fault);
  });
});
