import { expect, it } from 'vitest';
import { word } from './words.ts';

/** The services' event contracts as text: events of a case carry its id first. */
const CONTRACTS = import.meta.glob<string>('../../../../proto/huiyin/*/v1/events.proto', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const CASE_EVENT = /^message (\w+) \{[^}]*\bstring suggestion_id = 1;/gm;

it('has a Chinese word for every event that a timeline can show', () => {
  const names = Object.values(CONTRACTS).flatMap((text) =>
    [...text.matchAll(CASE_EVENT)].map(([, name = '']) => name),
  );
  const types = names.map((name) => name.replaceAll(/\B([A-Z])/g, '-$1').toLowerCase());
  expect(types.length).toBeGreaterThan(60);
  expect(types.filter((type) => word('event', type) === type)).toEqual([]);
});
