import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { z } from 'zod';

import beijing from './rule-packs/beijing.json' with { type: 'json' };
import chongqing from './rule-packs/chongqing.json' with { type: 'json' };
import henan from './rule-packs/henan.json' with { type: 'json' };
import qingdao from './rule-packs/qingdao.json' with { type: 'json' };
import shanghai from './rule-packs/shanghai.json' with { type: 'json' };
import { RULE_KEYS, rulePackSchema, type RuleKey, type RulePack, type TimedRule } from './rule-pack.ts';
import { sdDistrict } from './sd-district.ts';

/** A rule pack as it ships: a tenant activates it under its version, from its day or a later one. */
export interface ShippedRulePack {
  readonly version: string;
  /** The day of the text the numbers were read from; for Shanghai only the year of the text is known. */
  readonly effectiveFrom: LocalDate;
  readonly pack: RulePack;
  /** Keys of rules on which the place's own text is silent: the Shandong figure stands in. */
  readonly silent: readonly RuleKey[];
}

/** The day of Shandong's text; the base of all others. */
const SHANDONG_TEXT = localDate('2017-05-19');

const column = z
  .strictObject({
    profile: z.string(),
    name: z.string(),
    version: z.string().min(1).max(40),
    effectiveFrom: z.iso.date(),
    /** Inside Shandong its regulation is law for silent cells too; elsewhere its figure is a default without authority. */
    silentCells: z.enum(['shandong-law', 'platform-default']),
    rules: z.partialRecord(
      z.enum(RULE_KEYS),
      z.strictObject({
        n: z.int(),
        unit: z.string(),
        from: z.string().optional(),
        law: z.string(),
        authority: z.enum(['L', 'D']),
      }),
    ),
    params: z.record(z.string(), z.unknown()),
    /** The article of each switch that differs. */
    paramLaws: z.record(z.string(), z.string()),
  })
  .refine(({ params, paramLaws }) => Object.keys(params).every((key) => paramLaws[key] !== undefined), {
    error: 'a switch without its article',
  });

type Column = z.infer<typeof column>;

/** The rule packs of domain.md §1.2, the Shandong district first. Each differs from it only where its own text speaks. */
export const shippedRulePacks: readonly ShippedRulePack[] = [
  { version: 'sd-district-2017', effectiveFrom: SHANDONG_TEXT, pack: sdDistrict, silent: [] },
  ...[qingdao, shanghai, chongqing, henan, beijing].map((data) => shipped(column.parse(data))),
];

function shipped(place: Column): ShippedRulePack {
  const { profile, name, version, effectiveFrom } = place;
  const silent = RULE_KEYS.filter((key) => place.rules[key] === undefined);
  const rules = Object.fromEntries(
    RULE_KEYS.map((key) => [key, { ...inherited(key, place.silentCells), ...place.rules[key] }]),
  );
  const params = { ...sdDistrict.params, ...place.params };
  const pack = rulePackSchema.parse({ profile, name, rules, params });
  return { version, effectiveFrom: localDate(effectiveFrom), pack, silent };
}

/**
 * Another province's article is no authority here: what is taken over from it is marked as a default, and so is a
 * default that rests on one of its duties.
 */
function inherited(key: RuleKey, silentCells: Column['silentCells']): TimedRule {
  const rule = sdDistrict.rules[key];
  const isFree = rule.authority === 'D' && !rule.law.includes('山东');
  if (isFree || silentCells === 'shandong-law') return rule;
  const law = rule.law.replace(/^平台默认值，/, '');
  return { ...rule, authority: 'D', law: `平台默认值，沿用山东省区县规则（${law}）` };
}
