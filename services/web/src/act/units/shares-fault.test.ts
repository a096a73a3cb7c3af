import { describe, expect, it } from 'vitest';
import { sharesFault, unheeded, type ShareRole } from './shares-fault.ts';

const shares = (...roles: ShareRole[]) => roles.map((role, index) => ({ unitId: `u${index}`, role }));

describe('the units of a suggestion', () => {
  it('name those that the deputy wished for and that handle nothing', () => {
    expect(unheeded(shares('lead', 'reference'), ['u0', 'u1', 'u9'])).toEqual(['u1', 'u9']);
    expect(unheeded(shares('lead', 'co'), ['u0', 'u1'])).toEqual([]);
  });

  it.each([[['lead']], [['lead', 'co', 'co', 'reference']], [['parallel', 'parallel', 'reference']]])(
    'accepts %j',
    (roles) => {
      expect(sharesFault(shares(...(roles as ShareRole[])))).toBe('');
    },
  );

  it.each([
    [[], '还没有选单位'],
    [['lead', 'lead'], '主办只能有一个'],
    [['lead', 'parallel'], '有了主办'],
    [['co'], '还缺主办'],
    [['reference'], '还缺主办'],
    [['parallel'], '至少要两个'],
    [['parallel', 'parallel', 'co'], '没有协办'],
  ])('refuses %j in words', (roles, said) => {
    expect(sharesFault(shares(...(roles as ShareRole[])))).toContain(said);
  });
});
