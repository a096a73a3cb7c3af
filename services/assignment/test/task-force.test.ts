import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { localDate } from '@huiyin/kernel/local-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clerk, DESK, liaison, openAssignment, type OpenAssignment } from './open-assignment.ts';
import { Story } from './stories.ts';

let open: OpenAssignment;

beforeAll(async () => {
  open = await openAssignment();
});

afterAll(async () => {
  await open.close();
});

it('a task force is kept with its packages and meetings, each package in its own unit’s hands', async () => {
  const { use } = open;
  const story = new Story(open);
  await (await story.registered()).classified('complex');
  const [lead = ''] = await story.assigned(['u-traffic', 'lead'], ['u-police', 'co']);
  const held = { unitId: 'u-police', task: '设护学岗', dueOn: localDate('2026-04-30') };
  const led = {
    convenerId: 'council',
    leaderName: '罗思齐',
    leaderRank: 'government-deputy-head',
  } as const;
  const force = { suggestionId: story.id, ...led, workPackages: [held] };
  expect(codeOf(await use.formTaskForce(force, story.as(liaison('u-traffic'))))).toBe('not-permitted');
  for (const convenerId of ['nobody', liaison('u-traffic').personId]) {
    expect(codeOf(await use.formTaskForce({ ...force, convenerId }, story.as(DESK)))).toBe(
      'task-force-convener-unknown',
    );
  }
  accepted(await use.formTaskForce(force, story.as(DESK)));
  const formed = accepted(await use.getCase({ suggestionId: story.id }, story.as(liaison('u-traffic'))));
  const { taskForce } = formed.suggestion;
  const packages = taskForce.state === 'none' ? [] : (taskForce.workPackages ?? []);
  expect(packages).toMatchObject([{ ...held, version: 1 }]);
  expect(formed.nextTaskForceMeetingDueOn).toBe('2026-04-02');

  const done = { packageId: packages[0]?.packageId ?? '', summary: '护学岗已设' };
  expect(codeOf(await use.completeWorkPackage(done, story.as(clerk('u-traffic'))))).toBe('not-permitted');
  expect(codeOf(await use.completeWorkPackage(done, story.as(DESK)))).toBe('not-permitted');
  accepted(await use.completeWorkPackage(done, story.as(clerk('u-police'), '2026-03-20')));
  expect(codeOf(await use.completeWorkPackage({ ...done, packageId: 'none' }, story.as(DESK)))).toBe(
    'work-package-unknown',
  );

  const meeting = { meetingId: 'm', kind: 'task-force', assignmentId: lead, heldOn: '2026-03-25' };
  await story.hear('meeting', 'meeting-held', meeting);
  const met = accepted(await use.getCase({ suggestionId: story.id }, story.as(DESK)));
  expect(met.nextTaskForceMeetingDueOn).toBe('2026-04-27');
  expect(met.suggestion.taskForce).toMatchObject({
    lastMetOn: '2026-03-25',
    workPackages: [{ done: { on: '2026-03-20', by: clerk('u-police').personId, summary: '护学岗已设' } }],
  });
});
