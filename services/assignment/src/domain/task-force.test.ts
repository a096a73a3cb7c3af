import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assign,
  assigned,
  Case,
  classify,
  clock,
  clocks,
  FINANCE,
  POLICE,
  TRAFFIC,
  types,
  under,
} from '../../test/given.ts';
import { startClockFor, type Circumstances } from './clock-fact.ts';
import type { Decision } from './events.ts';
import { decideReassignment } from './reassign-share.ts';
import { decideReturn, decideReturnRequest } from './return-assignment.ts';
import { decideSuccession } from './succeed-share.ts';
import type { NewWorkPackage, SuggestionCase, WorkPackage } from './suggestion-case.ts';
import { decideTaskForce, nextMeetingDueOn } from './task-force.ts';
import {
  decidePackageAdded,
  decidePackageAmended,
  decidePackageCompleted,
  shareOfPackage,
} from './work-package.ts';

const DESIGN = { packageId: 'w-1', unitId: TRAFFIC, task: '设计', dueOn: localDate('2026-04-30') };

const form =
  (workPackages: readonly NewWorkPackage[] = [DESIGN], leaderName = '罗思齐', mayConvene = true) =>
  (state: SuggestionCase, on: Circumstances) => {
    const convener = { personId: 'vice-chair', mayConvene };
    const led = { convener, leaderName, leaderRank: 'government-deputy-head' } as const;
    return decideTaskForce(state, { taskForceId: 't-1', ...led, workPackages }, on);
  };
const add = (workPackage: NewWorkPackage) => (state: SuggestionCase, on: Circumstances) =>
  decidePackageAdded(state, workPackage, on);
const amend =
  (more: Partial<NewWorkPackage>, reason = '勘察延后') =>
  (state: SuggestionCase, on: Circumstances) =>
    decidePackageAmended(state, { workPackage: { ...DESIGN, ...more }, reason }, on);
const complete =
  (summary = '施工图已审定，见附件目录。', packageId = 'w-1') =>
  (state: SuggestionCase, on: Circumstances) =>
    decidePackageCompleted(state, { packageId, summary, completedBy: 'clerk' }, on);
const met = (day: string, meetingId = 'm') =>
  ({ type: 'task-force-met', meetingId, on: localDate(day) }) as const;

/** 区交通运输局 leads with 区公安局, in a complex case. */
const shared = (): Case =>
  new Case().next('03-02', classify(2, 3, 2)).next('03-02', assign([TRAFFIC, 'lead'], [POLICE, 'co']));

const packages = ({ state }: Case): readonly WorkPackage[] =>
  state.taskForce.state === 'none' ? [] : (state.taskForce.workPackages ?? []);
const dueOn = ({ state }: Case, day: string): string => nextMeetingDueOn(state, under(day)) ?? '';

/** 区公安局 hands its share back, from 03-03 to 03-05. */
const handBack = (story: Case): void => {
  story.next('03-03', acknowledge('share-2'));
  const request = { assignmentId: 'share-2', newId: 'r', grounds: '不属职责', legalBasis: '三定' };
  const signed = { ...request, proposedUnit: { unitId: FINANCE, active: true }, signedBy: 'head-police' };
  story.next('03-04', (state, on) => decideReturnRequest(state, signed, on));
  story.next('03-05', (state, on) =>
    decideReturn(state, { returnRequestId: 'r', grant: true, reason: '同意' }, on),
  );
};

/** 改办 of that share to 区财政局 on 03-06. */
const passOn = (story: Case): Decision => {
  handBack(story);
  const unit = { unitId: FINANCE, active: true, decidingOffice: 'government-office' } as const;
  return story.does('03-06', (state, on) =>
    decideReassignment(
      state,
      {
        ...{ assignmentId: 'share-2', newAssignmentId: 'share-3', reason: '职责相符' },
        unit: { ...unit, liaisonUntrained: false },
      },
      on,
    ),
  );
};

describe('a task force', () => {
  it('is for complex or key items, of their handlers, and ends with the case', () => {
    expect(new Case().next('03-02', classify(1, 3, 2)).refuses('03-02', form())).toBe('case-not-handled-yet');
    expect(assigned().refuses('03-03', form())).toBe('task-force-not-needed');
    const story = assigned('complex');
    expect(story.refuses('03-03', form([{ ...DESIGN, unitId: 'u-elsewhere' }]))).toBe(
      'task-force-foreign-unit',
    );
    expect(story.refuses('03-03', form([DESIGN], ' '))).toBe('task-force-leader-missing');
    expect(story.refuses('03-03', form([DESIGN], '罗思齐', false))).toBe('task-force-convener-unknown');
    story.next('03-03', form());
    expect(story.refuses('03-04', form())).toBe('task-force-exists');
    const closing = story.hears('09-01', { type: 'closed', on: localDate('2026-09-01') });
    expect(types(closing)).toEqual(['task-force-dissolved', 'handling-closed']);
    expect(story.state.taskForce).toMatchObject({ state: 'dissolved', workPackages: [DESIGN] });
    expect(story.state.openClocks).toEqual([]);
    expect(story.refuses('09-02', form())).toBe('case-closed');
  });

  it('keeps convener, leader, members and packages', () => {
    expect(shared().next('03-03', form()).state.taskForce).toMatchObject({
      ...{ state: 'formed', convenerId: 'vice-chair', leaderName: '罗思齐' },
      ...{ unitIds: [TRAFFIC, POLICE], formedOn: '2026-03-03', lastMetOn: '' },
      workPackages: [{ ...DESIGN, version: 1 }],
    });
  });

  it('has whoever handles the case as members: one added, one that takes over', () => {
    const story = shared().next('03-03', form([DESIGN, { ...DESIGN, packageId: 'w-2', unitId: POLICE }]));
    story.next('03-04', assign([FINANCE, 'co']));
    const succession = { fromUnitId: TRAFFIC, unitId: 'u-urban', on: localDate('2026-03-05') };
    story.next('03-05', (state, on) =>
      decideSuccession(state, { ...succession, decidingOffice: 'government-office' }, on),
    );
    expect(story.state.taskForce).toMatchObject({ unitIds: ['u-urban', POLICE, FINANCE] });
    expect(packages(story).map(({ unitId }) => unitId)).toEqual(['u-urban', POLICE]);
  });

  it('passes an open package on at 改办, timed for the new unit', () => {
    const story = shared().next('03-03', form([{ ...DESIGN, unitId: POLICE }]));
    const moved = passOn(story);
    expect(clocks(moved)).toContain('cancel work_package');
    expect(clocks(moved.slice(1))).toContain('start work_package');
    expect(packages(story)).toMatchObject([{ unitId: FINANCE, version: 2 }]);
    expect(story.state.openClocks.filter(({ kind }) => kind === 'work_package')).toMatchObject([
      { subject: 'w-1', round: 2 },
    ]);
  });

  it('lets nobody report a package of a unit that handed its share back, until it was passed on', () => {
    const story = shared().next('03-03', form([{ ...DESIGN, unitId: POLICE }]));
    handBack(story);
    expect(story.refuses('03-05', complete())).toBe('not-a-handling-share');
    const passed = shared().next('03-03', form([{ ...DESIGN, unitId: POLICE }]));
    passOn(passed);
    expect(clocks(passed.does('03-07', complete()))).toEqual(['meet work_package']);
  });

  it('passes on an overdue package, and one of a day too far to time, within what a clock can run', () => {
    const story = shared().next(
      '03-03',
      form([{ ...DESIGN, unitId: POLICE, dueOn: localDate('2026-03-04') }]),
    );
    const { taskForce } = story.state;
    if (taskForce.state === 'none') throw new Error('no task force');
    const far = { ...DESIGN, packageId: 'w-2', unitId: POLICE, dueOn: localDate('2030-04-30'), version: 1 };
    const workPackages = [...(taskForce.workPackages ?? []), far];
    story.state = { ...story.state, taskForce: { ...taskForce, workPackages } };
    const started = passOn(story)
      .flatMap(({ payload }) => payload.clocks ?? [])
      .filter(({ kind, op }) => kind === 'work_package' && op === 'start');
    expect(started).toMatchObject([
      { subject: 'w-1', startDate: '2026-03-06', term: { n: 0 } },
      { subject: 'w-2', startDate: '2026-03-06', term: { n: 1200 } },
    ]);
    expect(packages(story).map(({ dueOn: day }) => day)).toEqual(['2026-03-04', '2030-04-30']);
  });
});

describe('a work package', () => {
  it('runs to the day agreed and is met by the unit that holds it', () => {
    const story = shared();
    const formed = story.does('03-03', form());
    expect(clock(formed, 'work_package')).toMatchObject({
      ...{ op: 'start', subject: 'w-1', round: 1, owner: 'unit', unitId: TRAFFIC },
      ...{ startDate: '2026-03-03', term: { n: 58, unit: 'day' } },
    });
    expect(shareOfPackage(story.state, 'w-1')).toBe('share-1');
    expect(shareOfPackage(story.state, 'w-9')).toBe('');
    expect(story.refuses('04-01', complete(' '))).toBe('work-package-summary-missing');
    expect(story.refuses('04-01', complete('完成', 'w-9'))).toBe('work-package-unknown');
    expect(clocks(story.does('04-01', complete()))).toEqual(['meet work_package']);
    expect(packages(story)).toMatchObject([{ done: { on: '2026-04-01', by: 'clerk' } }]);
    expect(story.refuses('04-02', complete())).toBe('work-package-done');
    expect(story.refuses('04-02', amend({}))).toBe('work-package-done');
  });

  it('is amended with a reason, and then timed anew', () => {
    const story = shared().next('03-03', form());
    expect(story.refuses('03-04', amend({}, ' '))).toBe('amendment-reason-missing');
    expect(story.refuses('03-04', amend({ task: ' ' }))).toBe('work-package-task-missing');
    expect(story.refuses('03-04', amend({ dueOn: localDate('2026-03-03') }))).toBe('work-package-due-past');
    expect(story.refuses('03-04', amend({ unitId: 'u-elsewhere' }))).toBe('task-force-foreign-unit');
    const amended = story.does('03-04', amend({ unitId: POLICE, dueOn: localDate('2026-05-08') }));
    expect(clocks(amended)).toEqual(['cancel work_package', 'start work_package']);
    expect(packages(story)).toMatchObject([{ unitId: POLICE, dueOn: '2026-05-08', version: 2 }]);
    expect(clocks(story.does('04-01', complete()))).toEqual(['meet work_package']);
    expect(story.state.openClocks.some(({ kind }) => kind === 'work_package')).toBe(false);
  });

  it('is added later, fifty at most, to a task force that exists', () => {
    const another = { ...DESIGN, packageId: 'w-2', unitId: POLICE };
    expect(shared().refuses('03-03', add(another))).toBe('task-force-missing');
    const fifty = Array.from({ length: 49 }, (_, index) => ({ ...DESIGN, packageId: `w-${index}` }));
    const story = shared().next('03-03', form(fifty));
    expect(clocks(story.does('03-04', add({ ...another, packageId: 'w-50' })))).toEqual([
      'start work_package',
    ]);
    expect(story.refuses('03-04', add({ ...another, packageId: 'w-51' }))).toBe('work-packages-limit');
    expect(packages(story).at(-1)).toMatchObject({ packageId: 'w-50', unitId: POLICE });
  });
});

describe('the day of a work package', () => {
  const farthest = { dueOn: localDate('2029-06-15') };
  const tooFar = { dueOn: localDate('2029-06-16') };

  it('is no farther than a clock can run, when formed, added or amended', () => {
    expect(shared().refuses('03-03', form([{ ...DESIGN, ...tooFar }]))).toBe('work-package-due-far');
    const story = shared().next('03-03', form());
    expect(story.refuses('03-03', add({ ...DESIGN, packageId: 'w-2', ...tooFar }))).toBe(
      'work-package-due-far',
    );
    expect(story.refuses('03-03', amend(tooFar))).toBe('work-package-due-far');
    expect(clock(story.does('03-03', amend(farthest)), 'work_package')).toMatchObject({ term: { n: 1200 } });
  });

  it.each([-1, 1.5, 1201])('never makes a clock of %s days', (n) => {
    const name = { kind: 'work_package', subject: 'w-1', round: 1 } as const;
    const start = { startDate: localDate('2026-03-03'), startEvent: 'work_package' } as const;
    const from = { ...start, under: under('03-03') };
    expect(() => startClockFor(name, { owner: 'desk' }, { ...from, term: { n, unit: 'day' } })).toThrow(
      RangeError,
    );
  });
});

describe('the monthly meeting of a task force', () => {
  it('is due a month after it was formed, then a month after each meeting', () => {
    const story = shared();
    expect(dueOn(story, '03-02')).toBe('');
    expect(clock(story.does('03-03', form()), 'task_force_meeting')).toMatchObject({
      ...{ op: 'start', subject: 't-1', round: 1, owner: 'desk', term: { n: 1, unit: 'month' } },
    });
    expect(dueOn(story, '03-03')).toBe('2026-04-03');
    const held = story.hears('03-20', met('2026-03-19'));
    expect(clocks(held)).toEqual(['meet task_force_meeting', 'start task_force_meeting']);
    expect(dueOn(story, '03-20')).toBe('2026-04-20');
    expect(story.state.taskForce).toMatchObject({ lastMetOn: '2026-03-19' });
  });

  it('goes by the latest meeting, and by none once the task force is dissolved', () => {
    const story = shared().next('03-03', form());
    story.hears('03-20', met('2026-03-19'));
    expect(story.hears('03-21', met('2026-03-10', 'm-0'))).toEqual([]);
    story.hears('09-01', { type: 'closed', on: localDate('2026-09-01') });
    expect(story.hears('09-02', met('2026-09-02'))).toEqual([]);
    expect(dueOn(story, '09-02')).toBe('');
  });

  it('told again with another day is the same meeting, from which the next one counts anew', () => {
    const story = shared().next('03-03', form());
    story.hears('03-20', met('2026-03-19'));
    expect(story.hears('03-20', met('2026-03-19'))).toEqual([]);
    for (const [day, due] of [
      ['2026-03-20', '2026-04-20'],
      ['2026-03-12', '2026-04-13'],
    ] as const) {
      const corrected = story.hears('03-21', met(day));
      expect(clocks(corrected)).toEqual(['start task_force_meeting']);
      expect(clock(corrected, 'task_force_meeting')).toMatchObject({ round: 2, startDate: day });
      expect(dueOn(story, '03-21')).toBe(due);
      expect(story.state.taskForce).toMatchObject({ lastMetOn: day });
    }
  });

  it('corrected to a day before another meeting leaves that one the last', () => {
    const story = shared().next('03-03', form());
    story.hears('03-10', met('2026-03-10', 'm-1'));
    story.hears('03-20', met('2026-03-19', 'm-2'));
    story.hears('03-21', met('2026-03-05', 'm-2'));
    expect(story.state.taskForce).toMatchObject({ lastMetOn: '2026-03-10' });
    expect(dueOn(story, '03-21')).toBe('2026-04-10');
    expect(clocks(story.hears('03-22', met('2026-03-04', 'm-2')))).toEqual([]);
  });
});
