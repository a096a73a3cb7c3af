import type { Logger } from './logger.ts';
import { flushTelemetry } from './telemetry-handle.ts';

/**
 * Phases in the order of starting; stopping goes backwards, so that a process first stops being asked, then stops
 * taking events, finishes its calls, publishes what they left and only then lets go of its servers.
 */
export const PHASES = [
  'storage',
  'broker',
  'relay',
  'rpc',
  'http',
  'consumers',
  'sweeps',
  'readiness',
] as const;

export type Phase = (typeof PHASES)[number];

/** Something that runs as long as the process. */
export interface Part {
  readonly name: string;
  readonly phase: Phase;
  start?(): Promise<void>;
  stop?(): Promise<void>;
}

/** A whole stop takes no longer; what hangs is left behind, which must be harmless anyway. */
const STOP_CAP_MS = 25_000;
const FLUSH_CAP_MS = 3_000;

export interface LifecycleOptions {
  readonly log: Logger;
  /** HUIYIN_PARENT_WATCH=1: stop when the process that started this one is gone. */
  readonly watchParent: boolean;
  readonly stopCapMs?: number;
}

/** Starts parts in order and stops them backwards, once, on SIGTERM, SIGINT, loss of the parent or a fault. */
export class Lifecycle {
  readonly #options: LifecycleOptions;
  readonly #started: Part[] = [];
  #stopping: Promise<void> | undefined;

  constructor(options: LifecycleOptions) {
    this.#options = options;
  }

  /** True from the first stop signal on. */
  get stopping(): boolean {
    return this.#stopping !== undefined;
  }

  /**
   * Starts the parts by phase, within a phase in the given order. When one fails, what runs is stopped and the error
   * thrown. A stop signal meanwhile ends the start.
   */
  async start(parts: readonly Part[]): Promise<void> {
    this.#listen();
    for (const part of PHASES.flatMap((phase) => parts.filter((each) => each.phase === phase))) {
      if (this.stopping) return;
      this.#started.push(part);
      try {
        await part.start?.();
      } catch (error) {
        await this.#stopParts();
        throw new Error(`${part.name} did not start`, { cause: error });
      }
    }
  }

  /** Stops everything and exits the process with `code`. Later calls wait for the first. */
  stop(reason: string, code = 0): Promise<void> {
    this.#stopping ??= this.#stopAndExit(reason, code);
    return this.#stopping;
  }

  async #stopAndExit(reason: string, code: number): Promise<void> {
    const { log, stopCapMs = STOP_CAP_MS } = this.#options;
    log.info({ reason }, 'stopping');
    const cap = setTimeout(() => {
      log.error({ stopCapMs }, 'stop took too long, exiting');
      process.exit(1);
    }, stopCapMs);
    const clean = await this.#stopParts();
    await flushTelemetry(FLUSH_CAP_MS);
    clearTimeout(cap);
    log.info({ clean }, 'stopped');
    process.exit(code === 0 && !clean ? 1 : code);
  }

  /** True when every part stopped without an error. */
  async #stopParts(): Promise<boolean> {
    let clean = true;
    for (const part of this.#started.splice(0).reverse()) {
      try {
        await part.stop?.();
      } catch (error) {
        clean = false;
        this.#options.log.error({ part: part.name, err: error }, 'part did not stop cleanly');
      }
    }
    return clean;
  }

  #listen(): void {
    process.on('SIGTERM', () => void this.stop('SIGTERM'));
    process.on('SIGINT', () => void this.stop('SIGINT'));
    process.on('unhandledRejection', (error) => this.#fault('unhandled rejection', error));
    process.on('uncaughtException', (error) => this.#fault('uncaught exception', error));
    if (this.#options.watchParent) this.#watchParent();
  }

  /** After a broken assumption nothing in memory can be trusted: no orderly stop, the supervisor starts anew. */
  #fault(what: string, error: unknown): void {
    this.#options.log.fatal({ err: error }, what);
    process.exit(1);
  }

  /** The starter holds our IPC channel or our stdin; the system closes both however it dies. */
  #watchParent(): void {
    const gone = (): void => void this.stop('parent is gone');
    if (process.connected) {
      process.on('disconnect', gone);
      return;
    }
    process.stdin.on('close', gone);
    process.stdin.on('end', gone);
    process.stdin.on('error', gone);
    process.stdin.resume();
  }
}
