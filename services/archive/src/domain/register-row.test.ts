import { describe, expect, it } from 'vitest';
import { readRegisterRow } from './register-row.ts';

const row = (more: object) =>
  readRegisterRow(JSON.stringify({ title: '关于改善停车难的建议', ...more }), '某区 2017 台账');

describe('a row of a register', () => {
  it('keeps what is there and invents nothing', () => {
    expect(row({ year: 2017, main_unit: ['区交通运输局'], number: '12' })).toMatchObject({
      year: 2017,
      number: '12',
      category: '',
      leadUnits: ['区交通运输局'],
      source: '某区 2017 台账',
    });
    expect(row({})).toMatchObject({ year: undefined, leadUnits: [] });
  });

  it('has the same key for the same source, place, session, number and title', () => {
    const key = (more: object) => (row(more) as { caseId: string }).caseId;
    expect(key({ number: '1', year: 2017 })).toBe(key({ number: '1', year: 2018 }));
    expect(key({ number: '1' })).not.toBe(key({ number: '2' }));
    expect(key({ place: 'a', number: '1' })).not.toBe(key({ place: 'b', number: '1' }));
  });

  it('names the field that is wrong', () => {
    expect(readRegisterRow('[]', '')).toMatchObject({ code: 'row-malformed' });
    expect(readRegisterRow('{', '')).toMatchObject({ code: 'row-malformed' });
    expect(readRegisterRow('{"number":"1"}', '')).toMatchObject({
      code: 'row-without-title',
      field: 'title',
    });
    expect(row({ year: '2017' })).toMatchObject({ code: 'row-value-malformed', field: 'year' });
    expect(row({ main_unit: '区教育局' })).toMatchObject({ field: 'main_unit' });
    expect(row({ category: '城建\u0000环保' })).toMatchObject({ field: 'category' });
  });
});
