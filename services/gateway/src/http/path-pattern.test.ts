import { describe, expect, it } from 'vitest';
import { pathKeys, routeName, routerPattern } from './path-pattern.ts';

const PATHS = [
  '/api/v1/suggestions',
  '/api/v1/suggestions/{id}:submit',
  '/api/v1/suggestions/{id}/cosigners/me:confirm',
  '/api/v1/cases/{id}/documents/{kind}.{format}',
  '/api/v1/people:resolve',
];

describe('a path as the API documents it', () => {
  it.each(PATHS)('%s is what the route of its pattern is called', (path) => {
    expect(routeName(routerPattern(path))).toBe(path);
  });

  it('tells the names of its parameters in order', () => {
    expect(PATHS.map(pathKeys)).toEqual([[], ['id'], ['id'], ['id', 'kind', 'format'], []]);
  });
});

it('the files of a build are one route, whatever they are called today', () => {
  expect(['/assets/index-CaacF2Mc.js', '/mark.svg'].map(routeName)).toEqual(['/assets/*', '/mark.svg']);
});
