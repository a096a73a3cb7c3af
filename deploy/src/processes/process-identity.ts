import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a living process from a later one that was given the same pid: the instant it started, as the system
 * words it. Undefined when no such process lives (a zombie does not).
 */
export function startMark(pid: number): string | undefined {
  return process.platform === 'linux' ? linuxStartMark(pid) : psStartMark(pid);
}

export function isAlive(pid: number, mark: string): boolean {
  return startMark(pid) === mark;
}

/** Field 22 of /proc/<pid>/stat is the start in clock ticks since boot; field 3 the state. The name before them may hold blanks. */
function linuxStartMark(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch (error) {
    // ENOENT: no such process; ESRCH: it ended between open and read.
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ESRCH')) return undefined;
    throw error;
  }
}

function psStartMark(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    // ps answers 1 for a pid that does not exist.
    return undefined;
  }
}

export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
