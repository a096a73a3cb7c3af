import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { DEFAULT_GATEWAY_PORT } from '@huiyin/deploy/topology';
import { logIn } from './api/session.ts';
import { complain, describeFailure, say } from './console.ts';
import { archiveDestination } from './import-archive.ts';
import { intakeDestination, openLiveSession } from './import-live.ts';
import { importRegister, type RefusedRow } from './import-register.ts';
import { countRows } from './import-rows.ts';
import { showProgress } from './progress.ts';

const USAGE =
  'usage: npm run import -- FILE.jsonl|FILE.xlsx --tenant T [--live] [--url URL] [--login L] [--batch ROWS] (password: HUIYIN_PASSWORD)';
const DEFAULT_BATCH = '100';
const MAX_BATCH = 200;
const SOME_REFUSED = 2;

interface Wanted {
  readonly file: string;
  readonly tenant: string;
  readonly url: string;
  readonly login: string;
  readonly batch: number;
  readonly live: boolean;
}

/**
 * `npm run import`: a register of past cases into a tenant's archive, or with `--live` into its session in progress.
 * Exit code 2 when rows were refused.
 */
async function main(wanted: Wanted): Promise<number> {
  const { file, tenant, url } = wanted;
  const total = await countRows(file);
  const desk = await logIn(url, wanted.login, process.env['HUIYIN_PASSWORD'] ?? DEMO_PASSWORD).catch(
    unreachable(url),
  );
  const destination = wanted.live
    ? intakeDestination(desk, await openLiveSession(desk, tenant), wanted.batch)
    : archiveDestination(desk, file, wanted.batch);
  const progress = showProgress(total, 'rows');
  const report = await importRegister(file, destination, progress.advance).finally(progress.stop);
  for (const row of report.refused) process.stdout.write(`${lineOf(row)}\n`);
  say(`${report.taken} taken, ${report.known} known already, ${report.refused.length} refused`);
  return report.refused.length === 0 ? 0 : SOME_REFUSED;
}

function lineOf({ line, code, field, message }: RefusedRow): string {
  return `line ${line}: ${code}${field === '' ? '' : ` (${field})`}: ${message}`;
}

/** What was asked for, or the line that says what is wrong with it. */
function readArguments(): Wanted | string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tenant: { type: 'string' },
      url: { type: 'string' },
      login: { type: 'string' },
      batch: { type: 'string', default: DEFAULT_BATCH },
      live: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  const { tenant, live } = values;
  const batch = Number(values.batch);
  const url = values.url ?? `http://127.0.0.1:${process.env['HUIYIN_PORT'] ?? DEFAULT_GATEWAY_PORT}`;
  if (file === undefined || positionals.length > 1 || tenant === undefined) return USAGE;
  if (!Number.isInteger(batch) || batch < 1 || batch > MAX_BATCH)
    return `--batch lies between 1 and ${MAX_BATCH}`;
  if (!URL.canParse(url)) return `--url: ${url} is no URL`;
  if (!existsSync(file) || !statSync(file).isFile()) return `${file} is not a file`;
  return { file, tenant, url, batch, live, login: values.login ?? `desk@${tenant}` };
}

function unreachable(url: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof TypeError)
      throw new Error(`nobody answers at ${url}: does npm start run?`, { cause: error });
    throw error;
  };
}

try {
  const wanted = readArguments();
  if (typeof wanted === 'string') complain(wanted);
  process.exitCode = typeof wanted === 'string' ? 1 : await main(wanted);
} catch (error) {
  complain(error instanceof Error ? error.message : describeFailure(error));
  process.exitCode = 1;
}
