import { describe, expect, it } from 'vitest';
import { factTeller } from '../../test/fact-teller.ts';
import type { Fact } from './fact.ts';
import { mayReadColoursOf } from './fact-sight.ts';
import { foldCase } from './fold.ts';
import { groupOf, hiddenPeople, mayReadOf, readableGroups, withoutPeople } from './visibility.ts';

const fact = factTeller();

const share = { assignmentId: 'a1', unitId: 'zhujian', role: 'lead', decidingOffice: 'government-office' };

describe('what a reader may know', () => {
  const unit = { tenant: 'donghu', personId: 'luo', roles: ['unit-liaison'], unitId: 'zhujian' } as const;
  const submitted = { leadDeputyId: 'lin', cosignerIds: ['su'], authorConfidential: true };
  const confidential = [
    fact('intake', 'suggestion-submitted', '2026-01-06', submitted),
    fact('intake', 'suggestion-registered', '2026-01-07'),
    fact('assignment', 'assignment-made', '2026-01-08', share),
  ];

  it('a unit learns no deputy of a suggestion whose authors asked for confidentiality (SD11)', () => {
    const file = foldCase('c1', confidential);
    const hidden = hiddenPeople(file, readableGroups(file, unit));
    const said = { signedBy: ['lin', 'su'], owed: [{ deputyId: 'lin', isLead: true }], unitId: 'zhujian' };
    expect(withoutPeople(said, hidden)).toEqual({
      ...{ signedBy: [], owed: [{ deputyId: '', isLead: true }], unitId: 'zhujian' },
    });
    const deputy = { tenant: 'donghu', personId: 'su', roles: ['deputy'] } as const;
    expect(hiddenPeople(file, readableGroups(file, deputy)).size).toBe(0);
  });

  it('the one person whom 代表工委 named knows the deputies, no other of the unit, and not after the share has gone', () => {
    const fields = { assignmentId: 'a1', unitId: 'zhujian', personId: 'luo' };
    const named = fact('assignment', 'confidant-named', '2026-01-09', fields);
    const gone = fact('assignment', 'assignment-returned', '2026-01-12', { assignmentId: 'a1' });
    const knows = (personId: string, ...more: Fact[]): boolean =>
      readableGroups(foldCase('c1', [...confidential, named, ...more]), { ...unit, personId }).has('author');
    expect([knows('luo'), knows('chen'), knows('luo', gone)]).toEqual([true, false, false]);
    const another = fact('assignment', 'confidant-named', '2026-01-10', { ...fields, personId: 'chen' });
    expect([knows('luo', another), knows('chen', another)]).toEqual([false, true]);
  });

  it('a unit whose return was granted reads the case no more', () => {
    const back = fact('assignment', 'assignment-returned', '2026-01-12', { assignmentId: 'a1' });
    expect(readableGroups(foldCase('c1', confidential), unit).has('text')).toBe(true);
    expect(readableGroups(foldCase('c1', [...confidential, back]), unit).size).toBe(0);
  });

  it('the unit that took over reads the case, the one whose duties went to it no more', () => {
    const fields = { assignmentId: 'a1', fromUnitId: 'zhujian', unitId: 'chengguan', endedAssignmentId: '' };
    const passed = fact('assignment', 'assignment-succeeded', '2026-02-01', fields);
    const file = foldCase('c1', [...confidential, passed]);
    expect(readableGroups(file, { ...unit, unitId: 'chengguan' }).has('text')).toBe(true);
    expect(readableGroups(file, unit).size).toBe(0);
  });

  it('an event that no list names is seen by the narrowest circle', () =>
    expect([groupOf('assignment', 'something-new'), groupOf('evaluation', 'cosigner-opinion-given')]).toEqual(
      ['analysis', 'evaluation'],
    ));

  it('parallel units see only the evaluation of their own share, a co-handler only its own opinion', () => {
    const made = (assignmentId: string, unitId: string, role: string) =>
      fact('assignment', 'assignment-made', '2026-01-08', { ...share, assignmentId, unitId, role });
    const evaluated = fact('evaluation', 'suggestion-evaluated', '2026-03-01', { assignmentId: 'a1' });
    const of = (unitId: string) => ({ ...unit, unitId });
    const parallel = foldCase('c1', [
      ...confidential.slice(0, 2),
      ...[made('a1', 'zhujian', 'parallel'), made('a2', 'jiaotong', 'parallel'), evaluated],
    ]);
    expect(mayReadOf(parallel, of('zhujian'), 'evaluation', 'a1')).toBe(true);
    expect(mayReadOf(parallel, of('jiaotong'), 'evaluation', 'a1')).toBe(false);
    const led = foldCase('c1', [
      ...confidential.slice(0, 2),
      ...[made('a1', 'zhujian', 'lead'), made('a2', 'jiaotong', 'co'), made('a3', 'caizheng', 'co')],
    ]);
    const seen = (unitId: string) =>
      ['a1', 'a2', 'a3'].map((id) => mayReadOf(led, of(unitId), 'co-opinion', id));
    expect(seen('zhujian')).toEqual([true, true, true]);
    expect(seen('jiaotong')).toEqual([false, true, false]);
    expect(mayReadOf(led, of('jiaotong'), 'contact-records', 'a1')).toBe(false);
  });

  it('a co-handler reads the letters and talks to itself, the lead unit all of them', () => {
    const made = (assignmentId: string, unitId: string, role: string) =>
      fact('assignment', 'assignment-made', '2026-01-08', { ...share, assignmentId, unitId, role });
    const file = foldCase('c1', [
      ...confidential.slice(0, 2),
      ...[made('a1', 'zhujian', 'lead'), made('a2', 'jiaotong', 'co'), made('a3', 'caizheng', 'co')],
    ]);
    const seen = (unitId: string) =>
      ['zhujian', 'jiaotong', ''].map((about) => mayReadColoursOf(file, { ...unit, unitId }, about));
    expect(seen('zhujian')).toEqual([true, true, true]);
    // As supervision's own lists have it: what is about no unit is not a co-handler's.
    expect(seen('jiaotong')).toEqual([false, true, false]);
  });

  it('a committee reads the cases of its field, no others', () => {
    const registered = fact('intake', 'suggestion-registered', '2026-01-07', { overseerIds: ['chenghuan'] });
    const file = foldCase('c1', [...confidential.slice(0, 1), registered]);
    const member = (unitId: string) =>
      ({ tenant: 'donghu', personId: 'qin', roles: ['committee'], unitId }) as const;
    expect(readableGroups(file, member('chenghuan')).has('text')).toBe(true);
    expect(readableGroups(file, member('chenghuan')).has('author')).toBe(false);
    expect(readableGroups(file, member('caijing')).size).toBe(0);
  });
});
