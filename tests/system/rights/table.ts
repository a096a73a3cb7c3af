import { readFileSync } from 'node:fs';

/** What the API is to answer: yes, 403, or as if there were no such case. */
export type Expected = 'allow' | 'deny' | 'hide';

/** `elsewhere`: a route that the walk does not ask; the reason says which test does. */
type Said = Expected | 'elsewhere';

/**
 * One row of the reviewed table. `*` stands for anything, `|` for or; a `*` within a word for any ending. In the column of
 * stages `drafting`, `at-desk` and `handed-over` stand for the stages of STAGES.
 */
export interface TableRow {
  readonly line: number;
  readonly action: string;
  readonly role: string;
  readonly relation: string;
  readonly stage: string;
  readonly tenant: string;
  readonly expected: Said;
  readonly reason: string;
}

export interface Cell {
  readonly action: string;
  readonly role: string;
  readonly relation: string;
  readonly stage: string;
  readonly tenant: string;
}

/** Stages that one word of the table stands for: 起草, 代表工委受理, 交办以后. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  drafting: ['draft', 'cosigning', 'pre-review'],
  'at-desk': [
    'submitted',
    'converted',
    'returned-to-deputy',
    'not-admitted',
    'registered',
    'classified',
    'merged',
  ],
  'handed-over': [
    ...['assigned', 'return-requested', 'withdrawn', 'in-progress', 'parallel', 'confidential', 'replied'],
    ...[
      'left-office',
      'evaluated',
      'rehandling',
      'escalated',
      'follow-up',
      'closed',
      'archived',
      'between-sessions',
    ],
  ],
};

const COLUMNS = ['action', 'role', 'relation', 'stage', 'tenant'] as const;

/** The reviewed table, in its order; the first row that fits a cell decides it. */
export function readTable(file: URL): readonly TableRow[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (head !== 'action,role,relation,stage,tenant,expected,reason')
    throw new Error(`the table begins with ${head}`);
  return lines.map((text, index) => {
    const [action = '', role = '', relation = '', stage = '', tenant = '', expected = '', ...rest] =
      text.split(',');
    if (expected !== 'allow' && expected !== 'deny' && expected !== 'hide' && expected !== 'elsewhere')
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
    if (STAGES[word]?.includes(value) === true) return true;
    return star === -1 ? word === value : value.startsWith(word.slice(0, star));
  });
}
