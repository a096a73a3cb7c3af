import { describe, expect, it } from 'vitest';
import { heldNow, lateRoles, stillMeant } from './late-units.ts';

const share = (unitId: string, role: string, status = 'in-handling') => ({ unitId, role, status });

describe('units that are added after 交办', () => {
  it('help whoever leads or read along; where units reply apart they only read along', () => {
    expect(lateRoles([share('zhujian', 'lead'), share('caizheng', 'co')])).toEqual(['co', 'reference']);
    expect(lateRoles([share('zhujian', 'lead', 'returned')])).toEqual(['co', 'reference']);
    expect(lateRoles([share('zhujian', 'parallel'), share('shuiwu', 'parallel')])).toEqual(['reference']);
  });

  it('are none of those that take part, but may be one that gave its share back', () => {
    const shares = [
      share('zhujian', 'lead', 'replaced'),
      share('shuiwu', 'lead', 'pending'),
      share('caizheng', 'co', 'returned'),
      share('jiaotong', 'reference', 'for-reference'),
    ];
    expect(heldNow(shares).map(({ unitId }) => unitId)).toEqual(['shuiwu', 'jiaotong']);
    const meant = ['zhujian', 'shuiwu', 'caizheng'].map((unitId) => ({ unitId, role: 'co' as const }));
    expect(stillMeant(meant, shares).map(({ unitId }) => unitId)).toEqual(['zhujian', 'caizheng']);
  });

  it('are kept for no role that cannot be given any more', () => {
    const apart = [share('zhujian', 'parallel'), share('shuiwu', 'parallel')];
    const meant = [
      { unitId: 'caizheng', role: 'co' },
      { unitId: 'jiaotong', role: 'reference' },
    ] as const;
    expect(stillMeant(meant, apart)).toEqual([meant[1]]);
  });
});
