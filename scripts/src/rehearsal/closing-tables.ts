import type { ApiSession } from '../api/session.ts';
import { GRADES, isPlanned } from './case-plan.ts';
import type { CaseRun } from './case-run.ts';
import type { ClosedCase } from './closing-cases.ts';

type Bucket = readonly { readonly key: string; readonly count: number }[];

interface Counts {
  readonly total: number;
  readonly byYear: Bucket;
  readonly byCategory: Bucket;
  readonly byLeadUnit: Bucket;
}

interface Board {
  readonly clocks: Readonly<Record<string, number>>;
  readonly red: readonly { readonly owner: string; readonly nextAction: string }[];
  readonly redWithoutOwner: number;
}

interface PromiseRow {
  readonly suggestionId: string;
  readonly status: string;
}

interface EvaluationRow {
  readonly evaluation: {
    readonly suggestionId: string;
    readonly signedSuggestionId: string;
    readonly round: number;
    readonly status: string;
    readonly result: string;
  };
}

/** What the desk reads at the end of the year. */
export interface YearTables {
  readonly counts: Counts;
  readonly board: Board;
  readonly clocks: readonly { readonly colour: string }[];
  readonly promises: readonly PromiseRow[];
  readonly evaluations: readonly EvaluationRow[];
}

export async function yearTables(desk: ApiSession): Promise<YearTables> {
  return {
    counts: await desk.get<Counts>('/imports/counts?origin=live'),
    board: await desk.get<Board>('/board'),
    clocks: await desk.all<{ readonly colour: string }>('/clocks'),
    promises: await desk.all<PromiseRow>('/promises'),
    evaluations: await desk.all<EvaluationRow>('/evaluations'),
  };
}

/** In what the tables of the year do not add up, within themselves or with what was lived. */
export function tableDifferences(
  { counts, board, clocks, promises, evaluations }: YearTables,
  runs: readonly CaseRun[],
  cases: readonly ClosedCase[],
): readonly string[] {
  return [
    ...countDifferences(counts, cases),
    ...boardDifferences(board, clocks),
    ...promiseDifferences(promises, runs),
    ...evaluationDifferences(evaluations, runs),
  ];
}

/** Cases by year, category and unit: each of them counts every case once. */
function countDifferences(counts: Counts, cases: readonly ClosedCase[]): readonly string[] {
  const { total, byYear, byCategory, byLeadUnit } = counts;
  return [
    ...unlike('cases counted', total, cases.length),
    ...Object.entries({ byYear, byCategory, byLeadUnit }).flatMap(([name, buckets]) =>
      unlike(`cases counted ${name}`, sumOf(buckets.map(({ count }) => count)), total),
    ),
    ...byCategory.flatMap(({ key, count }) =>
      unlike(`cases of ${key}`, count, cases.filter(({ category }) => category === key).length),
    ),
  ];
}

/** The wall shows as many clocks of a colour as there are, and nothing red that nobody answers for. */
function boardDifferences(board: Board, clocks: readonly { readonly colour: string }[]): readonly string[] {
  return [
    ...unlike('red clocks without an owner', board.redWithoutOwner, 0),
    ...Object.entries(board.clocks).flatMap(([colour, count]) =>
      unlike(`${colour} clocks`, count, clocks.filter((clock) => clock.colour === colour).length),
    ),
    ...board.red.flatMap(({ owner, nextAction }) =>
      owner === '' || nextAction === '' ? ['a red clock without an owner or a next action'] : [],
    ),
  ];
}

/** Every B promised something, kept or broken on its day as lived. */
function promiseDifferences(promises: readonly PromiseRow[], runs: readonly CaseRun[]): readonly string[] {
  return runs.flatMap((run) => {
    const { title, course } = run.plan.suggestion;
    const own = promises.filter(({ suggestionId }) => suggestionId === run.suggestionId);
    const expected = isPlanned(run.plan, 'reply') && course.resultClass === 'B' ? 1 : 0;
    const judged = run.plan.promiseKept ? 'kept' : 'broken';
    const status = isPlanned(run.plan, 'judge-promises') ? judged : 'open';
    return [
      ...unlike(`promises of “${title}”`, own.length, expected),
      ...own.flatMap((promise) => unlike(`the promise of “${title}”`, promise.status, status)),
    ];
  });
}

/** The lead deputy's opinion of the first reply stands as it was given; silence is no opinion. */
function evaluationDifferences(rows: readonly EvaluationRow[], runs: readonly CaseRun[]): readonly string[] {
  const first = rows.map(({ evaluation }) => evaluation).filter(({ round }) => round === 1);
  return runs.flatMap((run) => {
    const { title, course } = run.plan.suggestion;
    const own = first.filter(
      ({ suggestionId, signedSuggestionId }) =>
        suggestionId === run.suggestionId && signedSuggestionId === run.suggestionId,
    );
    const result = isPlanned(run.plan, 'evaluate') ? GRADES[course.satisfaction] : '';
    return [
      ...unlike(`evaluations of “${title}”`, own.length, isPlanned(run.plan, 'reply') ? 1 : 0),
      ...own.flatMap((evaluation) => unlike(`the evaluation of “${title}”`, evaluation.result, result)),
    ];
  });
}

function unlike<Value extends string | number>(
  what: string,
  found: Value,
  expected: Value,
): readonly string[] {
  return found === expected ? [] : [`${what}: ${found} instead of ${expected}`];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
