import { describe, expect, it } from 'vitest';

import { DISTRICTS, PLACES, type Place } from './places.ts';
import { seededRandom } from './random.ts';
import { demoSuggestion, textForTitle, type DemoSuggestion } from './suggestion.ts';
import { unitsOf } from './units.ts';

function many(place: Place, count: number): DemoSuggestion[] {
  const random = seededRandom(`suggestions/${place.tenant}`);
  return Array.from({ length: count }, () => demoSuggestion(random, place));
}

const donghu = many(DISTRICTS[0] as Place, 4000);

function share(holds: (suggestion: DemoSuggestion) => boolean): number {
  return donghu.filter(holds).length / donghu.length;
}

describe('the demo city’s suggestions', () => {
  it('read like suggestions: a framed title, facts, one to three demands, no slot left open', () => {
    for (const place of PLACES) {
      for (const suggestion of many(place, 300)) {
        expect(suggestion.title).toMatch(/^关于.{5,30}的建议$/);
        expect(suggestion.facts.length).toBeGreaterThan(30);
        expect([1, 2, 3]).toContain(suggestion.demands.length);
        expect(JSON.stringify(suggestion)).not.toMatch(/\{[a-z]+\}|undefined/);
      }
    }
  });

  it('name units that exist, and none twice', () => {
    for (const place of PLACES) {
      const codes = unitsOf(place).map((unit) => unit.code);
      for (const { leadUnitCode, coUnitCodes } of many(place, 300)) {
        const named = [leadUnitCode, ...coUnitCodes];
        expect(named.filter((code) => !codes.includes(code))).toEqual([]);
        expect(new Set(named).size).toBe(named.length);
      }
    }
  });

  it('spread as the real register and the offices’ reports do', () => {
    expect(Math.abs(share((s) => s.category === '城建环保') - 103 / 283)).toBeLessThan(0.015);
    expect(Math.abs(share((s) => s.category === '教科文卫') - 52 / 283)).toBeLessThan(0.015);
    expect(Math.abs(share((s) => s.coUnitCodes.length === 0) - 45 / 283)).toBeLessThan(0.015);
    expect(Math.abs(share((s) => s.cosignerCount > 0) - 0.15)).toBeLessThan(0.015);
    expect(Math.abs(share((s) => s.period === 'between-sessions') - 0.03)).toBeLessThan(0.015);
    expect(Math.abs(share((s) => s.course.resultClass === 'A') - 0.7)).toBeLessThan(0.015);
    expect(Math.abs(share((s) => s.course.satisfaction === '不满意') - 0.02)).toBeLessThan(0.015);
    expect(Math.abs(share((s) => s.course.returnRequested) - 0.07)).toBeLessThan(0.015);
    expect(Math.abs(share((s) => s.course.extended) - 0.04)).toBeLessThan(0.015);
  });

  it('give a text to a title that comes alone', () => {
    const place = DISTRICTS[0] as Place;
    const text = textForTitle(seededRandom('t'), place, '关于改善老旧小区停车难的提案');
    expect(text.title).toBe('关于改善老旧小区停车难的提案');
    expect(text.facts).toContain('“改善老旧小区停车难”');
    expect(text.demands.length).toBeGreaterThan(0);
    expect(textForTitle(seededRandom('t'), place, text.title)).toEqual(text);
  });
});
