import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assigned,
  clock,
  clocks,
  confirmed,
  FINANCE,
  LEAD,
  plan,
  POLICE,
  PUBLICITY,
  types,
  unit,
  type Case,
} from '../../test/given.ts';
import { accountableParties } from './accountable-party.ts';
import { decideCoordinationRequest, decideCoordinationResult } from './coordinate.ts';
import { decideReassignment } from './reassign-share.ts';
import { decideReturn, decideReturnRequest } from './return-assignment.ts';
import type { Circumstances } from './clock-fact.ts';
import type { SuggestionCase } from './suggestion-case.ts';

const ask =
  (newId = 'r-1', assignmentId = LEAD, proposed: string = POLICE) =>
  (state: SuggestionCase, on: Circumstances) => {
    const words = { grounds: '不属于我局职责', legalBasis: '三定规定第三条', signedBy: 'head' };
    const proposedUnit = { unitId: proposed, active: true };
    return decideReturnRequest(state, { assignmentId, newId, ...words, proposedUnit }, on);
  };
const decide =
  (grant: boolean, returnRequestId = 'r-1') =>
  (state: SuggestionCase, on: Circumstances) =>
    decideReturn(state, { returnRequestId, grant, reason: '按职责分工' }, on);
const reassign =
  (unitId: string, newAssignmentId = 'share-2', assignmentId = LEAD, reason = '改由公安部门承办') =>
  (state: SuggestionCase, on: Circumstances) =>
    decideReassignment(state, { assignmentId, newAssignmentId, unit: unit(unitId), reason }, on);

/** 03-02 is a Monday: signing is due on 03-05, a return five calendar days after receipt. */
describe('receipt', () => {
  it('opens the days for a return; signing is no acceptance', () => {
    const story = assigned();
    expect(clocks(story.does('03-03', acknowledge()))).toEqual(['meet ack', 'start deemed_accepted']);
    expect(story.refuses('03-04', acknowledge())).toBe('not-pending');
    expect(story.share().status).toEqual({
      name: 'acknowledged',
      receipt: { on: '2026-03-03', deemed: false },
    });
  });

  it('is deemed on the last day for it, and acceptance follows when the days for a return have passed', () => {
    const story = assigned();
    const missed = { assignmentId: LEAD, lastDay: localDate('2026-03-05') };
    const [fact] = story.hears('03-06', { type: 'receipt-missed', ...missed });
    expect(fact?.payload).toMatchObject({ receiptOn: '2026-03-05', deemed: true });
    const passed = { assignmentId: LEAD, lastDay: localDate('2026-03-10') };
    expect(types(story.hears('03-11', { type: 'return-window-ended', ...passed }))).toEqual([
      'assignment-accepted',
    ]);
    expect(story.refuses('03-11', ask())).toBe('return-not-possible');
  });

  it('changes nothing when signed meanwhile', () => {
    const story = assigned().next('03-03', acknowledge());
    const missed = { assignmentId: LEAD, lastDay: localDate('2026-03-05') };
    expect(story.hears('03-06', { type: 'receipt-missed', ...missed })).toEqual([]);
  });

  it('on a signature after the last day is the last day', () => {
    const [fact] = assigned().does('03-09', acknowledge());
    expect(fact?.payload).toMatchObject({ receiptOn: '2026-03-05', deemed: true });
  });
});

describe('return', () => {
  it('is possible from pending, which is receipt', () => {
    expect(types(assigned().does('03-03', ask()))).toEqual([
      'assignment-acknowledged',
      'assignment-return-requested',
    ]);
  });

  it('is possible for five days from receipt', () => {
    const story = () => assigned().next('03-03', acknowledge());
    expect(types(story().does('03-09', ask()))).toEqual(['assignment-return-requested']);
    expect(story().refuses('03-10', ask())).toBe('return-window-over');
  });

  it('leaves the unit accountable until it is granted, then the office, then the next unit', () => {
    const story = assigned().next('03-03', ask());
    expect(accountableParties(story.state)).toEqual([
      { kind: 'unit', unitId: 'u-traffic', assignmentId: LEAD },
    ]);
    const granted = story.does('03-05', decide(true));
    expect(clocks(granted)).toEqual([
      'meet return_decision',
      'cancel reply',
      'cancel dual_confirmation',
      'start reply',
    ]);
    expect(accountableParties(story.state)).toEqual([
      { kind: 'office', office: 'government-office', assignmentId: LEAD },
    ]);
    const moved = story.does('03-06', reassign(POLICE));
    expect(types(moved)).toEqual(['assignment-reassigned', 'assignment-made']);
    expect(accountableParties(story.state)).toEqual([
      { kind: 'unit', unitId: POLICE, assignmentId: 'share-2' },
    ]);
  });

  it('refused binds the unit', () => {
    const story = assigned().next('03-03', ask()).next('03-05', decide(false));
    expect(story.share().status.name).toBe('in-handling');
    expect(story.refuses('03-05', ask('r-2'))).toBe('return-not-possible');
    expect(story.refuses('03-05', decide(true))).toBe('return-not-requested');
  });

  it('is over once the unit has filed its plan', () => {
    const story = assigned().next('03-03', acknowledge());
    story.hears('03-04', confirmed('03-04'));
    expect(clocks(story.does('03-05', plan()))).toEqual(['meet plan', 'cancel deemed_accepted']);
    expect(story.refuses('03-05', ask())).toBe('return-not-possible');
  });
});

describe('reassignment', () => {
  const returned = (): Case => assigned().next('03-03', ask()).next('03-05', decide(true));

  it('keeps the statutory clock of the first 交办', () => {
    const facts = returned().does('03-16', reassign(POLICE));
    expect(clock(facts, 'reply')).toMatchObject({ startDate: '2026-03-02', subject: 'share-2' });
    expect(clock(facts, 'ack')).toMatchObject({ startDate: '2026-03-16' });
  });

  it('may reset it where the tenant says so, by at most ten workdays', () => {
    const soon = returned().does('03-09', reassign(POLICE), { reassign_resets_clock: true });
    expect(clock(soon, 'reply')).toMatchObject({ startDate: '2026-03-09' });
    const late = returned().does('05-06', reassign(POLICE), { reassign_resets_clock: true });
    expect(clock(late, 'reply')).toMatchObject({ startDate: '2026-03-16' });
  });

  it('is refused while the unit has the share, and to the same unit', () => {
    expect(assigned().refuses('03-05', reassign(POLICE))).toBe('not-returned');
    expect(returned().refuses('03-06', reassign('u-traffic'))).toBe('same-unit');
  });

  it('says why', () => {
    expect(returned().refuses('03-06', reassign(POLICE, 'share-2', LEAD, ' '))).toBe(
      'decision-reason-missing',
    );
  });

  it('goes to coordination when the second return was granted', () => {
    const story = returned()
      .next('03-06', reassign(POLICE))
      .next('03-07', ask('r-2', 'share-2', FINANCE))
      .next('03-09', decide(true, 'r-2'))
      .next('03-10', reassign(FINANCE, 'share-3', 'share-2'));
    expect(types(story.does('03-11', ask('k-1', 'share-3')))).toEqual([
      'assignment-acknowledged',
      'coordination-requested',
    ]);
    expect(accountableParties(story.state)).toEqual([
      { kind: 'unit', unitId: FINANCE, assignmentId: 'share-3' },
    ]);
    expect(story.refuses('03-12', ask('k-2', 'share-3'))).toBe('coordination-open');
    const close = (unitId: string) => (state: SuggestionCase, on: Circumstances) =>
      decideCoordinationResult(
        state,
        { coordinationId: 'k-1', decision: '由宣传部承办', responsibleUnitId: unitId },
        on,
      );
    story.next('03-16', close(PUBLICITY));
    expect(story.refuses('03-17', reassign(POLICE, 'share-4', 'share-3'))).toBe(
      'coordination-names-other-unit',
    );
    story.next('03-17', reassign(PUBLICITY, 'share-4', 'share-3'));
    expect(accountableParties(story.state)).toEqual([
      { kind: 'unit', unitId: PUBLICITY, assignmentId: 'share-4' },
    ]);
  });

  it('leaves no decision owed about a return that a coordination overtook', () => {
    const story = assigned().next('03-03', ask());
    story.next('03-04', (state, on) =>
      decideCoordinationRequest(
        state,
        { assignmentId: LEAD, coordinationId: 'k-1', grounds: '职责有争议' },
        on,
      ),
    );
    story.next('03-06', (state, on) =>
      decideCoordinationResult(
        state,
        { coordinationId: 'k-1', decision: '由公安部门承办', responsibleUnitId: POLICE },
        on,
      ),
    );
    expect(clocks(story.does('03-09', reassign(POLICE)))).toContain('cancel return_decision');
    expect(story.state.openClocks.map(({ subject }) => subject)).not.toContain('r-1');
  });
});
