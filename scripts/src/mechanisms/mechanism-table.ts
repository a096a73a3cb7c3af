/** What Vitest's JSON report tells of one file. */
export interface TestFile {
  /** Absolute path, as in …/m05-submission.test.ts. */
  readonly name: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly title: string;
    readonly meta?: { readonly seen?: readonly string[] };
  }[];
  readonly status: string;
  readonly message: string;
}

const FILE = /[/\\]m(\d{2})-[^/\\]*\.test\.ts$/;

/** One line a mechanism, whether it is tried in one file or in several: passed, failed, skipped or not yet, and what was seen. */
export function mechanismTable(names: ReadonlyMap<number, string>, files: readonly TestFile[]): string {
  const byNumber = Map.groupBy(files, ({ name }) => Number(FILE.exec(name)?.[1] ?? 0));
  return [...names].map(([number, name]) => line(number, name, byNumber.get(number) ?? [])).join('\n');
}

function line(number: number, name: string, files: readonly TestFile[]): string {
  const head = `M${number}`.padEnd(4) + padded(name, NAME_COLUMNS);
  if (files.length === 0) return `${head}not yet`;
  const results = files.flatMap(({ assertionResults }) => assertionResults);
  const failed = results.filter(({ status }) => status === 'failed');
  const passed = results.filter(({ status }) => status === 'passed');
  const broken = files.find(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((each) => each.status !== 'failed'),
  );
  if (broken !== undefined) return `${head}failed: ${broken.message.split('\n')[0]}`;
  if (failed.length > 0) return `${head}failed: ${failed.map(({ title }) => title).join('; ')}`;
  if (passed.length === 0) return `${head}skipped`;
  const sights = passed.flatMap(({ meta }) => meta?.seen ?? []);
  return `${head}passed (${passed.length})  ${sights.join('；')}`;
}

const NAME_COLUMNS = 18;

/** Chinese characters take two columns of a terminal. */
function padded(text: string, columns: number): string {
  const wide = text.match(/[\u2460-\u24ff\u2e80-\uffef]/gu)?.length ?? 0;
  return text + ' '.repeat(Math.max(1, columns - text.length - wide));
}
