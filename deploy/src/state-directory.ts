import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The one folder in which one running Huiyin keeps everything: `.huiyin/` for start, `.huiyin/test-<pid>/` for a test run. */
export interface StateDirectory {
  readonly root: string;
  readonly postgres: string;
  readonly nats: string;
  readonly redis: string;
  readonly logs: string;
  /** One file per living process, so that a later start finds what a killed one left. */
  readonly run: string;
  readonly secrets: string;
}

export const DEFAULT_STATE_ROOT = join(REPOSITORY, '.huiyin');
/** Where Node keeps compiled code from one start to the next: ten processes load the same modules. */
export const COMPILE_CACHE = join(DEFAULT_STATE_ROOT, 'compile-cache');

export function stateDirectory(root: string = DEFAULT_STATE_ROOT): StateDirectory {
  return {
    root,
    postgres: join(root, 'postgres'),
    nats: join(root, 'nats'),
    redis: join(root, 'redis'),
    logs: join(root, 'logs'),
    run: join(root, 'run'),
    secrets: join(root, 'secrets'),
  };
}

export function createStateDirectory(state: StateDirectory): void {
  for (const directory of [state.root, state.logs, state.run]) mkdirSync(directory, { recursive: true });
  mkdirSync(state.secrets, { recursive: true, mode: 0o700 });
}
