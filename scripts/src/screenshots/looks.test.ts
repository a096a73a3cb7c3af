import { describe, expect, it } from 'vitest';
import { gallery } from './gallery.ts';
import type { Look } from './look.ts';
import { lookTable } from './look-table.ts';

const common = { state: 'normal', role: 'deputy', device: 'phone' } as const;
const LOOKS: readonly Look[] = [
  { ...common, page: 'case', picture: 'normal/deputy-case-phone.png', faults: [] },
  {
    ...common,
    page: 'cases',
    picture: 'normal/deputy-cases-phone.png',
    faults: [
      { kind: 'clipped', what: '关于<b>积水</b>' },
      { kind: 'advice', what: '20×20 px to tap: 关闭' },
    ],
  },
  {
    ...common,
    page: 'draft',
    picture: 'normal/deputy-draft-phone.png',
    faults: [{ kind: 'missing', what: 'the reader has nothing that it could show' }],
  },
];

describe('the table', () => {
  it('counts pictures, holds a page without anything to show for a fault, and tells faults from advice', () => {
    expect(lookTable(LOOKS).split('\n')).toEqual([
      '✗ normal deputy: 3 pictures, 2 faults',
      '✗ normal deputy cases phone clipped: 关于<b>积水</b>',
      '✗ normal deputy draft phone missing: the reader has nothing that it could show',
      '· 20×20 px to tap: 关闭 (cases)',
    ]);
  });
});

describe('the gallery', () => {
  it('shows a page beside its target, and what was found as text', () => {
    const html = gallery(LOOKS, '../design');
    expect(html).toContain('src="../design/03-case.png"');
    expect(html).toContain('src="normal/deputy-case-phone.png"');
    expect(html).not.toContain('<b>');
  });

  it('says that there are no targets', () => {
    const html = gallery(LOOKS, undefined);
    expect(html).toContain('no targets');
    expect(html).not.toContain('03-case.png');
  });
});
