import { parseArgs } from 'node:util';
import { chinaOfficialDays } from '@huiyin/calendar/china-official-days';
import { workCalendar } from '@huiyin/calendar/work-calendar';
import { localDate } from '@huiyin/kernel/local-date';
import { complain, say } from './console.ts';
import { showProgress } from './progress.ts';
import { closeYear, type Closing } from './rehearsal/closing.ts';
import { rehearse } from './rehearsal/rehearse.ts';
import { yearPlan, type YearSize } from './rehearsal/year-plan.ts';
import { SEED, SMALL_YEAR, WHOLE_YEAR } from './rehearsal/year-sizes.ts';

const USAGE =
  'usage: npm run rehearse -- [--year] [--until 2026-06-30] [--suggestions N] [--seed S] [--url URL] (a running demo city in rehearsal mode)';

process.exitCode = await run();

async function run(): Promise<number> {
  try {
    const { url, size } = asked();
    const plans = yearPlan(size, workCalendar(chinaOfficialDays()));
    const acts = plans.reduce((total, plan) => total + plan.acts.length, 0);
    const progress = showProgress(acts, 'acts');
    let commands = 0;
    const startedAt = performance.now();
    const runs = await rehearse(url, plans, {
      onDay: (_day, done) => progress.advance(done),
      onCommand: () => {
        commands += 1;
      },
    }).finally(() => progress.stop());
    const seconds = (performance.now() - startedAt) / 1000;
    say(
      `${plans.length} suggestions, ${commands} commands in ${seconds.toFixed(1)} s; it is ${size.until} now`,
    );
    return closed(await closeYear(runs));
  } catch (error) {
    complain(wordsOf(error));
    return 1;
  }
}

/** Says whether the year holds together. Answers the exit code. */
function closed({ cases, events, differences }: Closing): number {
  for (const difference of differences) complain(difference);
  const counted = `${cases} cases and their tables, ${events} events`;
  if (differences.length === 0) say(`${counted}: everything adds up`);
  else complain(`${counted}: ${differences.length} things do not add up`);
  return differences.length === 0 ? 0 : 1;
}

function asked(): { url: string; size: YearSize } {
  const { values } = parseArgs({
    options: {
      year: { type: 'boolean', default: false },
      until: { type: 'string', default: '2026-12-31' },
      suggestions: { type: 'string' },
      seed: { type: 'string', default: SEED },
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
    },
  });
  const size = values.year ? WHOLE_YEAR : SMALL_YEAR;
  const suggestions = Number(values.suggestions ?? size.suggestions);
  if (!Number.isInteger(suggestions) || suggestions < 1) throw new Error(USAGE);
  return {
    url: values.url,
    size: { ...size, suggestions, seed: values.seed, until: localDate(values.until) },
  };
}

/** What went wrong and what it was about. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `: ${wordsOf(error.cause)}`;
  return `${error.message}${cause}`;
}
