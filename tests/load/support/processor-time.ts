import { readdirSync, readFileSync } from 'node:fs';
import { livingProcesses } from '@huiyin/deploy/processes/pid-files';

/** Ticks a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;
// Places in /proc/<pid>/stat behind the name in brackets.
const PARENT = 1;
const OWN_AND_ENDED_CHILDREN = [11, 12, 13, 14];

/**
 * Seconds of processor that processes and all they have started have used so far; undefined where there is no /proc. On a
 * machine that others use, too, it says more than the time that passed.
 */
export function processorSeconds(roots: readonly number[]): number | undefined {
  const all = readAll();
  if (all === undefined) return undefined;
  const counted = new Set<number>();
  const waiting = [...roots];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    if (counted.has(pid)) continue;
    counted.add(pid);
    for (const [child, { parent }] of all) if (parent === pid) waiting.push(child);
  }
  return [...counted].reduce((sum, pid) => sum + (all.get(pid)?.seconds ?? 0), 0);
}

/** Counts from now on; `seconds` answers NaN where there is no /proc. */
export function processorUsed(roots: readonly number[]): { seconds(): number } {
  const before = processorSeconds(roots) ?? Number.NaN;
  return { seconds: () => (processorSeconds(roots) ?? Number.NaN) - before };
}

/** Everything a running system has started: processes and servers. */
export function processesOf({ run }: { readonly run: string }): readonly number[] {
  return livingProcesses(run).map(({ pid }) => pid);
}

/** The database server of a running system. */
export function databaseServerOf({ run }: { readonly run: string }): number {
  const found = livingProcesses(run).find(({ name }) => name === 'postgres');
  if (found === undefined) throw new Error('no database server was started');
  return found.pid;
}

function readAll(): Map<number, { parent: number; seconds: number }> | undefined {
  if (process.platform !== 'linux') return undefined;
  const found = new Map<number, { parent: number; seconds: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(name);
    if (stat === undefined) continue;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = OWN_AND_ENDED_CHILDREN.reduce((sum, place) => sum + Number(fields[place]), 0);
    found.set(Number(name), { parent: Number(fields[PARENT]), seconds: ticks / TICKS });
  }
  return found;
}

/** Undefined of a process that has ended meanwhile. */
function statOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
