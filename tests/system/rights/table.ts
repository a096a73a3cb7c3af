import { readFileSync } from 'node:fs';

/** What the API is to answer: yes, 403, or as if there were no such case. */
export type Expected = 'allow' | 'deny' | 'hide';

/** One row of the reviewed table. `*` stands for anything, `|` for or; a `*` within a word for any ending. */
export interface TableRow {
  readonly line: number;
  readonly action: string;
  readonly role: string;
  readonly relation: string;
  readonly stage: string;
  readonly tenant: string;
  readonly expected: Expected;
  readonly reason: string;
}

export interface Cell {
  readonly action: string;
  readonly role: string;
  readonly relation: string;
  readonly stage: string;
  readonly tenant: string;
}

const COLUMNS = ['action', 'role', 'relation', 'stage', 'tenant'] as const;

/** The reviewed table, in its order; the first row that fits a cell decides it. */
export function readTable(file: URL): readonly TableRow[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (head !== 'action,role,relation,stage,tenant,expected,reason')
    throw new Error(`the table begins with ${head}`);
  return lines.map((text, index) => {
    const [action = '', role = '', relation = '', stage = '', tenant = '', expected = '', ...rest] =
      text.split(',');
    if (expected !== 'allow' && expected !== 'deny' && expected !== 'hide')
      throw new Error(`row ${index + 2} expects ${expected}`);
    const reason = rest.join(',');
    if (reason === '') throw new Error(`row ${index + 2} has no reason`);
    return { line: index + 2, action, role, relation, stage, tenant, expected, reason };
  });
}

/** The row that decides a cell. */
export function rowFor(table: readonly TableRow[], cell: Cell): TableRow | undefined {
  return table.find((row) => COLUMNS.every((column) => fits(row[column], cell[column])));
}

function fits(pattern: string, value: string): boolean {
  return pattern.split('|').some((word) => {
    const star = word.indexOf('*');
    return star === -1 ? word === value : value.startsWith(word.slice(0, star));
  });
}
