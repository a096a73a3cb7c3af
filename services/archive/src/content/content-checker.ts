import { Worker } from 'node:worker_threads';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { CheckedContent, ContentCode } from '../domain/attachment-content.ts';
import type { CheckAnswer, CheckOrder } from './check-worker.ts';

/** Limits of one checker; a test shortens them. Times in milliseconds. */
interface CheckerLimits {
  readonly thread: URL;
  /** Inflating is bounded, so only a machine that is overloaded takes this long. */
  readonly checkWithinMs: number;
  /** How long a file waits for its turn before its uploader is told to come again. */
  readonly turnWithinMs: number;
  /** How long a thread that has nothing to do keeps its memory. */
  readonly idleMs: number;
  /** Files that may wait for one thread. */
  readonly maxWaiting: number;
}

const LIMITS: CheckerLimits = {
  thread: new URL('./check-worker.ts', import.meta.url),
  checkWithinMs: 15_000,
  turnWithinMs: 8_000,
  idleMs: 60_000,
  maxWaiting: 32,
};

/** Above this a file waits for other large ones and no small one for it: 1 MiB. */
const LARGE_BYTES = 1024 * 1024;

type Answer = CheckedContent | Rejection<ContentCode | 'attachment-check-busy'>;

export interface ContentChecker {
  /**
   * What a file is and what is kept of it, or why it is refused; `attachment-check-busy` when too many wait, or it does
   * not come to its turn or its end in time. Rejects when the thread fails at it. `bytes` stay the caller's.
   */
  check(name: string, bytes: Buffer): Promise<Answer>;
  /** Ends the threads; what is not checked yet fails. */
  close(): Promise<void>;
}

/**
 * Checks files on threads of their own, because a container may take seconds to inflate: one for small files and one for
 * large, each begun with its first file and kept for the next, which beginning would cost far more than checking.
 */
export function createContentChecker(limits: Partial<CheckerLimits> = {}): ContentChecker {
  const small = new CheckThread({ ...LIMITS, ...limits });
  const large = new CheckThread({ ...LIMITS, ...limits });
  return {
    check: (name, bytes) => (bytes.length > LARGE_BYTES ? large : small).check(name, bytes),
    close: async () => {
      await Promise.all([small.close(), large.close()]);
    },
  };
}

interface Job {
  readonly name: string;
  readonly bytes: Buffer;
  readonly settle: (answer: Answer) => void;
  readonly fail: (cause: Error) => void;
  /** Of its turn first, then of its check; it also keeps the process alive until then. */
  timer: NodeJS.Timeout | undefined;
}

class CheckThread {
  readonly #limits: CheckerLimits;
  #worker: Worker | undefined;
  /** At most one, so that an answer can belong to no other. */
  #checking: Job | undefined;
  #waiting: Job[] = [];
  #idle: NodeJS.Timeout | undefined;

  constructor(limits: CheckerLimits) {
    this.#limits = limits;
  }

  check(name: string, bytes: Buffer): Promise<Answer> {
    if (this.#waiting.length >= this.#limits.maxWaiting) return Promise.resolve(busy());
    return new Promise((settle, fail) => {
      const job: Job = { name, bytes, settle, fail, timer: undefined };
      job.timer = setTimeout(() => this.#sendAway(job), this.#limits.turnWithinMs);
      this.#waiting.push(job);
      this.#next();
    });
  }

  async close(): Promise<void> {
    const jobs = [this.#checking, ...this.#waiting];
    this.#waiting = [];
    const ended = this.#end();
    for (const job of jobs) {
      clearTimeout(job?.timer);
      job?.fail(new Error('the service stops'));
    }
    await ended;
  }

  #sendAway(job: Job): void {
    this.#waiting = this.#waiting.filter((other) => other !== job);
    job.settle(busy());
  }

  #next(): void {
    if (this.#checking !== undefined) return;
    clearTimeout(this.#idle);
    const job = this.#waiting.shift();
    if (job === undefined) {
      this.#idle = setTimeout(() => void this.#end(), this.#limits.idleMs).unref();
      return;
    }
    clearTimeout(job.timer);
    this.#checking = job;
    const worker = (this.#worker ??= this.#begin());
    job.timer = setTimeout(() => this.#interrupt(job), this.#limits.checkWithinMs);
    // Copied once, as exactly these bytes: the caller's buffer may be part of a whole message.
    const bytes = new Uint8Array(job.bytes);
    const order: CheckOrder = { name: job.name, bytes };
    worker.postMessage(order, [bytes.buffer]);
  }

  #begin(): Worker {
    // The process's own preloads (telemetry) have nothing to do there, and take longer than the check.
    const worker = new Worker(this.#limits.thread, { execArgv: [] });
    // A service that has nothing else to do may end.
    worker.unref();
    worker.on('message', (answer: CheckAnswer) => this.#heard(worker, answer));
    worker.on('error', (cause) => this.#lost(worker, cause as Error));
    worker.on('exit', () => this.#lost(worker, new Error('the thread that checks files ended')));
    return worker;
  }

  #heard(worker: Worker, answer: CheckAnswer): void {
    if (this.#worker !== worker) return;
    const job = this.#free();
    job?.settle(isRejection(answer) ? answer : { ...answer, bytes: bufferOf(answer.bytes) });
    this.#next();
  }

  /** Inflating cannot be broken off: the thread is ended, and what waits is checked by another. */
  #interrupt(job: Job): void {
    void this.#end();
    job.settle(busy());
    this.#next();
  }

  /** Its file fails with the thread; those that wait are checked by another. */
  #lost(worker: Worker, cause: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#free()?.fail(cause);
    this.#next();
  }

  #free(): Job | undefined {
    const job = this.#checking;
    clearTimeout(job?.timer);
    this.#checking = undefined;
    return job;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    clearTimeout(this.#idle);
    this.#free();
    await worker?.terminate();
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function busy(): Rejection<'attachment-check-busy'> {
  return reject('unavailable', 'attachment-check-busy', '系统正忙，文件没有检查完，请稍后再试');
}
