import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { logIn } from './api/session.ts';
import { complain, say } from './console.ts';
import { importRegister } from './import-register.ts';

const USAGE =
  'npm run import -- FILE --tenant T [--url http://127.0.0.1:8080] [--login L] (password: HUIYIN_PASSWORD)';

/** `npm run import`: a register of past cases into a tenant's archive. Exit code 2 when rows were refused. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tenant: { type: 'string' },
      url: { type: 'string', default: 'http://127.0.0.1:8080' },
      login: { type: 'string' },
    },
  });
  const file = positionals[0];
  if (file === undefined || values.tenant === undefined) return usage();
  if (!existsSync(file) || !statSync(file).isFile()) {
    complain(`${file} is not a file`);
    return 1;
  }
  const login = values.login ?? `desk@${values.tenant}`;
  const desk = await logIn(values.url, login, process.env['HUIYIN_PASSWORD'] ?? DEMO_PASSWORD);
  const report = await importRegister(desk, file, (rows) => process.stderr.write(`\r${rows} rows`));
  process.stderr.write('\n');
  for (const { line, code, field, message } of report.refused) {
    process.stdout.write(`line ${line}: ${code}${field === '' ? '' : ` (${field})`}: ${message}\n`);
  }
  say(`${report.taken} taken, ${report.known} known already, ${report.refused.length} refused`);
  return report.refused.length === 0 ? 0 : 2;
}

function usage(): number {
  complain(USAGE);
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
