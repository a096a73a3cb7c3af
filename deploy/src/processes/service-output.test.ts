import { EventEmitter, once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serviceOutput } from './service-output.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps every line and shows a person the warnings and errors among them', async () => {
  const file = join(folder, 'intake.log');
  const shown: string[] = [];
  const output = serviceOutput(file, (line) => shown.push(line));
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  output.follow(Object.assign(new EventEmitter(), { stdout, stderr }) as unknown as ChildProcess);
  const said = [
    '{"level":"info","msg":"request"}',
    '{"level":"warn","msg":"redis","err":{"message":"connection refused"}}',
    '{"level":"error","msg":"call failed"}',
  ];
  stdout.end(`${said.join('\n')}\n`);
  stderr.end('TypeError: x is not a function\n    at main.ts:3\n');
  await Promise.all([once(stdout, 'close'), once(stderr, 'close')]);
  await expect
    .poll(() => shown)
    .toEqual(['WARN redis: connection refused', 'ERROR call failed', 'TypeError: x is not a function']);
  expect(output.lastWords()).toBe('TypeError: x is not a function');
  output.close();
  for (const line of said) await expect.poll(() => readFileSync(file, 'utf8')).toContain(line);
});
