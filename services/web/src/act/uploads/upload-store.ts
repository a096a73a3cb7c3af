import { afterReload, afterUpload, type RefusedFile, type Upload, type UploadEvent } from './upload.ts';
import { GONE, INFECTED } from './upload-words.ts';

/** How long a lost connection is left alone, and a scanner that has no verdict yet. Milliseconds. */
const RETRY_MS = 4_000;
const LOOK_MS = 1_500;
/** After so many looks without a verdict it is said that it takes long. */
const SLOW_LOOKS = 6;

/** What a failed call means: it may be made again, the file is not there, or it is not taken and why. */
export type FileFailure = 'passing' | 'gone' | RefusedFile;

/** The API's part. */
export interface FileServer {
  /** Answers the attachment's id: the same for the same key. */
  send(file: File, key: string, hooks: SendingHooks): Promise<string>;
  look(attachmentId: string): Promise<FileVerdict>;
  meaningOf(failure: unknown): FileFailure;
}

export interface SendingHooks {
  readonly progress: (fraction: number) => void;
  readonly signal: AbortSignal;
}

interface FileVerdict {
  readonly scan: 'pending' | 'clean' | 'refused';
  readonly sha256: string;
}

/** This browser's part: what a reload finds. */
export interface UploadKeeper {
  keep(uploads: readonly Upload[]): void;
}

/**
 * The uploads of one form. They go on when the form's page is left, and what has arrived is asked about again after a
 * reload. A lost connection is tried again under the same key, so that nothing is kept twice.
 */
export class UploadStore {
  #uploads: readonly Upload[];
  readonly #files = new Map<string, File>();
  readonly #sending = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  readonly #server: FileServer;
  readonly #keeper: UploadKeeper;

  constructor(kept: readonly Upload[], server: FileServer, keeper: UploadKeeper) {
    this.#server = server;
    this.#keeper = keeper;
    this.#uploads = afterReload(kept);
    for (const { key, stage } of this.#uploads)
      if (stage.kind === 'scanning') void this.#watch(key, stage.attachmentId);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): readonly Upload[] => this.#uploads;

  /** Files that somebody chose; `room` is how many more the form takes. */
  add(files: readonly File[], room: number): void {
    const chosen = files.map((file) => ({ key: crypto.randomUUID(), file }));
    for (const { key, file } of chosen) this.#files.set(key, file);
    this.#apply({
      kind: 'chosen',
      room,
      files: chosen.map(({ key, file }) => ({ key, name: file.name, sizeBytes: file.size })),
    });
    for (const { key } of chosen) void this.#send(key);
  }

  retry(key: string): void {
    this.#apply({ kind: 'retried', key });
    void this.#send(key);
  }

  /** Everything that waits for a connection, now. */
  retryLost(): void {
    for (const { key, stage } of this.#uploads) if (stage.kind === 'lost') this.retry(key);
  }

  remove(key: string): void {
    this.#sending.get(key)?.abort();
    this.#files.delete(key);
    this.#apply({ kind: 'removed', key });
  }

  /** The form names them now. */
  taken(keys: readonly string[]): void {
    for (const key of keys) this.#files.delete(key);
    this.#apply({ kind: 'taken', keys });
  }

  #apply(event: UploadEvent): void {
    this.#uploads = afterUpload(this.#uploads, event);
    if (event.kind !== 'progressed') this.#keeper.keep(this.#uploads);
    for (const listener of this.#listeners) listener();
  }

  #stageOf(key: string): string | undefined {
    return this.#uploads.find((upload) => upload.key === key)?.stage.kind;
  }

  async #send(key: string): Promise<void> {
    const file = this.#files.get(key);
    if (file === undefined || this.#stageOf(key) !== 'sending' || this.#sending.has(key)) return;
    const sending = new AbortController();
    this.#sending.set(key, sending);
    try {
      const attachmentId = await this.#server.send(file, key, {
        signal: sending.signal,
        progress: (sent) => this.#apply({ kind: 'progressed', key, sent }),
      });
      this.#apply({ kind: 'stored', key, attachmentId });
      void this.#watch(key, attachmentId);
    } catch (error) {
      this.#sendFailed(key, error);
    } finally {
      this.#sending.delete(key);
    }
  }

  #sendFailed(key: string, error: unknown): void {
    const meaning = this.#server.meaningOf(error);
    if (meaning !== 'passing') {
      this.#apply({ kind: 'refused', key, ...(meaning === 'gone' ? GONE : meaning) });
      return;
    }
    this.#apply({ kind: 'lost', key });
    setTimeout(() => {
      if (this.#stageOf(key) === 'lost') this.retry(key);
    }, RETRY_MS);
  }

  /** Asks until the scanner has a verdict; one that is away for long is waited for all the same. */
  async #watch(key: string, attachmentId: string): Promise<void> {
    for (let looks = 1; this.#stageOf(key) === 'scanning'; looks += 1) {
      try {
        const { scan, sha256 } = await this.#server.look(attachmentId);
        if (scan === 'clean') this.#apply({ kind: 'cleared', key, sha256 });
        else if (scan === 'refused') this.#apply({ kind: 'refused', key, ...INFECTED });
        if (scan !== 'pending') return;
      } catch (error) {
        // Whoever does not answer now is asked again; a file that is not there will not come back.
        if (this.#server.meaningOf(error) === 'gone') {
          this.#apply({ kind: 'refused', key, ...GONE });
          return;
        }
      }
      if (looks === SLOW_LOOKS) this.#apply({ kind: 'waited', key });
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
