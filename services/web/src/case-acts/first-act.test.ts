import { expect, it } from 'vitest';
import { leavesNextStep, nextStepFirst } from './first-act.ts';

const offered = ['recordMeeting', 'draftReply', 'scheduleMeeting'].map((act) => ({ act: { act } }));
const order = (nextAct: string): readonly string[] =>
  nextStepFirst(offered, nextAct).map(({ act: { act } }) => act);

it('the reply stands in front once it is what the case waits for, not the correction of a meeting held before', () => {
  expect(order('reply')).toEqual(['draftReply', 'recordMeeting', 'scheduleMeeting']);
  expect(order('on-site-meeting')).toEqual(['recordMeeting', 'scheduleMeeting', 'draftReply']);
});

it('the order of the road stays where the next step is somebody else’s or names no act', () => {
  expect(order('evaluate')).toEqual(['recordMeeting', 'draftReply', 'scheduleMeeting']);
  expect(order('')).toEqual(['recordMeeting', 'draftReply', 'scheduleMeeting']);
});

it('a step that none of the acts takes is left to somebody else', () => {
  expect(leavesNextStep(offered, 'acknowledge')).toBe(true);
  expect(leavesNextStep(offered, 'reply')).toBe(false);
  expect(leavesNextStep(offered, 'classify')).toBe(false);
});
