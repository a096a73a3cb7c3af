import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { canonicalRulePack, parseRulePack, RULE_KEYS, type RuleKey } from './rule-pack.ts';
import { sdDistrict } from './sd-district.ts';

const REFERENCE = new URL('../../../../shared/data/sd-district.yaml', import.meta.url);

type Reference = Record<string, unknown> & {
  readonly pre_review: { in_session: object; otherwise: object };
  readonly on_site: { required_for: readonly string[] };
  readonly joint_study: { after_rounds: number };
  readonly look_back: { window_days: readonly number[] };
};

function isTimed(entry: unknown): entry is { n: number; unit: string; from?: string } {
  return typeof entry === 'object' && entry !== null && 'n' in entry && 'unit' in entry;
}

describe('the rule pack of a Shandong district', () => {
  it('has every timed number of the reference', ({ skip }) => {
    skip(!existsSync(REFERENCE), 'sd-district.yaml does not stand beside this clone');
    const reference = parse(readFileSync(REFERENCE, 'utf8')) as Reference;
    const timed: Record<string, unknown> = {
      ...reference,
      pre_review: reference.pre_review.otherwise,
      pre_review_in_session: reference.pre_review.in_session,
      look_back: { n: reference.look_back.window_days[1], unit: 'day' },
    };
    const expected = Object.entries(timed).filter(([, entry]) => isTimed(entry));
    for (const [key, entry] of expected) {
      if (!isTimed(entry)) continue;
      const rule = sdDistrict.rules[key as RuleKey];
      expect({ key, n: rule.n, unit: rule.unit }).toEqual({ key, n: entry.n, unit: entry.unit });
      if (entry.from !== undefined) expect([key, rule.from]).toEqual([key, entry.from]);
    }
    const decided = ['deputy_no_response', 'rectification_acceptance'];
    expect([...expected.map(([key]) => key), ...decided].sort()).toEqual([...RULE_KEYS].sort());
  });

  it('has every other value of the reference', ({ skip }) => {
    skip(!existsSync(REFERENCE), 'sd-district.yaml does not stand beside this clone');
    const reference = parse(readFileSync(REFERENCE, 'utf8')) as Reference;
    const { profile, params } = sdDistrict;
    const { on_site_required_for, joint_study_after_rounds, no_response_invitations, ...same } = params;
    const timed = (key: string): boolean => RULE_KEYS.some((rule) => rule === key) && key !== 'look_back';
    const untimed = Object.fromEntries(Object.entries(reference).filter(([key]) => !timed(key)));
    expect({ profile, ...same }).toEqual(untimed);
    expect(on_site_required_for).toEqual(reference.on_site.required_for);
    expect(joint_study_after_rounds).toBe(reference.joint_study.after_rounds);
    expect(no_response_invitations).toBe(2);
  });

  it('names each rule in Chinese with its source', () => {
    for (const key of RULE_KEYS) {
      const rule = sdDistrict.rules[key];
      expect(rule.name, key).toMatch(/^[\u4e00-\u9fff]+$/);
      expect(rule.law, key).toMatch(rule.authority === 'D' ? /^平台默认值/ : /第.+条/);
    }
    expect(new Set(RULE_KEYS.map((key) => sdDistrict.rules[key].name)).size).toBe(RULE_KEYS.length);
    expect(sdDistrict.rules.reply).toMatchObject({ name: '答复期限', n: 3, unit: 'month', authority: 'L' });
    expect(sdDistrict.rules.reply.law).toContain('代表法第五十一条');
  });
});

describe('canonical JSON', () => {
  it('reads back as the same pack and does not depend on the order of keys', () => {
    const text = canonicalRulePack(sdDistrict);
    expect(parseRulePack(text)).toEqual(sdDistrict);
    const { params, rules, ...head } = sdDistrict;
    expect(canonicalRulePack({ params, rules, ...head })).toBe(text);
    expect(text).not.toContain('\n');
  });

  it('refuses a missing rule, an unknown key and a number nobody can mean', () => {
    const { reply, ...others } = sdDistrict.rules;
    const broken = [
      { ...sdDistrict, rules: others },
      { ...sdDistrict, rules: { ...sdDistrict.rules, replies: reply } },
      { ...sdDistrict, rules: { ...others, reply: { ...reply, n: 1.5 } } },
      { ...sdDistrict, surprise: true },
    ];
    for (const pack of broken) expect(() => parseRulePack(JSON.stringify(pack))).toThrow();
  });
});
