import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChildProcess } from 'node:child_process';

/** Levels a person at the console should see, as the services' logs name them. */
const WORTH_SHOWING: ReadonlySet<unknown> = new Set(['warn', 'error', 'fatal']);

interface LogRecord {
  readonly level?: unknown;
  readonly msg?: unknown;
  readonly err?: { readonly message?: unknown };
}

export interface ServiceOutput {
  /** Writes all output of one child to the log file and hands warnings and errors on. */
  follow(child: ChildProcess): void;
  /** The last thing worth showing that the child said. */
  lastWords(): string | undefined;
  close(): void;
}

/** One log file per process; `show` gets each line that a person at the console should see. */
export function serviceOutput(file: string, show: (line: string) => void): ServiceOutput {
  mkdirSync(dirname(file), { recursive: true });
  const log = createWriteStream(file, { flags: 'a' });
  const last: { words?: string } = {};
  const remember = (line: string): void => {
    last.words = line;
    show(line);
  };
  return {
    follow: (child) => {
      if (child.stdout !== null)
        createInterface(child.stdout).on('line', (line) => keep(log, line, remember, false));
      if (child.stderr !== null)
        createInterface(child.stderr).on('line', (line) => keep(log, line, remember, true));
    },
    lastWords: () => last.words,
    close: () => log.end(),
  };
}

function keep(log: WriteStream, line: string, show: (line: string) => void, isStderr: boolean): void {
  log.write(`${line}\n`);
  const record = parseRecord(line);
  if (record === undefined) {
    if (isStderr && isWorthShowing(line)) show(line);
  } else if (WORTH_SHOWING.has(record.level)) {
    show(`${String(record.level).toUpperCase()} ${textOf(record)}`);
  }
}

function textOf({ msg, err }: LogRecord): string {
  const parts = [msg, err?.message].filter((part): part is string => typeof part === 'string' && part !== '');
  return [...new Set(parts)].join(': ');
}

function parseRecord(line: string): LogRecord | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as LogRecord;
  } catch {
    return undefined;
  }
}

/** Of an uncaught error only the message; its stack stands in the log file. */
function isWorthShowing(line: string): boolean {
  return /^(\w*Error\b|\[?\w+Error \[|FATAL|configuration: |.*\bfatal\b)/i.test(line);
}
