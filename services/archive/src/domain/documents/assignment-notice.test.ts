import { describe, expect, it } from 'vitest';
import { foldCase } from '../fold.ts';
import { GROUPS } from '../visibility.ts';
import { caseDocuments } from './case-documents.ts';
import type { CaseDocument, CaseSource, ReasonedFact } from './case-source.ts';

const OFFICIALS: CaseSource['officials'] = new Map([
  ['congress-desk', ['chen', 'zhou']],
  ['government-office', ['deng', 'fang']],
  ['session-registrar', ['he']],
] as const);
const NAMES = new Map([
  ['chen', '陈志远'],
  ['zhou', '周明'],
  ['deng', '邓立'],
  ['fang', '方正'],
  ['he', '何苗'],
]);

/** The notice of a share that somebody handed over for one of the offices. */
function notice(
  by: { readonly personId: string; readonly roles: readonly string[] },
  decidingOffice: string,
  officials: CaseSource['officials'] = OFFICIALS,
): CaseDocument {
  const share = { assignmentId: 'a-1', unitId: 'u-1', role: 'lead', decidingOffice };
  const made: ReasonedFact = {
    ...{ service: 'assignment', version: 1, eventId: 'e-1', type: 'assignment-made', payload: share, ...by },
    ...{ occurredAt: new Date('2026-01-19T01:00:00Z'), reason: '' },
  };
  const source: CaseSource = {
    ...{ file: foldCase('case-1', [made]), facts: [made], place: '东湖区', authorKnown: true, officials },
    ...{ desk: '东湖区人大常委会代表工委', governmentOffice: '东湖区人民政府办公室' },
    unitNames: new Map([['u-1', '东湖区公安局']]),
  };
  const found = caseDocuments(source, new Set(GROUPS)).find(({ kind }) => kind === 'assignment-notice');
  if (found === undefined) throw new Error('no notice');
  return found;
}

/** Name and phone as the notice states them. */
function contactIn(document: CaseDocument, phones: Readonly<Record<string, string>> = {}): readonly string[] {
  const contacts = Object.entries(phones).map(
    ([id, phone]) => [id, { delegation: '', cardNumber: '', phone }] as const,
  );
  const rows = document
    .compose(NAMES, new Map(contacts), { name: '', phone: '' })
    .blocks.flatMap((block) => (block.kind === 'fields' ? block.rows : []));
  return ['机关联系人', '联系电话'].map((label) => rows.find((row) => row.label === label)?.value ?? '');
}

describe('机关联系人 of a 交办通知', () => {
  it.each([
    ['who handed it over, while still in the office', 'fang', ['government-office'], 'fang'],
    ['the first of the office, once who handed it over has left', 'gone', ['government-office'], 'deng'],
    ['the first of the office, when the system handed it over', 'system', [], 'deng'],
    ['the first of the office, when who handed it over serves elsewhere now', 'chen', ['council'], 'deng'],
  ])('is %s', (_which, personId, roles, officialId) => {
    const document = notice({ personId, roles }, 'government-office');
    expect(document).toMatchObject({ officialId, people: [officialId] });
    const phones = { [officialId]: '0000-5550123', zhou: '0000-5550124' };
    expect(contactIn(document, phones)).toEqual([NAMES.get(officialId), '0000-5550123']);
  });

  it('is named with the office where it is not the one that the letter is from', () => {
    const called = (personId: string, role: string, from: string): string | undefined =>
      contactIn(notice({ personId, roles: [role] }, from))[0];
    expect(called('zhou', 'congress-desk', 'government-office')).toBe('周明（东湖区人大常委会代表工委）');
    expect(called('fang', 'government-office', 'congress-desk')).toBe('方正（东湖区人民政府办公室）');
    expect(called('he', 'session-registrar', 'congress-desk')).toBe('何苗（大会秘书处议案组）');
    expect(called('zhou', 'congress-desk', 'congress-desk')).toBe('周明');
    const both = { personId: 'fang', roles: ['congress-desk', 'government-office'] };
    const serving = new Map(OFFICIALS).set('congress-desk', ['chen', 'fang']);
    expect(contactIn(notice(both, 'government-office', serving))[0]).toBe('方正');
  });

  it('is a line to be filled by hand where nobody serves in the office', () => {
    const document = notice({ personId: 'system', roles: [] }, 'congress-desk', new Map());
    expect(document).toMatchObject({ officialId: '' });
    expect(contactIn(document)).toEqual(['＿＿＿＿＿＿＿＿', '＿＿＿＿＿＿＿＿']);
  });
});
