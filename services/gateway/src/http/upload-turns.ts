import type { FastifyReply } from 'fastify';
import { problem } from './problem.ts';

/** Largest file: 20 MiB. */
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
/** Files that this process holds in memory at once. */
const MOST_AT_ONCE = 4;
const RETRY_AFTER_S = 2;

/** Lets a few uploads in at a time, so that their bytes cannot fill the memory. */
export class UploadTurns {
  #running = 0;

  /** Takes a turn until the answer is sent or the connection is gone. Throws the 429 problem when none is free. */
  take({ raw }: FastifyReply): void {
    if (this.#running >= MOST_AT_ONCE) throw problem('rate-limited', { retryAfterS: RETRY_AFTER_S });
    this.#running += 1;
    raw.once('close', () => {
      this.#running -= 1;
    });
  }
}
