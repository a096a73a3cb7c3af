import { existsSync, readFileSync } from 'node:fs';

import { localDate } from '@huiyin/kernel/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DEMO_STARTS_ON } from './congress-sessions.ts';
import { PLACES, type Place } from './places.ts';
import { demoRegister, type RegisterRow } from './register.ts';
import { unitsOf } from './units.ts';

const REAL = new URL('../../../../shared/data/real-suggestions.jsonl', import.meta.url);

const anyPlace = fc.constantFrom(...PLACES);

function datesOf(row: RegisterRow): string[] {
  return [
    row.registered,
    ...[row.assigned, row.reply_date, row.published].flatMap((date) => date ?? []),
    ...(row.contacts ?? []),
    ...(row.handlers ?? []).flatMap((handler) => [handler.received, handler.replied]),
  ];
}

function expectValid(row: RegisterRow, place: Place): void {
  const names = unitsOf(place).map((unit) => unit.name);
  const named = [...(row.main_unit ?? []), ...(row.co_units ?? [])];
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
  for (const date of datesOf(row)) expect(localDate(date)).toBe(date);
  expect(row.handlers?.map((handler) => handler.unit)).toEqual(row.co_units);
  for (const { received, replied } of row.handlers ?? []) {
    expect(row.registered < received && received <= replied).toBe(true);
  }
  if (row.assigned !== undefined) expect(row.assigned > row.registered).toBe(true);
  if (row.assigned !== undefined && row.reply_date !== undefined) {
    expect(row.reply_date > row.assigned).toBe(true);
  }
  expect(row.registered < DEMO_STARTS_ON).toBe(true);
  expect(row.cosigner_note === undefined).toBe(row.cosigner_count === 0);
  expect(JSON.stringify(row)).not.toMatch(/null|undefined/);
}

describe('a generated register', () => {
  it('has as many rows as asked for, the same for the same seed, each valid', () => {
    fc.assert(
      fc.property(fc.string(), anyPlace, fc.integer({ min: 0, max: 40 }), (seed, place, rows) => {
        const register = demoRegister({ seed, place, rows });
        expect(register).toHaveLength(rows);
        expect(demoRegister({ seed, place, rows })).toEqual(register);
        for (const row of register) expectValid(row, place);
      }),
      { numRuns: 50 },
    );
  });

  it('numbers each session from 1 without a gap', () => {
    for (const place of PLACES) {
      const register = demoRegister({ seed: 'numbers', place, rows: 101 });
      for (const session of new Set(register.map((row) => row.session))) {
        const numbers = register.filter((row) => row.session === session).map((row) => Number(row.number));
        expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
      }
      expect(new Set(register.map((row) => row.session)).size).toBe(4);
    }
  });

  it('leaves out what real registers leave out', () => {
    const register = demoRegister({ seed: 'gaps', place: PLACES[1] as Place, rows: 400 });
    for (const key of ['main_unit', 'co_units', 'reply_class', 'assigned', 'eval_result'] as const) {
      const missing = register.filter((row) => row[key] === undefined).length;
      expect([key, missing > 0 && missing < 400]).toEqual([key, true]);
    }
  });

  it('has the columns of the real register', ({ skip }) => {
    skip(!existsSync(REAL), 'real-suggestions.jsonl does not stand beside this clone');
    const lines = readFileSync(REAL, 'utf8').trim().split('\n');
    const columns = (rows: readonly object[]): string[] => [...new Set(rows.flatMap(Object.keys))].sort();
    const register = demoRegister({ seed: 'columns', place: PLACES[1] as Place, rows: 400 });
    expect(columns(register)).toEqual(columns(lines.map((line) => JSON.parse(line) as object)));
  });
});
