import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('support/lifecycle-process.ts', import.meta.url));
const STARTED = ['storage', 'broker', 'relay', 'rpc', 'http', 'consumers', 'readiness'];
const STOPPED = STARTED.toReversed().map((phase) => `stop ${phase}`);

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

/** Starts the program; `lines` grows while it runs. */
function launch(
  trouble: string,
  env: Record<string, string> = {},
  stdio: StdioOptions = ['pipe', 'pipe', 'ignore'],
) {
  const child = spawn(process.execPath, [PROGRAM, trouble], { stdio, env: { ...process.env, ...env } });
  children.push(child);
  const lines: string[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.filter((line) => !line.startsWith('{')));
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const ready = expect.poll(() => lines.includes('ready'), { timeout: 15_000 }).toBe(true);
  return { child, lines, exited, ready };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'given %s, then parts stop in the reverse order of their start and the exit is clean',
  async (signal) => {
    const { child, lines, exited, ready } = launch('none');
    await ready;
    child.kill(signal);
    expect(await exited).toBe(0);
    expect(lines).toEqual([...STARTED.map((phase) => `start ${phase}`), 'ready', ...STOPPED]);
  },
);

test('given a part that does not stop, then the others still do and the exit code says so', async () => {
  const { child, lines, exited, ready } = launch('stop-fails');
  await ready;
  child.kill('SIGTERM');
  expect(await exited).toBe(1);
  expect(lines.slice(-STOPPED.length)).toEqual(STOPPED);
});

test('given a part that hangs while stopping, then the process ends at the cap', async () => {
  const { child, lines, exited, ready } = launch('stop-hangs');
  await ready;
  child.kill('SIGTERM');
  expect(await exited).toBe(1);
  expect(lines.at(-1)).toBe('stop http');
});

test('given a part that does not start, then what runs is stopped and the process fails', async () => {
  const { lines, exited, ready } = launch('start-fails');
  ready.catch(() => undefined);
  expect(await exited).not.toBe(0);
  expect(lines).toEqual([
    ...['storage', 'broker', 'relay', 'rpc'].map((phase) => `start ${phase}`),
    ...['http', 'rpc', 'relay', 'broker', 'storage'].map((phase) => `stop ${phase}`),
  ]);
});

test('given an unhandled rejection, then the process ends at once with code 1', async () => {
  const { lines, exited, ready } = launch('rejection');
  ready.catch(() => undefined);
  expect(await exited).toBe(1);
  expect(lines.filter((line) => line.startsWith('stop'))).toEqual([]);
});

test('given a parent that goes away, then a watching process stops cleanly: stdin', async () => {
  const { child, lines, exited, ready } = launch('none', { HUIYIN_PARENT_WATCH: '1' });
  await ready;
  child.stdin?.end();
  expect(await exited).toBe(0);
  expect(lines.slice(-STOPPED.length)).toEqual(STOPPED);
});

test('given a parent that goes away, then a watching process stops cleanly: IPC', async () => {
  const { child, lines, exited, ready } = launch('none', { HUIYIN_PARENT_WATCH: '1' }, [
    'ignore',
    'pipe',
    'ignore',
    'ipc',
  ]);
  await ready;
  child.disconnect();
  expect(await exited).toBe(0);
  expect(lines.slice(-STOPPED.length)).toEqual(STOPPED);
});
