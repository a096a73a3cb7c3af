import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';
import { useToday } from './use-today.ts';

/** A rule pack with its content, and whether it is the one in force. */
export interface RulePack extends Omit<Schemas['RulePack'], 'contentJson'> {
  readonly content: RuleContent;
  readonly inForce: boolean;
}

/** The parts of a rule pack that pages read; packages/calendar knows the rest. */
interface RuleContent {
  readonly name: string;
  readonly rules: Readonly<Record<string, TimedRule>>;
  readonly params: {
    readonly category_l1: readonly string[];
    readonly return_max: number;
    readonly classification: {
      readonly complex_if: { readonly sum_at_least: number; readonly and_any: readonly string[] };
    };
  };
}

export interface TimedRule {
  readonly name: string;
  readonly n: number;
  readonly unit: string;
  readonly from: string;
  readonly law: string;
  readonly authority: string;
}

/** Every rule pack of the tenant, the latest first. */
export function useRules(): UseQueryResult<readonly RulePack[]> {
  const today = useToday();
  return useQuery({
    queryKey: ['rule-packs', today],
    queryFn: async () => {
      const { items } = dataOf(await api.GET('/api/v1/rule-packs', {}));
      const current = items.find(({ effectiveFrom }) => effectiveFrom <= today);
      return items.map(({ contentJson, ...pack }) => ({
        ...pack,
        content: JSON.parse(contentJson) as RuleContent,
        inForce: pack.version === current?.version,
      }));
    },
  });
}

/** The rule pack in force. A tenant always has one: nothing could be submitted without it. */
export function inForce(packs: readonly RulePack[]): RulePack | undefined {
  return packs.find((pack) => pack.inForce);
}

/** The categories that a suggestion is registered under. */
export function categoriesOf(packs: readonly RulePack[]): readonly string[] {
  return inForce(packs)?.content.params.category_l1 ?? [];
}
