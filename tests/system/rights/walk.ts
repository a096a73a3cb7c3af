import { verdict, type Prober } from './probe.ts';
import type { Question } from './questions.ts';
import { relationIn, type Reader } from './readers.ts';
import { rowFor, type Cell, type TableRow } from './table.ts';

/** One cell of the walk with what was asked for it. */
export interface Step {
  readonly cell: Cell;
  readonly reader: Reader;
  readonly question: Question;
}

export interface WalkResult {
  readonly cells: number;
  /** Lines of the table that decided at least one cell. */
  readonly used: ReadonlySet<number>;
  /** One sentence for each cell that was answered otherwise than the table says. */
  readonly differences: readonly string[];
}

/** Questions in flight at once. */
const CONCURRENCY = 16;

/** Every reader asks every question of every stage. */
export function stepsOf(
  stages: ReadonlyMap<string, readonly Question[]>,
  readers: readonly Reader[],
): readonly Step[] {
  return [...stages].flatMap(([stage, questions]) =>
    questions.flatMap((question) =>
      readers.map((reader) => {
        const { role, tenant } = reader;
        const relation = relationIn(reader, stage, question.action);
        return { reader, question, cell: { action: question.action, role, relation, stage, tenant } };
      }),
    ),
  );
}

/** A version that nothing has. */
const STALE = { 'if-match': '"999999"' };

function asked(prober: Prober, { method, path, body, names, isList, isStale }: Question) {
  if (isList === true) return prober.list(path);
  if (names !== undefined) return prober.read(path);
  const needsVersion = isStale === true || method === 'PATCH' || method === 'PUT';
  return prober.ask(method, path, body, needsVersion ? STALE : {});
}

async function answered(prober: Prober, question: Question): Promise<ReturnType<typeof verdict>> {
  const { method, names, isHarmless, isGeneral } = question;
  const { status, text } = await asked(prober, question);
  if (isHarmless === true && status === 200) return 'allow';
  if (isGeneral === true && (status === 404 || text.includes('"fact-not-yet-known"'))) return 'allow';
  if (names === undefined || status !== 200) return verdict(method, status, text);
  return names.some((name) => text.includes(name)) ? 'allow' : 'hide';
}

/** Walks every cell through the API and compares each answer with the table. */
export async function walk(
  steps: readonly Step[],
  table: readonly TableRow[],
  probers: ReadonlyMap<string, Prober>,
): Promise<WalkResult> {
  const used = new Set<number>();
  const differences: string[] = [];
  const left = steps.values();
  const work = async (): Promise<void> => {
    for (const { cell, reader, question } of left) {
      const name = `${cell.action} | ${cell.stage} | ${cell.role} (${cell.relation}, ${cell.tenant})`;
      const row = rowFor(table, cell);
      const prober = probers.get(reader.login);
      const said = prober === undefined ? 'nobody asked' : await answered(prober, question);
      if (row !== undefined) used.add(row.line);
      const expected = row === undefined ? 'no row decides it' : `${row.expected} by row ${row.line}`;
      if (row?.expected !== said) differences.push(`${name}: ${expected}, the API says ${said}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return { cells: steps.length, used, differences: differences.toSorted() };
}
