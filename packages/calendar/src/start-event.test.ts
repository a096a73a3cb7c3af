import { describe, expect, it } from 'vitest';

import { RULE_STARTS } from './rule-pack.ts';
import { isStartEvent, START_EVENTS } from './start-event.ts';

describe('what a clock may count from', () => {
  it('is each start of a rule, and what may take its place, under a Chinese name of its own', () => {
    expect(START_EVENTS).toMatchObject(RULE_STARTS);
    const names = Object.values(START_EVENTS);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\u4e00-\u9fff]+之日$/);
  });

  it('is nothing else', () => {
    expect(isStartEvent('key_mark')).toBe(true);
    for (const name of ['', 'toString', 'full_moon']) expect(isStartEvent(name), name).toBe(false);
  });
});
