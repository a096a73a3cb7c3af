import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assigned,
  clocks,
  confirmed,
  issue,
  KEY_GROUNDS,
  LEAD,
  plan,
  readyToReply,
  TRAFFIC,
} from '../../test/given.ts';
import { decidePlanAmendment } from './file-plan.ts';
import { decideKeyMark, type MarkKey } from './mark-key.ts';
import type { Circumstances } from './clock-fact.ts';
import type { SuggestionCase } from './suggestion-case.ts';

const markKey = (state: SuggestionCase, on: Circumstances) =>
  decideKeyMark(state, { decisionNumber: '东人主〔2026〕3号', decidedOn: on.today, ...KEY_GROUNDS }, on);

const DRAFT_PLAN = {
  leaderName: '李建国',
  leaderPost: '局长',
  leaderRank: 'unit-head',
  solution: '五月施工',
  milestones: [],
} as const;

describe('a key mark after handling began', () => {
  it('reopens the plan until 五个一 is complete, and blocks the reply meanwhile', () => {
    const story = readyToReply();
    const before = story.share();
    expect(clocks(story.does('04-01', markKey))).toEqual(['start on_site', 'start plan']);
    expect(story.share()).toMatchObject({
      contacts: before.contacts,
      dualConfirmation: before.dualConfirmation,
    });
    expect(story.refuses('04-02', issue())).toBe('five-ones-incomplete');
    expect(story.refuses('04-02', plan({ leaderRank: 'unit-deputy-head' }))).toBe('five-ones-incomplete');
    expect(clocks(story.does('04-03', plan()))).toEqual(['meet plan']);
    expect(story.refuses('04-03', issue())).toBe('fact-not-yet-known meeting-held');
    expect(story.refuses('04-03', markKey)).toBe('already-key');
  });

  const marked =
    (more: Partial<MarkKey>) =>
    (state: SuggestionCase, on: Circumstances): ReturnType<typeof decideKeyMark> =>
      decideKeyMark(state, { decisionNumber: '3号', decidedOn: on.today, ...KEY_GROUNDS, ...more }, on);

  it('needs a decision number, and a day from registration to today', () => {
    expect(assigned().refuses('03-03', marked({ decisionNumber: ' ' }))).toBe('key-decision-missing');
    expect(assigned().refuses('03-03', marked({ decidedOn: localDate('2026-12-31') }))).toBe('day-in-future');
    expect(assigned().refuses('03-03', marked({ decidedOn: localDate('2026-03-01') }))).toBe(
      'key-decision-before-registration',
    );
    const onTheDay = assigned().next('03-03', marked({ decidedOn: localDate('2026-03-02') }));
    expect(onTheDay.state.keyMark).toMatchObject({ marked: true, decidedOn: '2026-03-02' });
  });

  it('says which criteria are met, and who supervises: a leader of the council and a committee', () => {
    expect(assigned().refuses('03-03', marked({ criteria: [] }))).toBe('key-criteria-missing');
    const supervisor = { personId: 'head', isOfCouncil: false };
    expect(assigned().refuses('03-03', marked({ supervisor }))).toBe('key-supervisor-not-of-council');
    const body = { unitId: TRAFFIC, isCommittee: false };
    expect(assigned().refuses('03-03', marked({ body }))).toBe('key-body-not-committee');
    const story = assigned().next('03-03', marked({ criteria: ['development', 'development'] }));
    expect(story.state.keyMark).toEqual({
      ...{ marked: true, decisionNumber: '3号', decidedOn: '2026-03-03' },
      grounds: {
        ...{ criteria: ['development'], proposedBy: 'committee' },
        ...{ supervisorId: 'council', supervisingUnitId: 'u-committee' },
      },
    });
  });
});

describe('a plan', () => {
  it('is amended with a reason, never filed twice', () => {
    const story = readyToReply();
    expect(story.refuses('04-02', plan())).toBe('plan-already-filed');
    const amend = (reason: string) => (state: SuggestionCase, on: Circumstances) =>
      decidePlanAmendment(
        state,
        { assignmentId: LEAD, plan: { ...DRAFT_PLAN, deadline: localDate('2026-06-10') }, reason },
        on,
      );
    expect(story.refuses('04-02', amend(''))).toBe('amendment-reason-missing');
    const [fact] = story.does('04-02', amend('施工期延长'));
    expect(fact).toMatchObject({ payload: { planVersion: 2 }, reason: '施工期延长' });
    const early = assigned().next('03-03', acknowledge());
    expect(early.refuses('03-09', amend('施工期延长'))).toBe('plan-not-filed');
    early.hears('03-10', confirmed('03-10'));
    expect(early.refuses('03-10', amend('施工期延长'))).toBe('plan-not-filed');
  });
});
