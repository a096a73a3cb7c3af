import { expect, it } from 'vitest';
import { nextStepFirst } from './first-act.ts';

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
