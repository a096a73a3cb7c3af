import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { provideEngine, type Engine } from './compose/engine.ts';
import { composeTest, type Undo } from './compose/compose-test.ts';
import { reportTable, type Line } from './compose/report.ts';
import { complain, describeFailure, say } from './console.ts';
import { endCommands } from './run-check.ts';
import { stopRequested } from './stop-request.ts';

const DEFAULT_PORT = 18_432;
const DEFAULT_CASES = 120;
const USAGE = 'usage: npm run compose:test -- [--port 18432] [--cases 120]';

process.exitCode = await main();
process.exit();

/** Makes the containers, tries them, reports and takes everything down again; answers the exit code. */
async function main(): Promise<number> {
  const options = readOptions();
  if (options === undefined) {
    complain(USAGE);
    return 1;
  }
  const asked = stopRequested().then((reason) => Promise.reject(new StartupFailure(`stopped (${reason})`)));
  const lines: Line[] = [];
  const undo: Undo = [];
  // Secrets of this run alone, where only this account may enter.
  const work = mkdtempSync(join(tmpdir(), 'huiyin-compose-'));
  undo.push(['secrets', async () => rmSync(work, { recursive: true, force: true })]);
  try {
    const engine = await Promise.race([engineFor(undo), asked]);
    lines.push({ what: 'Docker engine', outcome: 'ran', detail: engine.description });
    await Promise.race([composeTest({ engine, work, lines, undo, say, ...options }), asked]);
  } catch (error) {
    lines.push({ what: 'stopped at', outcome: 'FAILED', detail: describeFailure(error) });
  } finally {
    await endCommands();
    lines.push(await takeDown(undo));
  }
  process.stdout.write(`\n${reportTable(lines)}`);
  return lines.some(({ outcome }) => outcome === 'FAILED') ? 1 : 0;
}

async function engineFor(undo: Undo): Promise<Engine> {
  const engine = await provideEngine(say);
  undo.push(['engine', engine.stop]);
  return engine;
}

/** Latest first; one that fails keeps none of the others from being done. */
async function takeDown(undo: Undo): Promise<Line> {
  const failures: string[] = [];
  for (const [what, step] of undo.toReversed()) {
    say(`taking down: ${what}`);
    try {
      await step();
    } catch (error) {
      failures.push(`${what}: ${describeFailure(error)}`);
    }
  }
  const left = 'containers, networks, volumes, secrets; images stay for the next run';
  return failures.length === 0
    ? { what: 'taken down', outcome: 'ran', detail: left }
    : { what: 'taken down', outcome: 'FAILED', detail: failures.join('; ') };
}

function readOptions(): { readonly port: number; readonly cases: number } | undefined {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, cases: { type: 'string' } } });
    const port = Number(values.port ?? DEFAULT_PORT);
    const cases = Number(values.cases ?? DEFAULT_CASES);
    const fits = (count: number, most: number): boolean =>
      Number.isInteger(count) && count > 0 && count <= most;
    return fits(port, 32_767) && fits(cases, 2_000) ? { port, cases } : undefined;
  } catch {
    return undefined;
  }
}
