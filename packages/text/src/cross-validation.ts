import { createHash } from 'node:crypto';
import { unitRanking, type LedCase, type Voices } from './unit-ranking.ts';

/** How well the ranking finds the unit that really led, on cases it has not learnt from. Shares are 0–1. */
export interface RecommendationFigures {
  readonly cases: number;
  readonly units: number;
  readonly top1: number;
  readonly top3: number;
  /** Always naming the unit that led most of the cases learnt from, and the three that did. */
  readonly majorityTop1: number;
  readonly majorityTop3: number;
  /** Units that led one case only: no earlier case of theirs can exist. */
  readonly unitsOnce: number;
  /** The share of cases whose unit led another case as well: what learning from cases alone could reach. */
  readonly ceiling: number;
}

/** The fold of a case: by hash of its id, so that it is the same in every run and on every machine. */
export function foldOf(id: string, folds: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % folds;
}

/** Each case is ranked by what the cases of the other folds teach. */
export function crossValidate(
  cases: readonly LedCase[],
  folds: number,
  voices?: Voices,
): RecommendationFigures {
  const hits = { top1: 0, top3: 0, majorityTop1: 0, majorityTop3: 0 };
  for (let fold = 0; fold < folds; fold += 1) {
    const held = cases.filter(({ id }) => foldOf(id, folds) === fold);
    const learnt = cases.filter(({ id }) => foldOf(id, folds) !== fold);
    const ranking = unitRanking(learnt, unitsOf(cases), voices);
    const usual = byFrequency(learnt);
    for (const { title, category, unit } of held) {
      const named = ranking.rank({ title, body: '', category }, 3).map((each) => each.unit);
      if (named[0] === unit) hits.top1 += 1;
      if (named.includes(unit)) hits.top3 += 1;
      if (usual[0] === unit) hits.majorityTop1 += 1;
      if (usual.slice(0, 3).includes(unit)) hits.majorityTop3 += 1;
    }
  }
  const once = byFrequency(cases).filter((unit) => cases.filter((each) => each.unit === unit).length === 1);
  const share = (count: number): number => (cases.length === 0 ? 0 : count / cases.length);
  return {
    cases: cases.length,
    units: unitsOf(cases).length,
    top1: share(hits.top1),
    top3: share(hits.top3),
    majorityTop1: share(hits.majorityTop1),
    majorityTop3: share(hits.majorityTop3),
    unitsOnce: once.length,
    ceiling: share(cases.length - once.length),
  };
}

/** The offices of a place are known before any of its cases is. */
function unitsOf(cases: readonly LedCase[]): readonly string[] {
  return [...new Set(cases.map(({ unit }) => unit))];
}

function byFrequency(cases: readonly LedCase[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { unit } of cases) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([unit]) => unit);
}
