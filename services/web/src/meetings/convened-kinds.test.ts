import { expect, it } from 'vitest';
import { ROLE_WORDS } from '../design/role-words.ts';
import { UNIT_ROLES } from '../session/unit-roles.ts';
import { asksDeputies, convenedKinds, convenedOnCase, needsShare } from './convened-kinds.ts';
import { MEETING_KINDS, type MeetingKind } from './kinds.ts';

/** Every kind by role, as domain.md T9, T14, T16, T17, T25 and §2.5, §2.7 have it. */
const CONVENERS: Readonly<Record<MeetingKind, readonly string[]>> = {
  'dual-confirmation': ['congress-desk', 'committee', 'government-office', ...UNIT_ROLES],
  'on-site': ['congress-desk', 'committee', 'government-office', ...UNIT_ROLES],
  'look-back': ['congress-desk', 'committee'],
  'task-force': ['congress-desk', 'committee', 'government-office'],
  coordination: ['congress-desk', 'committee', 'government-office'],
  'joint-study': ['congress-desk', 'committee', 'government-office'],
  talk: ['congress-desk', 'government-office'],
  'hand-over': ['congress-desk', 'government-office', 'session-registrar'],
};

it.each(Object.keys(ROLE_WORDS))('%s is offered the kinds it may convene, and no other', (role) => {
  expect(convenedKinds([role])).toEqual(MEETING_KINDS.filter((kind) => CONVENERS[kind].includes(role)));
});

it('somebody with two roles is offered the kinds of both, each once', () => {
  expect(convenedKinds(['session-registrar', 'government-office'])).toHaveLength(7);
  expect(convenedKinds(['council', 'deputy', 'pre-reviewer'])).toEqual([]);
});

it('the session’s secretariat convenes the hand-over of many, and nothing about one case', () => {
  expect(convenedOnCase(['session-registrar'])).toEqual([]);
  expect(convenedOnCase(['government-office'])).toEqual(convenedKinds(['government-office']));
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
