import { Worker } from 'node:worker_threads';
import { reject, type Rejection } from '@huiyin/kernel/rejection';
import type { OfficialDocument } from '../document/official-document.ts';

/** Documents that may wait for the one thread; a letter takes milliseconds, so that more is a flood. */
const MAX_WAITING = 32;
/** A letter that takes longer is broken, not long: a hundred pages take one second. Milliseconds. */
const WITHIN_MS = 10_000;

export interface PdfRenderer {
  /** The document as PDF/A-2b. `documents-busy` when too many wait. Throws when it cannot be made, or not in time. */
  render(document: OfficialDocument): Promise<Uint8Array | Rejection<'documents-busy'>>;
  /** Ends the thread; what still waits fails. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly fail: (cause: Error) => void;
  readonly timer: NodeJS.Timeout;
}

type Answer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly problem: string });

/** Makes PDFs on a thread of its own, begun with the first of them: the event loop goes on meanwhile. */
export function createPdfRenderer(): PdfRenderer {
  return new ThreadedRenderer();
}

class ThreadedRenderer implements PdfRenderer {
  #worker: Worker | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  render(document: OfficialDocument): Promise<Uint8Array | Rejection<'documents-busy'>> {
    if (this.#waiting.size >= MAX_WAITING) {
      return Promise.resolve(reject('unavailable', 'documents-busy', '正在生成的公文太多，请稍后再试'));
    }
    const worker = (this.#worker ??= this.#begin());
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, fail) => {
      // Native code cannot be interrupted: a thread that hangs is ended, and the next document begins another.
      const timer = setTimeout(() => void this.#end(`no PDF within ${WITHIN_MS} ms`), WITHIN_MS);
      this.#waiting.set(id, { resolve, fail, timer });
      worker.postMessage({ id, document });
    });
  }

  async close(): Promise<void> {
    await this.#end('the service stops');
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url));
    // A service that has nothing else to do may end.
    worker.unref();
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (cause) => this.#lose(worker, cause));
    worker.on('exit', () => this.#lose(worker, new Error('the thread for PDFs ended')));
    return worker;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    if ('pdf' in answer) waiting.resolve(answer.pdf);
    else waiting.fail(new Error(answer.problem));
  }

  async #end(why: string): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    this.#lose(worker, new Error(why));
    await worker.terminate();
  }

  #lose(worker: Worker, cause: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { fail, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      fail(cause);
    }
    this.#waiting.clear();
  }
}
