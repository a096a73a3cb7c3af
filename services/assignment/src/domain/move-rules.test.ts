import { shippedRulePacks } from '@huiyin/calendar/shipped-rule-packs';
import { localDate } from '@huiyin/kernel/local-date';
import { isRejection } from '@huiyin/kernel/rejection';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assign,
  assigned,
  Case,
  classify,
  clock,
  contact,
  POLICE,
  readyToReply,
  SIGNED,
  TRAFFIC,
  types,
  under,
} from '../../test/given.ts';
import type { Circumstances } from './clock-fact.ts';
import { decideWithdrawal } from './end-case.ts';
import type { Decision } from './events.ts';
import { decideExtension, decideExtensionRequest, replyDueOn } from './extension.ts';
import { decideMovedRules } from './move-rules.ts';
import { decideReturnRequest } from './return-assignment.ts';
import type { SuggestionCase } from './suggestion-case.ts';

type Rule = (state: SuggestionCase, on: Circumstances) => Decision | ReturnType<typeof decideReturnRequest>;

function packOf(profile: string) {
  const found = shippedRulePacks.find(({ pack }) => pack.profile === profile);
  if (found === undefined) throw new Error(`no pack ${profile}`);
  return found.pack;
}

/** The same rule under the pack of another place. */
const by =
  (profile: string, rule: Rule): Rule =>
  (state, on) =>
    rule(state, { ...on, pack: packOf(profile), packVersion: profile });

const ask: Rule = (state, on) => {
  const words = { grounds: '不属于我局职责', legalBasis: '三定规定第三条', ...SIGNED };
  return decideReturnRequest(state, { assignmentId: 'share-1', newId: 'r-1', ...words }, on);
};

const move =
  (toVersion: string, pack = toVersion, reason = '条例修订'): Rule =>
  (state, on) =>
    decideMovedRules(state, { toVersion, pack: pack === '' ? undefined : packOf(pack), reason }, on);

/** The last day on which a unit that signed on Tuesday 3 March may ask for a return. */
const LAST_RETURN_DAY = {
  'sd-district': ['03-09', '03-10'],
  qingdao: ['03-10', '03-11'],
  shanghai: ['03-12', '03-13'],
  // Ten workdays from 交办 on Monday 2 March (CQ16).
  chongqing: ['03-16', '03-17'],
  henan: ['03-17', '03-18'],
  beijing: ['03-09', '03-10'],
} as const;

describe('the guards of each rule pack', () => {
  it.each(Object.entries(LAST_RETURN_DAY))('%s: the days for a return', (profile, [last, over]) => {
    const story = () => assigned().next('03-03', by(profile, acknowledge()));
    expect(types(story().does(last, by(profile, ask)))).toEqual(['assignment-return-requested']);
    expect(story().refuses(over, by(profile, ask))).toBe('return-window-over');
  });

  it.each([
    ['sd-district', '2026-03-04', { n: 1, unit: 'month' }],
    ['chongqing', '2026-03-02', { n: 30, unit: 'workday' }],
    ['henan', '2026-03-04', { n: 2, unit: 'month' }],
  ])('%s: the co-handler’s opinion counts from its day', (profile, startDate, term) => {
    const story = new Case().next('03-02', classify());
    story.next('03-02', by(profile, assign([TRAFFIC, 'lead'], [POLICE, 'co'])));
    const facts = story.does('03-04', by(profile, acknowledge('share-2')));
    expect(clock(facts, 'co_opinion')).toMatchObject({ startDate, term, rulePackVersion: profile });
  });

  it('chongqing: the first contact is owed from receipt, elsewhere from 交办 (CQ18)', () => {
    const story = new Case().next('03-02', classify());
    const made = story.does('03-02', by('chongqing', assign([TRAFFIC, 'lead'])));
    expect(clock(made, 'dual_confirmation')).toBeUndefined();
    const received = story.does('03-04', by('chongqing', acknowledge()));
    expect(clock(received, 'dual_confirmation')).toMatchObject({
      ...{ startDate: '2026-03-04', startEvent: 'receipt', term: { n: 20, unit: 'workday' } },
    });
    const elsewhere = assigned();
    expect(clock(elsewhere.does('03-04', acknowledge()), 'dual_confirmation')).toBeUndefined();
  });

  it('beijing: no withdrawal once the case is handed over', () => {
    const early = assigned().does('03-03', by('beijing', decideWithdrawal));
    expect(types(early)).toEqual(['withdrawal-refused']);
    expect(types(assigned().does('03-03', by('qingdao', decideWithdrawal)))).toEqual(['case-ended']);
  });
});

describe('moving a running case to another version', () => {
  it('keeps every start and takes the new terms, from then on under the new version', () => {
    const story = assigned().next('03-03', acknowledge());
    const before = story.state.openClocks;
    const [moved] = story.does('03-05', move('henan'));
    expect(moved).toMatchObject({
      type: 'rules-moved',
      reason: '条例修订',
      payload: { fromVersion: 'sd-1', toVersion: 'henan', movedOn: '2026-03-05' },
    });
    expect(story.state.rulePackVersion).toBe('henan');
    const of = (kind: string) => story.state.openClocks.find((open) => open.kind === kind);
    expect(of('deemed_accepted')).toMatchObject({
      startDate: '2026-03-03',
      term: { n: 10, unit: 'workday' },
    });
    expect(of('reply')).toEqual(before.find((open) => open.kind === 'reply'));
    expect(story.state.openClocks.map(({ startDate }) => startDate)).toEqual(
      before.map(({ startDate }) => startDate),
    );
  });

  it('keeps an extension an extension', () => {
    const pack = packOf('henan');
    const longer = {
      ...pack,
      rules: { ...pack.rules, extended_total: { ...pack.rules.extended_total, n: 5 } },
    };
    const story = assigned().next('03-03', acknowledge()).next('03-10', contact());
    const request = { assignmentId: 'share-1', extensionId: 'e-1', grounds: '涉及三个部门' };
    story.next('03-11', (state, on) => decideExtensionRequest(state, request, on));
    const grant = { extensionId: 'e-1', grant: true, reason: '情况属实' };
    story.next('03-12', (state, on) => decideExtension(state, grant, on));
    story.next('03-13', (state, on) =>
      decideMovedRules(state, { toVersion: 'henan-2', pack: longer, reason: '条例修订' }, on),
    );
    expect(replyDueOn(story.state, story.share(), under('03-13'))).toBe('2026-08-03');
  });

  it('needs a version in force, another one, a reason, and a case that goes on', () => {
    const story = readyToReply();
    expect(story.refuses('04-02', move('henan', ''))).toBe('rule-pack-unknown');
    expect(story.refuses('04-02', move('sd-1', 'sd-district'))).toBe('rules-unchanged');
    expect(story.refuses('04-02', move('henan', 'henan', ' '))).toBe('decision-reason-missing');
    story.hears('04-03', { type: 'closed', on: localDate('2026-04-03') });
    expect(story.refuses('04-04', move('henan'))).toBe('case-closed');
    expect(isRejection(move('henan')(story.state, under('04-04')))).toBe(true);
  });
});
