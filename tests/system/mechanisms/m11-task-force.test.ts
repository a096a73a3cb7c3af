import { personId } from '@huiyin/demo-city/people';
import { addDays, localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { waitFor } from '@huiyin/testkit/wait-for';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, deputy, registered } from './support/case-of.ts';
import { today } from './support/meeting-of.ts';
import { seen } from './support/seen.ts';

const HARD = { points: 3, reason: '涉及三个以上部门和资金' };
const UNITS = ['jiaotong', 'caizheng', 'zhujian'];

interface WorkPackage {
  readonly packageId: string;
  readonly unitId: string;
  readonly dueOn: string;
  readonly completedOn: string;
  readonly completedBy: string;
  readonly summary: string;
}

interface Handling {
  readonly handlingType: string;
  readonly taskForce: {
    readonly taskForceId: string;
    readonly status: string;
    readonly convenerId: string;
    readonly leaderName: string;
    readonly unitIds: readonly string[];
    readonly workPackages: readonly WorkPackage[];
    readonly lastMetOn: string;
    readonly nextMeetingDueOn: string;
  } | null;
}

interface Clock {
  readonly kind: string;
  readonly unitId: string;
  readonly status: string;
  readonly clockId: string;
}

/** A complex suggestion, handed over to a lead and two co-handlers. */
async function complexCase(): Promise<string> {
  const id = await registered(45, 'm11');
  const desk = await cast.person('desk');
  const scores = { scope: HARD, difficulty: HARD, urgency: HARD };
  await desk.post(`/suggestions/${id}:classify`, { ...scores, expectedUnits: UNITS.length });
  await desk.post(`/suggestions/${id}:assign`, {
    shares: UNITS.map((code, index) => ({ unitId: cast.unitId(code), role: index === 0 ? 'lead' : 'co' })),
  });
  return id;
}

async function taskForceOf(id: string): Promise<NonNullable<Handling['taskForce']>> {
  const { taskForce } = await (await cast.person('desk')).get<Handling>(`/suggestions/${id}/handling`);
  if (taskForce === null) throw new Error('no task force');
  return taskForce;
}

async function clocksOf(id: string): Promise<readonly Clock[]> {
  return (await cast.person('desk')).all<Clock>(`/clocks?suggestionId=${id}&includeClosed=true`);
}

describe('M11 task force 专班', () => {
  it('a complex suggestion gets a convener of the standing committee, a leader, and all handlers as members', async (context) => {
    const id = await complexCase();
    const desk = await cast.person('desk');
    const dueOn = addDays(localDate(await today()), 30);
    const work = (codes: readonly string[]): object => ({
      suggestionId: id,
      convenerId: personId(cast.tenant, 'council'),
      ...{ leaderName: '罗思齐', leaderRank: 'government-deputy-head' },
      workPackages: codes.map((code) => ({ unitId: cast.unitId(code), task: '提出措施', dueOn })),
    });
    expect(await refusal(deputy(45), '/task-forces', work(UNITS))).toMatch(/^403 /);
    expect(await refusal(cast.person('desk'), '/task-forces', work([...UNITS, 'gongan']))).toBe(
      '400 task-force-foreign-unit',
    );
    const byLead = { ...work(UNITS), convenerId: personId(cast.tenant, 'deputy-45') };
    expect(await refusal(cast.person('desk'), '/task-forces', byLead)).toBe(
      '400 task-force-convener-unknown',
    );
    await desk.post('/task-forces', work(UNITS));
    const formed = await taskForceOf(id);
    expect(formed).toMatchObject({
      ...{ status: 'formed', convenerId: personId(cast.tenant, 'council'), leaderName: '罗思齐' },
      ...{ lastMetOn: '', workPackages: UNITS.map(() => ({ dueOn, completedOn: '' })) },
    });
    expect(formed.unitIds.toSorted()).toEqual(UNITS.map((code) => cast.unitId(code)).toSorted());
    seen(context, `复杂件成立专班，${UNITS.length} 家承办单位都是成员，工作不能派给别的单位`);

    await givesPackages(id, formed, dueOn);
    seen(context, '工作包由承担单位报完成，有自己的时限；召集方可以增加、调整');

    await meets(id, formed);
    seen(context, '专班会议每月至少一次：开过以后，下一次的期限从那天重新起算');
  });
});

async function givesPackages(
  id: string,
  { taskForceId, workPackages }: NonNullable<Handling['taskForce']>,
  dueOn: LocalDate,
): Promise<void> {
  const held = (code: string) => workPackages.find(({ unitId }) => unitId === cast.unitId(code))?.packageId;
  const path = `/work-packages/${held('caizheng')}:complete`;
  const summary = '资金已列入年度预算，见预算批复。';
  expect(await refusal(cast.ofUnit('clerk', 'zhujian'), path, { summary })).toMatch(/^403 /);
  await (await cast.ofUnit('clerk', 'caizheng')).post(path, { summary });
  const council = await cast.person('council');
  const more = { unitId: cast.unitId('zhujian'), task: '提出方案', dueOn };
  await council.post(`/task-forces/${taskForceId}/work-packages`, more);
  const later = { unitId: cast.unitId('zhujian'), task: '提出措施', dueOn: addDays(dueOn, 7) };
  await council.post(`/work-packages/${held('zhujian')}:amend`, { ...later, reason: '勘察推迟' });
  const { workPackages: now } = await taskForceOf(id);
  expect(now).toMatchObject([
    { completedOn: '' },
    { completedOn: await today(), completedBy: personId(cast.tenant, 'clerk-caizheng'), summary },
    { dueOn: later.dueOn },
    { task: '提出方案', unitId: cast.unitId('zhujian') },
  ]);
  const states = await waitFor('the clocks of the work packages', async () => {
    const clocks = (await clocksOf(id)).filter(({ kind }) => kind === 'work_package');
    return clocks.length === 5 && clocks.map(({ status }) => status).toSorted();
  });
  expect(states).toEqual(['cancelled', 'met', 'open', 'open', 'open']);
}

async function meets(id: string, formed: NonNullable<Handling['taskForce']>): Promise<void> {
  const desk = await cast.person('desk');
  const day = await today();
  const participantIds = [formed.convenerId];
  const { id: meetingId } = await desk.post('/meetings', {
    ...{ kind: 'task-force', suggestionId: id, participantIds },
    ...{ startsAt: `${day}T02:00:00Z`, place: '区人大常委会会议室' },
  });
  const findings = '逐项过了工作包，按分工推进。';
  await desk.post(`/meetings/${meetingId}:record`, { heldOn: day, presentIds: participantIds, findings });
  const met = await waitFor('the meeting to be heard of', async () => {
    const taskForce = await taskForceOf(id);
    return taskForce.lastMetOn !== '' && taskForce;
  });
  expect(met.lastMetOn).toBe(day);
  expect(met.nextMeetingDueOn >= formed.nextMeetingDueOn).toBe(true);
  const clock = await waitFor('the clock of the next meeting', async () => {
    const clocks = (await clocksOf(id)).filter(({ kind }) => kind === 'task_force_meeting');
    return clocks.some(({ status }) => status === 'met') && clocks.find(({ status }) => status === 'open');
  });
  const { lines } = await desk.get<{ lines: readonly string[] }>(`/clocks/${clock.clockId}/explanation`);
  expect(lines.join('，')).toContain('专班会议每月至少一次');
}
