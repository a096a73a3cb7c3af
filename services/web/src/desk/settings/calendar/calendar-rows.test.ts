import { describe, expect, it } from 'vitest';
import { readRows, withNotice } from './calendar-rows.ts';

describe('the lines of a holiday notice', () => {
  it('are days off and make-up workdays, with a heading and empty lines passed over', () => {
    expect(
      readRows('\uFEFF日期,类别,名称\r\n2027-02-05,休,春节\r\n\r\n2027-02-07，班，春节\n', '2027'),
    ).toEqual({
      type: 'read',
      days: [
        { date: '2027-02-05', off: true, name: '春节' },
        { date: '2027-02-07', off: false, name: '春节' },
      ],
    });
  });

  it('name every line that is wrong, and why', () => {
    const text = [
      '2027-02-05,休',
      '2027-02-30,休,春节',
      '2027-02-05,假,春节',
      `2027-02-05,休,${'长'.repeat(61)}`,
      '2027-02-08,班,春节',
      '2027-02-06,休,春节',
      '2027-02-06,班,春节',
    ].join('\n');
    expect(readRows(text, '2027')).toEqual({
      type: 'faulty',
      faults: [
        { line: 1, fault: 'row-incomplete' },
        { line: 2, fault: 'day-invalid' },
        { line: 3, fault: 'kind-unknown' },
        { line: 4, fault: 'name-too-long' },
        { line: 5, fault: 'make-up-on-weekday' },
        { line: 7, fault: 'day-twice' },
      ],
    });
  });

  it('are of the year that the notice is for, or of the days about its New Year', () => {
    const rows = (...dates: string[]): string => dates.map((date) => `${date},休,元旦`).join('\n');
    expect(readRows(rows('2026-12-31', '2027-01-01', '2028-01-01'), '2027').type).toBe('read');
    expect(readRows(rows('2026-10-01', '2027-01-01', '2028-02-01'), '2027')).toEqual({
      type: 'faulty',
      faults: [
        { line: 1, fault: 'of-another-year' },
        { line: 3, fault: 'of-another-year' },
      ],
    });
  });

  it('are read from published holiday data, and from nothing else in JSON', () => {
    const published = (days: unknown): string => JSON.stringify({ year: 2027, days });
    const spring = { name: '春节', date: '2027-02-05', isOffDay: true };
    const work = { name: '春节', date: '2027-02-07', isOffDay: false };
    expect(readRows(published([spring, work]), '2027')).toEqual({
      type: 'read',
      days: [
        { date: '2027-02-05', off: true, name: '春节' },
        { date: '2027-02-07', off: false, name: '春节' },
      ],
    });
    expect(readRows(published([spring, null, { ...work, isOffDay: 'no' }]), '2027')).toEqual({
      type: 'faulty',
      faults: [
        { line: 2, fault: 'row-incomplete' },
        { line: 3, fault: 'row-incomplete' },
      ],
    });
    for (const other of ['{"days": 3}', '{"days": [', published(undefined)])
      expect(readRows(other, '2027')).toEqual({
        type: 'faulty',
        faults: [{ line: 1, fault: 'json-unreadable' }],
      });
  });

  it('stand in place of what the calendar said of their year and of the days they name', () => {
    const day = (date: string, name: string) => ({ date, off: true, name });
    const before = [day('2026-12-31', '旧'), day('2027-01-01', '旧'), day('2026-10-01', '国庆节')];
    expect(withNotice(before, '2027', [day('2026-12-31', '新'), day('2027-02-05', '春节')])).toEqual([
      day('2026-10-01', '国庆节'),
      day('2026-12-31', '新'),
      day('2027-02-05', '春节'),
    ]);
  });
});
