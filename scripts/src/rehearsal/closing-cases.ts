import { isPlanned, type ActName } from './case-plan.ts';
import type { CaseRun } from './case-run.ts';

/** A case as lists show it at the end. */
export interface ClosedCase {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly category: string;
  readonly stage: string;
  readonly colour: string;
  readonly next?: { readonly party?: object; readonly act: string };
}

/** Where these acts leave a case for good. */
const ENDS: Partial<Record<ActName, string>> = {
  decline: 'not-admitted',
  merge: 'merged',
  withdraw: 'withdrawn',
};
/** Where no case is any more of whose reply every deputy has spoken. */
const BEFORE_EVALUATION: ReadonlySet<string> = new Set(['assigned', 'in-progress', 'replied']);
const HAS_NO_NEXT: ReadonlySet<string> = new Set(['not-admitted', 'merged', 'withdrawn', 'archived']);

/** Every suggestion is one case with its number, where it was brought; whatever is open has somebody to go on with it. */
export function caseDifferences(runs: readonly CaseRun[], cases: readonly ClosedCase[]): readonly string[] {
  const raised = runs.filter(({ suggestionId }) => suggestionId !== '');
  const byId = new Map(cases.map((each) => [each.caseId, each] as const));
  const known = new Set(raised.map(({ suggestionId }) => suggestionId));
  return [
    ...(byId.size === cases.length ? [] : ['a case is listed twice']),
    ...cases.filter(({ caseId }) => !known.has(caseId)).map(({ title }) => `nobody raised “${title}”`),
    ...raised.flatMap((run) => ofCase(run, byId.get(run.suggestionId))),
    ...numberDifferences(cases.map(({ number }) => number).filter((number) => number !== '')),
  ];
}

function ofCase({ plan }: CaseRun, found: ClosedCase | undefined): readonly string[] {
  const { title } = plan.suggestion;
  if (found === undefined) return [`“${title}” is no case`];
  const ending = plan.acts.map(({ act }) => ENDS[act]).find((stage) => stage !== undefined);
  const hasEnded = HAS_NO_NEXT.has(found.stage);
  const isEnding =
    found.stage === ending || (ending === undefined && (found.stage === 'archived' || !hasEnded));
  return [
    ...(found.title === title ? [] : [`“${title}” is called “${found.title}”`]),
    ...((found.number === '') === isPlanned(plan, 'register')
      ? [`“${title}” has the number “${found.number}”`]
      : []),
    ...(!isPlanned(plan, 'register') || found.category === plan.suggestion.category
      ? []
      : [`“${title}” is another matter`]),
    ...(isEnding ? [] : [`“${title}” is ${found.stage}`]),
    ...(isPlanned(plan, 'evaluate') && BEFORE_EVALUATION.has(found.stage)
      ? [`“${title}” was evaluated and is ${found.stage}`]
      : []),
    ...(hasEnded || (found.next?.party !== undefined && found.next.act !== '')
      ? []
      : [`“${title}” (${found.stage}) has nobody to go on with it`]),
  ];
}

/** Each series counts from one without a gap, and gives no number twice. */
function numberDifferences(numbers: readonly string[]): readonly string[] {
  const series = Map.groupBy(numbers, (number) => number.slice(0, number.lastIndexOf('-')));
  return [...series].flatMap(([name, own]) => {
    const running = own.map((number) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b);
    return running.every((number, index) => number === index + 1)
      ? []
      : [`the numbers of ${name} are ${running.join(', ')}`];
  });
}
