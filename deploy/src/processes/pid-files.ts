import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, isErrno, startMark } from './process-identity.ts';

/** How one process is ended: lower stages first, a stage ends before the next begins. */
export interface StopPlan {
  readonly stage: number;
  readonly signal: NodeJS.Signals;
  /** After this a process that still lives is killed. */
  readonly timeoutMs: number;
}

export interface ProcessRecord extends StopPlan {
  readonly name: string;
  readonly pid: number;
  readonly mark: string;
  /** Pid of the process that wrote this. */
  readonly starter: number;
}

const POLL_MS = 25;

/** Writes down a living process; undefined when it has ended already. */
export function recordProcess(
  directory: string,
  started: { name: string; pid: number } & StopPlan,
): ProcessRecord | undefined {
  const mark = startMark(started.pid);
  if (mark === undefined) return undefined;
  const record: ProcessRecord = { ...started, mark, starter: process.pid };
  const file = join(directory, `${started.name}.json`);
  // By rename, so that a reader never sees half a file.
  writeFileSync(`${file}.new`, `${JSON.stringify(record)}\n`);
  renameSync(`${file}.new`, file);
  return record;
}

/** Removes the file of a process, unless a later process of the same name has taken it over. */
export function forgetProcess(directory: string, record: ProcessRecord): void {
  const file = `${record.name}.json`;
  const written = readRecord(directory, file)[0];
  if (written?.pid === record.pid && written.mark === record.mark)
    rmSync(join(directory, file), { force: true });
}

/** The processes written down in a run directory that still live. Files of dead ones are removed on the way. */
export function livingProcesses(directory: string): readonly ProcessRecord[] {
  const records = recordFiles(directory).flatMap((name) => readRecord(directory, name));
  for (const record of records) {
    if (!isAlive(record.pid, record.mark)) forgetProcess(directory, record);
  }
  return records.filter((record) => isAlive(record.pid, record.mark));
}

/** Ends those of a run directory's living processes that `which` picks. Answers what it had to end. */
export async function stopRecorded(
  directory: string,
  which: (record: ProcessRecord) => boolean,
): Promise<readonly ProcessRecord[]> {
  const records = livingProcesses(directory).filter(which);
  const stages = [...new Set(records.map((record) => record.stage))].toSorted((a, b) => a - b);
  for (const stage of stages) {
    await Promise.all(records.filter((record) => record.stage === stage).map(stopProcess));
  }
  for (const record of records) forgetProcess(directory, record);
  return records;
}

/** Asks one process to end and kills it when it does not in time. */
export async function stopProcess(record: ProcessRecord): Promise<void> {
  sendSignal(record, record.signal);
  if (await endsWithin(record, record.timeoutMs)) return;
  sendSignal(record, 'SIGKILL');
  await endsWithin(record, record.timeoutMs);
}

async function endsWithin(record: ProcessRecord, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (isAlive(record.pid, record.mark)) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

function sendSignal(record: ProcessRecord, signal: NodeJS.Signals): void {
  if (!isAlive(record.pid, record.mark)) return;
  try {
    process.kill(record.pid, signal);
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error;
  }
}

function recordFiles(directory: string): readonly string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

function readRecord(directory: string, name: string): readonly ProcessRecord[] {
  try {
    return [JSON.parse(readFileSync(join(directory, name), 'utf8')) as ProcessRecord];
  } catch (error) {
    if (isErrno(error, 'ENOENT') || error instanceof SyntaxError) return [];
    throw error;
  }
}
