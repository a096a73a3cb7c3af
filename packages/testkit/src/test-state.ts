import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { livingProcesses, stopRecorded } from '@huiyin/deploy/processes/pid-files';
import { isErrno, startMark } from '@huiyin/deploy/processes/process-identity';
import { startGuard } from '@huiyin/deploy/processes/start-guard';
import {
  createStateDirectory,
  DEFAULT_STATE_ROOT,
  stateDirectory,
  type StateDirectory,
} from '@huiyin/deploy/state-directory';

export interface TestState {
  readonly state: StateDirectory;
  /** Ends what still runs in it and deletes it. */
  remove(): Promise<void>;
}

const NAME = /^(?:test|system)-(?:.*-)?(\d+)$/;

/**
 * A folder of its own for servers of this test process, named with its pid. A guard ends them when this process is
 * killed, and folders of processes that are gone are cleared away first.
 */
export async function openTestState(name: string): Promise<TestState> {
  await clearAbandoned();
  const state = stateDirectory(join(DEFAULT_STATE_ROOT, `${name}-${process.pid}`));
  createStateDirectory(state);
  const guard = startGuard(state.run);
  return {
    state,
    remove: async () => {
      await stopRecorded(state.run, () => true);
      await guard.release();
      await rm(state.root, { recursive: true, force: true });
    },
  };
}

async function clearAbandoned(): Promise<void> {
  const roots = folders()
    .filter((folder) => startMark(Number(NAME.exec(folder)?.[1])) === undefined)
    .map((folder) => join(DEFAULT_STATE_ROOT, folder));
  for (const root of roots) {
    const { run } = stateDirectory(root);
    // A guard may still be at it: then it is the next run's turn.
    if (livingProcesses(run).length === 0) await rm(root, { recursive: true, force: true });
    else await stopRecorded(run, () => true);
  }
}

function folders(): readonly string[] {
  try {
    return readdirSync(DEFAULT_STATE_ROOT).filter((folder) => NAME.test(folder));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}
