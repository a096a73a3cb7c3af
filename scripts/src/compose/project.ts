import { join } from 'node:path';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { runCommand } from '../run-check.ts';
import type { Engine } from './engine.ts';

/** A name of its own: nothing of another project on this engine is touched. */
const PROJECT = 'huiyin-compose-test';
const COMPOSE_FILE = join(REPOSITORY, 'deploy/compose.yaml');
const COMMAND_WITHIN_MS = 600_000;
/** Compose 1.29 gives an engine on a busy machine up after a minute. */
const PATIENT = { COMPOSE_HTTP_TIMEOUT: '300' };
/** Lines of a failed command that are shown. */
const SHOWN_LINES = 30;

/** What a container is like, by the engine. */
export interface ContainerState {
  readonly id: string;
  /** Of compose.yaml. */
  readonly service: string;
  readonly running: boolean;
  readonly exitCode: number;
  /** `healthy`, `starting`, `unhealthy`; '' for one without a health check. */
  readonly health: string;
  /** Process id on this machine; 0 when it does not run. */
  readonly pid: number;
  readonly restarts: number;
  readonly readOnly: boolean;
}

interface Inspected {
  readonly Id: string;
  readonly RestartCount: number;
  readonly Config: { readonly Labels: Readonly<Record<string, string>> };
  readonly HostConfig: { readonly ReadonlyRootfs: boolean };
  readonly State: {
    readonly Running: boolean;
    readonly ExitCode: number;
    readonly Pid: number;
    readonly Health?: { readonly Status: string };
  };
}

/** The containers of one run, by the ordinary clients. Every method throws with the command's last lines when it fails. */
export class Project {
  readonly #engine: Engine;
  readonly #env: Readonly<Record<string, string>>;
  readonly #settings: string;

  /** `settings`: the folder of `compose:settings`; `env`: which images stand for the usual ones. */
  constructor(engine: Engine, settings: string, env: Readonly<Record<string, string>>) {
    this.#engine = engine;
    this.#settings = settings;
    this.#env = env;
  }

  compose(...args: readonly string[]): Promise<string> {
    const [program, ...words] = this.#engine.compose;
    const file = ['--env-file', join(this.#settings, 'compose.env'), '--file', COMPOSE_FILE];
    const profiles = ['core', 'demo', 'observe'].flatMap((name) => ['--profile', name]);
    return this.#run(program, [...words, ...file, '--project-name', PROJECT, ...profiles, ...args]);
  }

  docker(...args: readonly string[]): Promise<string> {
    return this.#run(this.#engine.docker, args);
  }

  /** Every container, of one service if asked, also those that have ended. */
  async containers(service?: string): Promise<readonly ContainerState[]> {
    const filters = [
      `label=com.docker.compose.project=${PROJECT}`,
      ...(service === undefined ? [] : [`label=com.docker.compose.service=${service}`]),
    ];
    const ids = await this.docker('ps', '--all', '--quiet', ...filters.flatMap((each) => ['--filter', each]));
    const all = ids.split('\n').filter((id) => id !== '');
    if (all.length === 0) return [];
    return (JSON.parse(await this.docker('inspect', ...all)) as readonly Inspected[]).map(stateOf);
  }

  async #run(program: string, args: readonly string[]): Promise<string> {
    const env = { ...PATIENT, ...this.#env, ...this.#engine.env };
    const { code, output } = await runCommand(program, args, { env, timeoutMs: COMMAND_WITHIN_MS });
    if (code === 0) return output;
    const words = args.filter((word) => !word.startsWith('--')).slice(-4);
    const shown = output.trim().split('\n').slice(-SHOWN_LINES).join('\n');
    throw new StartupFailure(`${program} … ${words.join(' ')} failed (exit code ${code}):\n${shown}`);
  }
}

function stateOf({ Id, RestartCount, Config, HostConfig, State }: Inspected): ContainerState {
  return {
    id: Id,
    service: Config.Labels['com.docker.compose.service'] ?? '',
    running: State.Running,
    exitCode: State.ExitCode,
    health: State.Health?.Status ?? '',
    pid: State.Pid,
    restarts: RestartCount,
    readOnly: HostConfig.ReadonlyRootfs,
  };
}
