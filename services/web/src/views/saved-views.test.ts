import { describe, expect, it } from 'vitest';
import { changed, filtersOf, nameFault } from './saved-views.ts';

const red = { viewId: 'v1', list: 'cases', name: '红色的', filters: 'colour=red' };
const mine = { viewId: 'v2', list: 'cases', name: '轮到我的', filters: 'view=mine' };

describe('saved views', () => {
  it('know the same filters in any order', () => {
    const filters = filtersOf(new URLSearchParams('view=mine&title=&colour=red'));
    expect(filters).toBe('colour=red&view=mine');
    expect(filtersOf(new URLSearchParams('colour=red&view=mine'))).toBe(filters);
  });

  it('stand at once as they will be: a new one last, a renamed one in its place', () => {
    const { viewId: _, ...added } = mine;
    expect(changed([red], { kind: 'add', key: 'v2', ...added })).toEqual([red, mine]);
    const renamed = changed([red, mine], { kind: 'rename', key: 'k', viewId: 'v1', name: '急的' });
    expect(renamed).toEqual([{ ...red, name: '急的' }, mine]);
    expect(changed([red, mine], { kind: 'remove', key: 'k', viewId: 'v1' })).toEqual([mine]);
  });

  it.each([
    ['', '请写名称'],
    ['红色的', '已经有这个名称，请换一个'],
    ['红', ''],
  ])('%j: %s', (name, fault) => {
    expect(nameFault(name, [red, mine])).toBe(fault);
  });
});
