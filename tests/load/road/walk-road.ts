import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { DISTRICTS, type Place } from '@huiyin/demo-city/places';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import { ACTS } from '@huiyin/scripts/rehearsal/acts';
import type { ActName, CasePlan } from '@huiyin/scripts/rehearsal/case-plan';
import { newRun, type CaseRun } from '@huiyin/scripts/rehearsal/case-run';
import { yearPlan } from '@huiyin/scripts/rehearsal/year-plan';
import type { Cast } from '@huiyin/scripts/road/cast';
import { waitFor } from '@huiyin/testkit/wait-for';

/** The first day of the demo city, on which all of it happens. */
const TODAY: LocalDate = localDate('2026-01-05');
const ROAD: readonly ActName[] = [
  ...(['submit', 'register', 'hand-over', 'acknowledge', 'dual-confirmation', 'file-plan'] as const),
  ...(['give-opinions', 'contact', 'reply', 'evaluate'] as const),
];
const PATIENCE_MS = 120_000;

/** Plans of general suggestions with one co-handler, that go from draft to close without a bend. */
export function plainPlans(count: number): readonly CasePlan[] {
  const size = { seed: 'bench', suggestions: count, until: localDate('2026-12-31'), everyWorkdays: 1 };
  return yearPlan(size, workCalendar(chinaOfficialDays())).map((plan, index) => ({
    ...plan,
    ...{ place: placeOf(index), leadDeputy: `deputy-${(index % 4) + 2}`, cosigners: [] },
    ...{ isKey: false, isComplex: false, parent: undefined, lookBackMet: true },
    suggestion: {
      ...plan.suggestion,
      ...{ leadUnitCode: 'jiaotong', coUnitCodes: ['caizheng'] },
      course: { ...plan.suggestion.course, resultClass: 'C', satisfaction: '满意' },
    },
  }));
}

function placeOf(index: number): Place {
  const place = DISTRICTS[index % DISTRICTS.length];
  if (place === undefined) throw new Error('the demo city has no district');
  return place;
}

/** Walks one road to the close of the case. Throws on a refusal that time does not mend. */
export async function walkRoad(plan: CasePlan, cast: Cast): Promise<void> {
  const run = newRun(plan, cast);
  for (const act of ROAD) await ACTS[act](run, TODAY, [run]);
  await waitFor('the draw of the look-back', () => lookBackIsDrawn(run), PATIENCE_MS);
  await ACTS['look-back'](run, TODAY, [run]);
  await waitFor(`the close of ${run.suggestionId}`, () => isClosed(run), PATIENCE_MS);
}

async function lookBackIsDrawn({ cast, suggestionId }: CaseRun): Promise<boolean> {
  const desk = await cast.person('desk');
  const { lookBacks } = await desk.get<{ lookBacks: readonly object[] }>(
    `/suggestions/${suggestionId}/meetings`,
  );
  return lookBacks.length > 0;
}

async function isClosed({ cast, suggestionId }: CaseRun): Promise<boolean> {
  const desk = await cast.person('desk');
  const { status } = await desk.get<{ status: string }>(`/suggestions/${suggestionId}/handling`);
  return status === 'closed';
}
