import { expect, it } from 'vitest';
import { METRICS } from './schema.ts';

it('declares each metric once, with a unit and what it says', () => {
  const names = METRICS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, unit, says } of METRICS) expect([name, unit, says]).not.toContain('');
});

it('tells nothing apart by people, cases or tenants', () => {
  const attributes = METRICS.flatMap((metric) => metric.attributes);
  expect(attributes.filter((key) => /person|actor|user|case|tenant|deputy|session/.test(key))).toEqual([]);
});
