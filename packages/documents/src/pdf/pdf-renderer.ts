import { Worker } from 'node:worker_threads';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import type { OfficialDocument } from '../document/official-document.ts';

/** Documents that may wait for the one thread; a letter takes milliseconds, so that more is a flood. */
const MAX_WAITING = 32;
/** How long a document waits for its turn before its caller is told to come again, milliseconds. */
const TURN_WITHIN_MS = 8_000;
/** A letter that takes longer is broken, not long: a hundred pages take one second. Milliseconds. */
const MADE_WITHIN_MS = 10_000;
/** The first document of a thread also waits for it to read its fonts. Milliseconds. */
const BEGUN_WITHIN_MS = 30_000;

export interface PdfRenderer {
  /**
   * The document as PDF/A-2b. `documents-busy` when too many wait, or its turn does not come. Throws when it cannot be
   * made, or not in time.
   */
  render(document: OfficialDocument): Promise<Uint8Array | Rejection<'documents-busy'>>;
  /** Ends the thread; what still waits fails. */
  close(): Promise<void>;
}

interface Job {
  readonly document: OfficialDocument;
  readonly settle: (pdf: Uint8Array | Rejection<'documents-busy'>) => void;
  readonly fail: (cause: Error) => void;
  /** Of its turn first, then of its making. */
  timer: NodeJS.Timeout | undefined;
}

type Message = { readonly ready: true } | { readonly pdf: Uint8Array } | { readonly problem: string };

/** Makes PDFs on a thread of its own, begun with the first of them: the event loop goes on meanwhile. */
export function createPdfRenderer(): PdfRenderer {
  return new ThreadedRenderer();
}

class ThreadedRenderer implements PdfRenderer {
  #worker: Worker | undefined;
  /** The thread has read its fonts. */
  #ready = false;
  #making: Job | undefined;
  #waiting: Job[] = [];

  render(document: OfficialDocument): Promise<Uint8Array | Rejection<'documents-busy'>> {
    if (this.#waiting.length >= MAX_WAITING) return Promise.resolve(busy());
    return new Promise((settle, fail) => {
      const job: Job = { document, settle, fail, timer: undefined };
      job.timer = setTimeout(() => this.#sendAway(job), TURN_WITHIN_MS);
      this.#waiting.push(job);
      this.#next();
    });
  }

  async close(): Promise<void> {
    const cause = new Error('the service stops');
    const worker = this.#worker;
    this.#worker = undefined;
    for (const job of [this.#making, ...this.#waiting]) failed(job, cause);
    [this.#making, this.#waiting] = [undefined, []];
    await worker?.terminate();
  }

  #sendAway(job: Job): void {
    this.#waiting = this.#waiting.filter((other) => other !== job);
    job.settle(busy());
  }

  #next(): void {
    if (this.#making !== undefined) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    clearTimeout(job.timer);
    this.#making = job;
    this.#worker ??= this.#begin();
    this.#worker.postMessage(job.document);
    this.#giveTime(job, this.#ready ? MADE_WITHIN_MS : BEGUN_WITHIN_MS);
  }

  #begin(): Worker {
    this.#ready = false;
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url));
    // A service that has nothing else to do may end.
    worker.unref();
    worker.on('message', (message: Message) => this.#heard(worker, message));
    worker.on('error', (cause) => this.#lose(worker, cause));
    worker.on('exit', () => this.#lose(worker, new Error('the thread for PDFs ended')));
    return worker;
  }

  #heard(worker: Worker, message: Message): void {
    const job = this.#making;
    if (this.#worker !== worker || job === undefined) return;
    if ('ready' in message) {
      this.#ready = true;
      clearTimeout(job.timer);
      this.#giveTime(job, MADE_WITHIN_MS);
      return;
    }
    this.#making = undefined;
    clearTimeout(job.timer);
    if ('pdf' in message) job.settle(message.pdf);
    else job.fail(new Error(message.problem));
    this.#next();
  }

  /** Native code cannot be interrupted: a thread that hangs is ended, and the next document begins another. */
  #giveTime(job: Job, withinMs: number): void {
    job.timer = setTimeout(() => {
      const worker = this.#worker;
      if (worker === undefined) return;
      this.#lose(worker, new Error(`no PDF within ${withinMs} ms`));
      void worker.terminate();
    }, withinMs);
  }

  /** Its document fails with the thread; those that wait are made by another. */
  #lose(worker: Worker, cause: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    failed(this.#making, cause);
    this.#making = undefined;
    this.#next();
  }
}

function failed(job: Job | undefined, cause: Error): void {
  if (job === undefined) return;
  clearTimeout(job.timer);
  job.fail(cause);
}

function busy(): Rejection<'documents-busy'> {
  return reject('unavailable', 'documents-busy', '正在生成的公文太多，请稍后再试');
}
