import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isReady } from '@huiyin/deploy/health';
import { livingProcesses } from '@huiyin/deploy/processes/pid-files';
import { stateDirectory, type StateDirectory } from '@huiyin/deploy/state-directory';
import type { Topology } from '@huiyin/deploy/topology';
import { fine, wrong, type Finding } from './finding.ts';

const START = 'start';

/** True when an `npm start` of this clone lives. */
export function isStarted(state: StateDirectory): boolean {
  return livingProcesses(state.run).some(({ name }) => name === START);
}

/** Every process of a running Huiyin: does it live, does it say that it can work? */
export async function examineProcesses(
  topology: Topology,
  state: StateDirectory,
): Promise<readonly Finding[]> {
  const living = new Set(livingProcesses(state.run).map(({ name }) => name));
  return Promise.all(
    topology.processes.map(async (spec) => {
      const log = join(state.logs, `${spec.name}.log`);
      if (!living.has(spec.name)) return wrong(spec.name, `${spec.name} does not run; see ${log}`);
      if (await isReady(spec)) return fine(`${spec.name} on port ${spec.port}`);
      return wrong(spec.name, `${spec.name} runs but is not ready on port ${spec.port}; see ${log}`);
    }),
  );
}

/** Processes whose starter is gone: of a killed start, or of killed test runs in folders of their own. */
export async function examineLeftovers(state: StateDirectory): Promise<readonly Finding[]> {
  const entries = await readdir(state.root, { withFileTypes: true });
  const roots = [
    state.root,
    ...entries
      .filter((entry) => /^(test|system)-/.test(entry.name))
      .map(({ name }) => join(state.root, name)),
  ];
  const lines = roots.flatMap((root) =>
    livingProcesses(stateDirectory(root).run)
      .filter(({ starter }) => !isProcess(starter))
      .map(({ name, pid }) => `${name} (process ${pid}) was left behind in ${root}: end it with kill ${pid}`),
  );
  const what = 'leftover processes';
  return lines.length === 0 ? [fine(`no ${what}`)] : lines.map((line) => wrong(what, line));
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
