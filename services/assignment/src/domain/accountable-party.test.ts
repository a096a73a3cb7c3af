import { localDate } from '@huiyin/kernel/local-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assign,
  assigned,
  Case,
  classify,
  clocks,
  confirmed,
  contact,
  deliver,
  draft,
  issue,
  plan,
  POLICE,
  readyToReply,
  replied,
  SIGNED,
  TRAFFIC,
  types,
  under,
  unit,
} from '../../test/given.ts';
import { accountableParties } from './accountable-party.ts';
import type { Circumstances } from './clock-fact.ts';
import { decideCoordinationRequest, decideCoordinationResult } from './coordinate.ts';
import type { Decision } from './events.ts';
import { decideWithdrawal } from './end-case.ts';
import { decideReassignment } from './reassign-share.ts';
import type { AssignmentRejection } from './rejections.ts';
import { decideReturn, decideReturnRequest } from './return-assignment.ts';
import { isActive, type Share } from './share.ts';
import { replyingShares, type SuggestionCase } from './suggestion-case.ts';

type Rule = (state: SuggestionCase, on: Circumstances) => Decision | AssignmentRejection;

describe('withdrawal and merging', () => {
  it('ends a case at once while no deputy has the reply, and stops every clock', () => {
    const story = readyToReply();
    const facts = story.hears('04-01', { type: 'withdrawal-requested' });
    expect(types(facts)).toEqual(['case-ended']);
    expect(clocks(facts)).toEqual(['cancel reply', 'cancel dual_confirmation']);
    expect(story.state.openClocks).toEqual([]);
    expect(story.refuses('04-02', contact())).toBe('case-ended');
  });

  it('refuses once a reply was delivered, or from 交办 on where the rule pack says so', () => {
    expect(types(replied().hears('04-20', { type: 'withdrawal-requested' }))).toEqual(['withdrawal-refused']);
    const early = assigned().does('03-03', decideWithdrawal, { withdrawal_until: 'assignment_made' });
    expect(types(early)).toEqual(['withdrawal-refused']);
  });

  it('ends the child’s shares when it is merged after 交办, and nothing when before', () => {
    const story = assigned();
    expect(types(story.hears('03-04', { type: 'merged', parentId: 's-0', clocks: [] }))).toEqual([
      'case-ended',
    ]);
    expect(accountableParties(story.state)).toEqual([{ kind: 'parent', parentId: 's-0' }]);
    expect(new Case().hears('03-04', { type: 'merged', parentId: 's-0', clocks: [] })).toEqual([]);
  });
});

/** Commands on whatever share is current; refused ones change nothing. */
const current = (state: SuggestionCase): string => replyingShares(state)[0]?.id ?? '';
let serial = 0;
const fresh = (kind: string): string => `${kind}-${(serial += 1)}`;

const request: Rule = (state, on) =>
  decideReturnRequest(
    state,
    {
      assignmentId: current(state),
      newId: fresh('r'),
      grounds: '不属职责',
      legalBasis: '三定',
      ...SIGNED,
    },
    on,
  );
const answer =
  (grant: boolean): Rule =>
  (state, on) => {
    const { status } = replyingShares(state)[0] ?? { status: { name: 'pending' as const } };
    const returnRequestId = 'request' in status ? status.request.id : '';
    return decideReturn(state, { returnRequestId, grant, reason: '按职责' }, on);
  };
const reassign =
  (unitId: string): Rule =>
  (state, on) =>
    decideReassignment(
      state,
      { assignmentId: current(state), newAssignmentId: fresh('share'), unit: unit(unitId), reason: '改办' },
      on,
    );
const coordinate: Rule = (state, on) =>
  decideCoordinationRequest(
    state,
    { assignmentId: current(state), coordinationId: fresh('k'), grounds: '有分歧' },
    on,
  );
const settle =
  (unitId: string): Rule =>
  (state, on) => {
    const coordinationId = state.coordination.state === 'none' ? '' : state.coordination.id;
    return decideCoordinationResult(
      state,
      { coordinationId, decision: '由该单位承办', responsibleUnitId: unitId },
      on,
    );
  };
const onCurrent =
  (rule: (shareId: string) => Rule): Rule =>
  (state, on) =>
    rule(current(state))(state, on);
const reply: Rule = (state, on) => {
  const status = replyingShares(state)[0]?.status;
  return deliver(status?.name === 'replied' ? status.reply.id : '')(state, on);
};

const UNITS = [TRAFFIC, POLICE, 'u-3', 'u-4'];
const step = fc.oneof(
  fc.constantFrom<Rule>(
    onCurrent((id) => acknowledge(id)),
    request,
    answer(true),
    answer(false),
    coordinate,
    onCurrent((id) => plan({}, id)),
    onCurrent((id) => contact(id)),
    onCurrent((id) => draft(id)),
    onCurrent((id) => issue({}, id)),
    reply,
  ),
  fc.constantFrom(...UNITS).map((unitId) => reassign(unitId)),
  fc.constantFrom(...UNITS).map((unitId) => settle(unitId)),
);
const hearing = fc.constantFrom(
  'confirmed',
  'round',
  'receipt',
  'window',
  'withdrawal',
  'nothing',
  'nothing',
  'nothing',
);

function hear(story: Case, what: string): void {
  const assignmentId = current(story.state);
  const lastDay = localDate('2026-03-05');
  if (assignmentId === '') return;
  if (what === 'confirmed') story.hears('03-05', confirmed('03-05', assignmentId));
  if (what === 'receipt') story.hears('03-06', { type: 'receipt-missed', assignmentId, lastDay });
  if (what === 'window') story.hears('03-06', { type: 'return-window-ended', assignmentId, lastDay });
  if (what === 'withdrawal') story.hears('03-06', { type: 'withdrawal-requested' });
  if (what === 'round') {
    const round = (replyingShares(story.state)[0]?.round ?? 1) + 1;
    story.hears('03-06', { type: 'round-ordered', assignmentId, round, clocks: [] });
  }
}

describe('whatever is commanded in whatever order', () => {
  const lives = fc.array(fc.tuple(step, hearing), { maxLength: 60 });

  it('a case with a lead has exactly one accountable party, one lead at most active, and no clock of a share that left', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const story = new Case().next('03-02', classify()).next('03-02', assign([TRAFFIC, 'lead']));
        for (const [rule, news] of life) {
          const decision = rule(story.state, under('03-04'));
          if (!('rejected' in decision)) story.next('03-04', () => decision);
          hear(story, news);
          const over = story.state.phase.name === 'ended';
          expect(accountableParties(story.state)).toHaveLength(over ? 0 : 1);
          expect(
            story.state.shares.filter((share) => share.role === 'lead' && isActive(share)).length,
          ).toBeLessThanOrEqual(1);
          // The law's term of a share handed back runs on for the office; nothing else of a share that left does.
          const owed = (share: Share): readonly string[] =>
            share.status.name === 'returned' && !over ? ['reply'] : [];
          for (const share of story.state.shares.filter((each) => !isActive(each))) {
            const running = story.state.openClocks.filter((clock) => clock.subject === share.id);
            expect(running.map(({ kind }) => kind)).toEqual(owed(share));
          }
          expect(story.state.returnsGranted).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 400 },
    );
  });
});
