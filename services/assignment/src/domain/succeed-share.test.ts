import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assign,
  assigned,
  Case,
  classify,
  clocks,
  deliver,
  FINANCE,
  issue,
  LEAD,
  POLICE,
  readyToReply,
  replied,
  TRAFFIC,
  types,
} from '../../test/given.ts';
import { accountableParties } from './accountable-party.ts';
import type { Circumstances } from './clock-fact.ts';
import { decideSuccession } from './succeed-share.ts';
import type { SuggestionCase } from './suggestion-case.ts';

const URBAN = 'u-urban';

const succeed = (fromUnitId: string, unitId: string) => (state: SuggestionCase, on: Circumstances) =>
  decideSuccession(state, { fromUnitId, unitId, decidingOffice: 'government-office', on: on.today }, on);

describe('a unit whose duties went to another', () => {
  it('hands its share on, in whatever state it is, with everything that was done', () => {
    const story = readyToReply();
    const before = story.share();
    const [fact] = story.does('04-02', succeed(TRAFFIC, URBAN));
    expect(fact).toMatchObject({
      type: 'assignment-succeeded',
      payload: { assignmentId: LEAD, fromUnitId: TRAFFIC, unitId: URBAN, endedAssignmentId: '' },
    });
    expect(story.share()).toEqual({ ...before, unitId: URBAN });
    expect(accountableParties(story.state)).toEqual([{ kind: 'unit', unitId: URBAN, assignmentId: LEAD }]);
    expect(types(story.does('04-10', issue()))).toEqual(['reply-issued']);
  });

  it('leaves what the old unit did in its name', () => {
    const story = replied();
    const signed = story.facts.find((fact) => fact.type === 'reply-issued');
    story.next('04-20', succeed(TRAFFIC, URBAN));
    expect(signed?.payload).toMatchObject({ unitId: TRAFFIC });
    expect(story.share().unitId).toBe(URBAN);
  });

  it('joined to a handler of the same case holds one share, the weightier one', () => {
    const given = () =>
      new Case().next('03-02', classify()).next('03-02', assign([TRAFFIC, 'lead'], [POLICE, 'co']));
    const coIntoLead = given().next('03-03', acknowledge('share-2'));
    expect(clocks(coIntoLead.does('03-04', succeed(POLICE, TRAFFIC)))).toEqual([
      'cancel deemed_accepted',
      'cancel co_opinion',
    ]);
    expect(coIntoLead.state.shares.map(({ unitId, status }) => [unitId, status.name])).toEqual([
      [TRAFFIC, 'pending'],
      [POLICE, 'replaced'],
    ]);
    const leadIntoCo = given();
    leadIntoCo.next('03-04', succeed(TRAFFIC, POLICE));
    expect(leadIntoCo.state.shares.map(({ unitId, status }) => [unitId, status.name])).toEqual([
      [POLICE, 'pending'],
      [POLICE, 'replaced'],
    ]);
    expect(accountableParties(leadIntoCo.state)).toEqual([
      { kind: 'unit', unitId: POLICE, assignmentId: 'share-1' },
    ]);
  });

  it('still answers after closing, and no more in a case that was withdrawn', () => {
    const closed = replied();
    closed.hears('05-01', { type: 'closed', on: localDate('2026-05-01') });
    expect(types(closed.does('05-02', succeed(TRAFFIC, URBAN)))).toEqual(['assignment-succeeded']);
    const withdrawn = assigned();
    withdrawn.hears('03-04', { type: 'withdrawal-requested' });
    expect(withdrawn.does('03-05', succeed(TRAFFIC, URBAN))).toEqual([]);
    expect(assigned().does('03-05', succeed(FINANCE, URBAN))).toEqual([]);
  });

  it('owes each deputy the own copy still', () => {
    const story = readyToReply()
      .next('04-10', issue())
      .next('04-11', deliver(`reply-${LEAD}-1`, ['li']));
    story.next('04-12', succeed(TRAFFIC, URBAN));
    const last = story.does('04-13', deliver(`reply-${LEAD}-1`));
    expect(last.map(({ payload }) => 'deputy' in payload && payload.deputy.deputyId)).toEqual(['wang']);
  });
});
