import { addDays, localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';

import { chinaOfficialDays } from './china-official-days.ts';
import { dueDate } from './due-date.ts';
import { canonicalRulePack, parseRulePack, RULE_KEYS, type RuleKey } from './rule-pack.ts';
import { sdDistrict } from './sd-district.ts';
import { shippedRulePacks, type ShippedRulePack } from './shipped-rule-packs.ts';
import { termText } from './term.ts';
import { workCalendar } from './work-calendar.ts';

const calendar = workCalendar(chinaOfficialDays());
const MONDAY = localDate('2026-03-02');

function shipped(profile: string): ShippedRulePack {
  const found = shippedRulePacks.find(({ pack }) => pack.profile === profile);
  if (found === undefined) throw new Error(`no pack ${profile}`);
  return found;
}

function due(profile: string, key: RuleKey): string {
  const { rules, params } = shipped(profile).pack;
  return dueDate({ start: MONDAY, term: rules[key], calendar, rollOver: params.roll_over }).due;
}

/** Columns of domain.md §1.2, counted from Monday 2 March 2026. */
const DUE = {
  'sd-district': {
    ...{ inter_session_assign: '2026-03-09', return_request: '2026-03-09', return_decision: '2026-03-05' },
    ...{ co_opinion: '2026-04-02', reply: '2026-06-02', extended_total: '2026-09-02' },
    ...{ feedback: '2026-03-23', rehandle_reply: '2026-04-02', dual_confirmation: '2026-03-30' },
  },
  qingdao: {
    ...{ inter_session_assign: '2026-03-09', return_request: '2026-03-09', return_decision: '2026-03-05' },
    ...{ co_opinion: '2026-04-02', reply: '2026-06-02', extended_total: '2026-09-02' },
    ...{ feedback: '2026-03-23', rehandle_reply: '2026-04-02', dual_confirmation: '2026-03-30' },
  },
  shanghai: {
    ...{ inter_session_assign: '2026-03-11', return_request: '2026-03-11', return_decision: '2026-03-05' },
    ...{ co_opinion: '2026-04-02', reply: '2026-06-02', extended_total: '2026-09-02' },
    ...{ feedback: '2026-03-23', rehandle_reply: '2026-04-02', dual_confirmation: '2026-03-30' },
  },
  chongqing: {
    ...{ inter_session_assign: '2026-03-16', return_request: '2026-03-16', return_decision: '2026-03-16' },
    ...{ co_opinion: '2026-04-14', reply: '2026-06-02', extended_total: '2026-09-02' },
    ...{ feedback: '2026-03-30', rehandle_reply: '2026-05-06', dual_confirmation: '2026-03-30' },
  },
  henan: {
    ...{ inter_session_assign: '2026-03-09', return_request: '2026-03-16', return_decision: '2026-03-16' },
    ...{ co_opinion: '2026-05-06', reply: '2026-06-02', extended_total: '2026-09-02' },
    ...{ feedback: '2026-03-16', rehandle_reply: '2026-04-02', dual_confirmation: '2026-03-30' },
  },
  beijing: {
    ...{ inter_session_assign: '2026-03-09', return_request: '2026-03-09', return_decision: '2026-03-05' },
    ...{ co_opinion: '2026-04-02', reply: '2026-06-02', extended_total: '2026-09-02' },
    ...{ feedback: '2026-03-23', rehandle_reply: '2026-05-06', dual_confirmation: '2026-03-30' },
  },
} as const;

/** Switches that differ in kind. */
const SWITCHES = {
  'sd-district': {
    withdrawal: 'reply_delivered',
    rehandle: 'automatic',
    returnFrom: 'receipt',
    contactFrom: 'assignment',
  },
  qingdao: {
    withdrawal: 'reply_delivered',
    rehandle: 'ordered',
    returnFrom: 'receipt',
    contactFrom: 'assignment',
  },
  shanghai: {
    withdrawal: 'reply_delivered',
    rehandle: 'ordered',
    returnFrom: 'receipt',
    contactFrom: 'assignment',
  },
  chongqing: {
    withdrawal: 'reply_delivered',
    rehandle: 'ordered',
    returnFrom: 'assignment',
    contactFrom: 'receipt',
  },
  henan: {
    withdrawal: 'reply_delivered',
    rehandle: 'automatic',
    returnFrom: 'receipt',
    contactFrom: 'assignment',
  },
  beijing: {
    withdrawal: 'assignment_made',
    rehandle: 'ordered',
    returnFrom: 'receipt',
    contactFrom: 'assignment',
  },
} as const;

describe('the shipped rule packs', () => {
  it('are those of the six places, each under a version of its own', () => {
    expect(shippedRulePacks.map(({ pack }) => pack.profile)).toEqual(Object.keys(DUE));
    expect(new Set(shippedRulePacks.map(({ version }) => version)).size).toBe(shippedRulePacks.length);
    for (const { pack } of shippedRulePacks) expect(parseRulePack(canonicalRulePack(pack))).toEqual(pack);
  });

  it.each(Object.entries(DUE))('%s: due on these days', (profile, expected) => {
    const keys = Object.keys(expected) as (keyof typeof expected)[];
    expect(Object.fromEntries(keys.map((key) => [key, due(profile, key)]))).toEqual(expected);
  });

  it.each(Object.entries(SWITCHES))('%s: these switches', (profile, expected) => {
    const { params, rules } = shipped(profile).pack;
    expect({
      withdrawal: params.withdrawal_until,
      rehandle: params.rehandle_auto_on.length > 0 ? 'automatic' : 'ordered',
      returnFrom: rules.return_request.from,
      contactFrom: rules.dual_confirmation.from,
    }).toEqual(expected);
  });

  it('name an article for each number of their own, and mark each Shandong figure that stands in', () => {
    for (const { pack, silent } of shippedRulePacks) {
      for (const key of RULE_KEYS) {
        const rule = pack.rules[key];
        const where = `${pack.profile} ${key} ${termText(rule)}`;
        expect(rule.law, where).toMatch(rule.authority === 'D' ? /^平台默认值/ : /第.+条/);
        if (!silent.includes(key)) continue;
        expect({ n: rule.n, unit: rule.unit }, where).toEqual({
          n: sdDistrict.rules[key].n,
          unit: sdDistrict.rules[key].unit,
        });
        // Qingdao lies in Shandong, where the province's regulation is law.
        if (pack.profile !== 'qingdao') expect(rule.authority, where).toBe('D');
      }
    }
  });

  it.each([
    ['chongqing', 'dual_confirmation', '重庆市条例第十八条', 'L'],
    ['chongqing', 'joint_study', '重庆市条例第二十七条', 'D'],
    ['qingdao', 'feedback', '青岛市条例第三十一条', 'D'],
    ['qingdao', 'publish', '青岛市条例第三十条', 'D'],
    ['shanghai', 'feedback', '上海市条例第二十一条', 'D'],
    ['henan', 'joint_study', '河南省条例第二十二条', 'D'],
    ['beijing', 'publish', '北京市条例第三十条', 'D'],
  ] as const)('%s: %s rests on %s', (profile, key, article, authority) => {
    expect(shipped(profile).pack.rules[key]).toMatchObject({
      ...{ law: expect.stringContaining(article), authority },
    });
  });

  it('name no article of Shandong as a basis outside it', () => {
    for (const { pack } of shippedRulePacks) {
      if (pack.profile === 'sd-district' || pack.profile === 'qingdao') continue;
      for (const key of RULE_KEYS) {
        const { law } = pack.rules[key];
        if (law.includes('山东'))
          expect([pack.profile, key, law]).toEqual([
            pack.profile,
            key,
            expect.stringMatching(/^平台默认值，沿用山东省区县规则（/),
          ]);
      }
    }
  });

  it('let the days for a return and deemed acceptance end together', () => {
    for (const { pack } of shippedRulePacks) {
      const { return_request: asked, deemed_accepted: deemed } = pack.rules;
      const of = ({ n, unit, from }: typeof asked) => ({ n, unit, from });
      expect(of(deemed), pack.profile).toEqual(of(asked));
    }
  });

  it('remind twice before the term for feedback ends: who was reminded twice and is silent lets it lapse', () => {
    for (const { pack } of shippedRulePacks) {
      const { feedback_reminders_workdays: reminders } = pack.params;
      const { n, unit } = pack.rules.feedback;
      expect(unit, pack.profile).toBe('workday');
      expect(new Set(reminders).size, pack.profile).toBe(2);
      expect(Math.max(...reminders), pack.profile).toBeLessThan(n);
    }
  });

  it('take effect with the text they were read from', () => {
    for (const { effectiveFrom, version } of shippedRulePacks) {
      expect(effectiveFrom.slice(0, 4), version).toBe(version.slice(-4));
      expect(effectiveFrom <= addDays(MONDAY, 0), version).toBe(true);
    }
  });
});
