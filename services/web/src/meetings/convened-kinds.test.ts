import { expect, it } from 'vitest';
import { asksDeputies, convenedKinds, needsShare } from './convened-kinds.ts';
import { MEETING_KINDS } from './kinds.ts';

it('the desk may convene every kind, the unit whose work is looked at never looks back', () => {
  expect(convenedKinds(['congress-desk'])).toEqual(MEETING_KINDS);
  expect(convenedKinds(['unit-clerk'])).toEqual(['dual-confirmation', 'on-site']);
  expect(convenedKinds(['government-office'])).not.toContain('look-back');
  expect(convenedKinds(['committee'])).not.toContain('talk');
  expect(convenedKinds(['session-registrar'])).toEqual(['talk', 'hand-over']);
});

it('who convenes nothing is offered nothing', () => {
  expect(convenedKinds(['council', 'deputy', 'pre-reviewer'])).toEqual([]);
});

it('a meeting about one share asks for it, a meeting of the office asks no deputy', () => {
  expect(MEETING_KINDS.filter(needsShare)).toEqual([
    'dual-confirmation',
    'on-site',
    'look-back',
    'joint-study',
  ]);
  expect(MEETING_KINDS.filter((kind) => !asksDeputies(kind))).toEqual(['talk', 'hand-over']);
});
