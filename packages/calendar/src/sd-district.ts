import content from './rule-packs/sd-district.json' with { type: 'json' };
import { rulePackSchema, type RulePack } from './rule-pack.ts';

/** The default rule pack of a district in Shandong. A city or district overrides any number with an effective date. */
export const sdDistrict: RulePack = rulePackSchema.parse(content);
