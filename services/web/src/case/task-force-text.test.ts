import { expect, it } from 'vitest';
import { meetingText, packagesText } from './task-force-text.ts';

const TODAY = '2026-03-20';

it('the monthly meeting is due, or overdue by days', () => {
  const first = { lastMetOn: '', nextMeetingDueOn: '2026-04-03' };
  expect(meetingText(first, TODAY)).toBe('还没有开过专班会议 · 每月至少一次，下次最迟 4月3日');
  const late = { lastMetOn: '2026-02-15', nextMeetingDueOn: '2026-03-16' };
  expect(meetingText(late, TODAY)).toBe('上次专班会议 2月15日 · 本月会议逾期 4 日');
  expect(meetingText({ ...late, nextMeetingDueOn: '' }, TODAY)).toBe('上次专班会议 2月15日');
});

it('work packages are counted as open and late', () => {
  const open = (dueOn: string) => ({ dueOn, completedOn: '' });
  const done = { dueOn: '2026-03-01', completedOn: '2026-02-27' };
  const of = (...workPackages: readonly (typeof done)[]) => packagesText({ workPackages }, TODAY);
  expect(of()).toBe('没有工作包');
  expect(of(done)).toBe('工作包 1 个，都已完成');
  expect(of(done, open('2026-04-30'), open('2026-03-20'))).toBe('未完成工作包 2 个，最近一个 3月20日到期');
  expect(of(open('2026-03-19'), open('2026-04-30'))).toBe('未完成工作包 2 个，其中逾期 1 个');
});
