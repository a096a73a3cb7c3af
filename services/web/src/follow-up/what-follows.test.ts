import { expect, it } from 'vitest';
import { nextOf } from './what-follows.ts';

const judged = (result: string, round = 1) => ({ round, attitude: 'satisfied', result });
const course = (status: string, round = 1) => ({ assignmentId: 'a', unitId: 'u', round, status });

it.each([
  ['a later round', judged('dissatisfied'), course('handling', 2), 'open', '第 2 轮重新办理'],
  ['a decision', judged('dissatisfied', 3), course('council', 3), 'open', '等主任会议研究'],
  ['the desk', judged('dissatisfied'), course('handling'), 'open', '等决定是否重新办理'],
  ['the rest of the case', judged('satisfied'), course('handling'), 'open', '等办结'],
  ['what was promised', judged('satisfied'), course('handling'), 'follow-up', '跟踪落实'],
  ['nothing', judged('satisfied'), course('handling'), 'closed', '已办结'],
  ['nothing, whatever was said', judged('dissatisfied'), course('handling'), 'ended', '办理已终止'],
])('what follows is %s', (_, evaluation, share, standing, text) => {
  expect(nextOf({ evaluation, course: share, standing })).toBe(text);
});
