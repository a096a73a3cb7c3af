import { describe, expect, it } from 'vitest';
import { groupsOf, isIn, placeOf, type CaseSummary } from './queue.ts';

const TODAY = '2026-03-17';

function waiting(dueDate: string, more: Partial<CaseSummary> & { readonly act?: string } = {}): CaseSummary {
  const { act = 'register', ...rest } = more;
  return {
    ...{ caseId: dueDate, number: '', displayNumber: '', title: '', year: 2026, category: '', stage: '' },
    ...{
      colour: 'green',
      isKey: false,
      handlingType: '',
      leadUnits: [],
      origin: 'live',
      place: '',
      period: '',
      awaitsSignature: false,
    },
    next: { act, assignmentId: '', dueDate, since: '2026-03-01T02:00:00Z', provisional: false },
    ...rest,
  };
}

describe('the desk’s day', () => {
  it('groups what waits by why it stands there, the most urgent first', () => {
    const items = ['2026-03-30', '2026-03-17', '', '2026-03-16', '2026-03-20'].map((due) => waiting(due));
    const groups = groupsOf(items, TODAY).map(({ reason, items: found }) => [reason, found.length]);
    expect(groups).toEqual([
      ['overdue', 1],
      ['today', 1],
      ['week', 1],
      ['later', 1],
      ['undated', 1],
    ]);
  });

  it('counts what is due today with what is overdue, and the week with today', () => {
    const isToday = (due: string): boolean => isIn('today', waiting(due), TODAY);
    expect(['2026-03-16', '2026-03-17', '2026-03-18', ''].map(isToday)).toEqual([true, true, false, false]);
    const isWeek = (due: string): boolean => isIn('week', waiting(due), TODAY);
    expect(['2026-03-17', '2026-03-23', '2026-03-24'].map(isWeek)).toEqual([true, true, false]);
    expect(isIn('red', waiting('', { colour: 'red' }), TODAY)).toBe(true);
    expect(isIn('new', waiting('2026-04-01'), TODAY)).toBe(false);
  });

  it('leads to where the act is done', () => {
    expect(placeOf(waiting('d', { act: 'assign' }))).toBe('/assign?case=d');
    expect(placeOf(waiting('d', { act: 'seal' }))).toBe('/cases/d');
  });
});
