import { featuresOf, similarityIndex, type Sought } from './similarity.ts';
import { UNIT_DUTIES } from './unit-duties.ts';

/** An earlier case and the unit that led it. */
export interface LedCase {
  readonly id: string;
  readonly title: string;
  /** Empty where the register does not say. */
  readonly category: string;
  /** The unit's name, as recorded. */
  readonly unit: string;
  /** Of the title, where the caller keeps them. */
  readonly features?: ReadonlyMap<string, number>;
}

/** What is known of a suggestion when it gets its number. */
export interface Registered extends Sought {
  readonly category: string;
}

/** A unit that might lead, with what speaks for it. */
export interface RankedUnit {
  readonly unit: string;
  /** 0–1; comparable within one answer only. */
  readonly score: number;
  /** Earlier cases of this unit that resemble the suggestion, the most similar first; at most five. */
  readonly evidence: readonly {
    readonly id: string;
    readonly similarity: number;
    readonly words: readonly string[];
  }[];
  /** Words of the suggestion that name the unit's duties 职责. */
  readonly dutyWords: readonly string[];
  /** How many of the earlier cases this unit led. */
  readonly led: number;
}

export interface UnitRanking {
  /** The likeliest lead first, at most `limit`. */
  rank(suggestion: Registered, limit: number): readonly RankedUnit[];
}

/** Earlier cases that are asked for their lead. */
const NEIGHBOURS = 15;
const MAX_EVIDENCE = 5;
/** A neighbour less similar than this says nothing and is not shown as evidence. */
const MIN_SIMILARITY = 0.1;
/** What each voice weighs: like cases, words and category of all the unit's cases, its duties. */
export interface Voices {
  readonly likeCases: number;
  readonly allCases: number;
  readonly duties: number;
}

/** Equal, and never fitted to a register. See docs/adr/0014. */
const EQUAL: Voices = { likeCases: 1, allCases: 1, duties: 1 };
/** Count that every feature has in every unit before any case is seen. */
const SMOOTHING = 0.1;
const CATEGORY_WEIGHT = 2;

/** Learns from earlier cases who leads what; `units` may lead although they never have. */
export function unitRanking(
  cases: readonly LedCase[],
  units: readonly string[],
  voices: Voices = EQUAL,
): UnitRanking {
  const candidates = [...new Set([...units, ...cases.map(({ unit }) => unit)])];
  const ledBy = new Map(cases.map(({ id, unit }) => [id, unit]));
  const led = countBy(cases.map(({ unit }) => unit));
  const taken = cases.map((each) => ({ ...each, features: each.features ?? featuresOf(each.title) }));
  const index = similarityIndex(taken);
  const likelihood = likelihoods(taken);
  const dutiesOf = new Map(candidates.map((unit) => [unit, dutiesNamed(unit)]));
  const total = voices.likeCases + voices.allCases + voices.duties;
  return {
    rank: (suggestion, limit) => {
      const neighbours = index
        .find(suggestion, NEIGHBOURS)
        .filter(({ score }) => score >= MIN_SIMILARITY)
        .map((match) => ({ ...match, unit: ledBy.get(match.id) ?? '' }));
      const named = new Map(
        candidates.map((unit) => [unit, dutyWordsIn(suggestion, dutiesOf.get(unit) ?? [])]),
      );
      const like = shares(sumBy(neighbours.map(({ unit, score }) => [unit, score ** 2] as const)));
      const all = shares(likelihood(suggestion, candidates));
      const duties = shares(new Map([...named].map(([unit, words]) => [unit, weightOf(words)])));
      const scoreOf = (unit: string): number =>
        (voices.likeCases * (like.get(unit) ?? 0) +
          voices.allCases * (all.get(unit) ?? 0) +
          voices.duties * (duties.get(unit) ?? 0)) /
        total;
      return candidates
        .map((unit) => ({
          unit,
          score: scoreOf(unit),
          evidence: neighbours
            .filter((each) => each.unit === unit)
            .slice(0, MAX_EVIDENCE)
            .map(({ id, score, words }) => ({ id, similarity: score, words })),
          dutyWords: named.get(unit) ?? [],
          led: led.get(unit) ?? 0,
        }))
        .sort((one, other) => other.score - one.score || compare(one.unit, other.unit))
        .slice(0, limit);
    },
  };
}

/** Naive Bayes over words, pairs of characters, groups and category, as relative likelihoods. */
function likelihoods(
  cases: readonly (LedCase & { readonly features: ReadonlyMap<string, number> })[],
): (suggestion: Registered, units: readonly string[]) => ReadonlyMap<string, number> {
  const counts = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  const vocabulary = new Map<string, number>();
  for (const { unit, features, category } of cases) {
    const own = counts.get(unit) ?? new Map<string, number>();
    counts.set(unit, own);
    for (const [name, weight] of withCategory(features, category)) {
      own.set(name, (own.get(name) ?? 0) + weight);
      totals.set(unit, (totals.get(unit) ?? 0) + weight);
      vocabulary.set(name, (vocabulary.get(name) ?? 0) + 1);
    }
  }
  const led = countBy(cases.map(({ unit }) => unit));
  return ({ title, category }, units) => {
    const features = [...withCategory(featuresOf(title), category)].filter(([name]) => vocabulary.has(name));
    const logs = units.map((unit) => {
      const own = counts.get(unit);
      const total = (totals.get(unit) ?? 0) + SMOOTHING * vocabulary.size;
      let log = Math.log(((led.get(unit) ?? 0) + 0.5) / (cases.length + 0.5 * units.length));
      for (const [name, weight] of features) {
        log += weight * Math.log(((own?.get(name) ?? 0) + SMOOTHING) / total);
      }
      return log;
    });
    const best = Math.max(...logs);
    const temper = Math.max(1, features.length) ** 0.5;
    return new Map(units.map((unit, at) => [unit, Math.exp(((logs[at] ?? best) - best) / temper)]));
  };
}

function withCategory(features: ReadonlyMap<string, number>, category: string): ReadonlyMap<string, number> {
  return category === '' ? features : new Map([...features, [`c${category}`, CATEGORY_WEIGHT]]);
}

function dutiesNamed(unit: string): readonly string[] {
  return [...new Set(UNIT_DUTIES.filter(({ names }) => names.test(unit)).flatMap(({ duties }) => duties))];
}

/** Duties named in the suggestion; one that only stands inside a longer one that is named too is left out. */
function dutyWordsIn({ title }: Registered, duties: readonly string[]): readonly string[] {
  const named = duties.filter((word) => title.includes(word));
  return named
    .filter((word) => !named.some((other) => other !== word && other.includes(word)))
    .sort((one, other) => other.length - one.length || compare(one, other));
}

/** How many kinds of offices name a word among their duties: what many name tells little. */
const NAMED_BY: ReadonlyMap<string, number> = countBy(UNIT_DUTIES.flatMap(({ duties }) => duties));

function weightOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + Math.min(word.length, 4) / (NAMED_BY.get(word) ?? 1), 0);
}

function shares(weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sum = [...weights.values()].reduce((one, other) => one + other, 0);
  return sum === 0 ? weights : new Map([...weights].map(([unit, weight]) => [unit, weight / sum]));
}

function sumBy(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [key, value] of pairs) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  return sumBy(keys.map((key) => [key, 1] as const));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
