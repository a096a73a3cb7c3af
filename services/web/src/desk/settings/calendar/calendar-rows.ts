/** A day that differs from its weekday, as the API has it. */
export interface CalendarDay {
  readonly date: string;
  readonly off: boolean;
  readonly name: string;
}

/** What is wrong with a line; the words for each stand in the form. */
export type RowFault =
  | 'row-incomplete'
  | 'day-invalid'
  | 'kind-unknown'
  | 'name-too-long'
  | 'day-twice'
  | 'make-up-on-weekday'
  | 'of-another-year'
  | 'json-unreadable';

export interface FaultyRow {
  /** From 1, as editors count. */
  readonly line: number;
  readonly fault: RowFault;
}

export type ReadRows =
  | { readonly type: 'read'; readonly days: readonly CalendarDay[] }
  | { readonly type: 'faulty'; readonly faults: readonly FaultyRow[] };

const MAX_NAME_CHARACTERS = 60;
const KINDS: Readonly<Record<string, boolean>> = {
  休: true,
  放假: true,
  off: true,
  班: false,
  上班: false,
  work: false,
};

/**
 * The lines of a holiday notice 放假通知, each `2027-02-05,休,春节` or `2027-02-07,班,春节`. Empty lines and a heading that
 * begins with 日期 or date are passed over. Every faulty line is named, among them those of another year: a notice takes
 * the place of what was known of its year, so one year's days under another year's number would wipe that year out.
 *
 * A JSON object is read too, `{"days": [{"name": "春节", "date": "2027-02-05", "isOffDay": true}]}`, as holiday data is
 * published; its lines are its days.
 */
export function readRows(text: string, year: string): ReadRows {
  const bare = text.replace(/^\uFEFF/u, '');
  const lines = bare.trimStart().startsWith('{') ? jsonLines(bare) : bare.split(/\r?\n/u);
  if (lines === undefined) return { type: 'faulty', faults: [{ line: 1, fault: 'json-unreadable' }] };
  const days: CalendarDay[] = [];
  const faults: FaultyRow[] = [];
  const known = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || /^(日期|date)/iu.test(line.trim())) continue;
    const row = readRow(line);
    const fault = typeof row === 'string' ? row : faultOf(row, year, known);
    if (typeof row !== 'string') known.add(row.date);
    if (fault !== undefined) faults.push({ line: index + 1, fault });
    else if (typeof row !== 'string') days.push(row);
  }
  return faults.length > 0 ? { type: 'faulty', faults } : { type: 'read', days };
}

/** The days of published holiday data, each as a line of a notice; undefined when it is something else. */
function jsonLines(text: string): readonly string[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { days } = data as { readonly days?: unknown };
  if (!Array.isArray(days)) return undefined;
  return days.map((day: Partial<Record<'date' | 'isOffDay' | 'name', unknown>> | null) => {
    const { date, isOffDay, name } = day ?? {};
    const kind = { true: 'off', false: 'work' }[String(isOffDay)];
    return [date, kind, name].map(cell).join(',');
  });
}

/** Text without what separates cells; anything else is no text. */
function cell(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(/[,，\t]/gu, ' ') : '';
}

/** A notice reaches into the days about New Year on either side. */
function faultOf({ date }: CalendarDay, year: string, known: ReadonlySet<string>): RowFault | undefined {
  if (known.has(date)) return 'day-twice';
  const [before, after] = [Number(year) - 1, Number(year) + 1];
  const isOfNotice = [`${year}-`, `${before}-12-`, `${after}-01-`].some((part) => date.startsWith(part));
  return isOfNotice ? undefined : 'of-another-year';
}

function readRow(line: string): CalendarDay | RowFault {
  const [date = '', kind = '', name = ''] = line.split(/[,，\t]/u).map((part) => part.trim());
  if (date === '' || kind === '' || name === '') return 'row-incomplete';
  const at = Date.parse(`${date}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(at);
  if (!isDay || new Date(at).toISOString().slice(0, 10) !== date) return 'day-invalid';
  const off = KINDS[kind];
  if (off === undefined) return 'kind-unknown';
  if (name.length > MAX_NAME_CHARACTERS) return 'name-too-long';
  const weekday = new Date(at).getUTCDay();
  if (!off && weekday !== 0 && weekday !== 6) return 'make-up-on-weekday';
  return { date, off, name };
}

/** The calendar with the days of one year's notice in place of what it said of that year and of the days it names. */
export function withNotice(
  days: readonly CalendarDay[],
  year: string,
  notice: readonly CalendarDay[],
): readonly CalendarDay[] {
  const named = new Set(notice.map(({ date }) => date));
  const kept = days.filter(({ date }) => !date.startsWith(year) && !named.has(date));
  return [...kept, ...notice].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
