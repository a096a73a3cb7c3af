import type { FastifyReply } from 'fastify';
import { problem } from './problem.ts';

/** Largest file: 20 MiB. */
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;
/** Files that this process holds in memory at once. */
const MOST_AT_ONCE = 4;
/** Requests whose files wait at the sender's side, and how long they do. */
const MOST_WAITING = 200;
const WAIT_MS = 10_000;
const RETRY_AFTER_S = 2;

interface Waiting {
  readonly begin: () => void;
}

/**
 * Lets a few uploads in at a time, so that their bytes cannot fill the memory. The others wait in the order of their
 * coming with nothing read of them: in the last hour of a session everybody gets a turn, whoever asks more often.
 */
export class UploadTurns {
  #running = 0;
  readonly #waiting = new Set<Waiting>();

  /** Takes a turn until the answer is sent or the connection is gone. Throws the 429 problem when none gets free. */
  async take({ raw }: Pick<FastifyReply, 'raw'>): Promise<void> {
    if (this.#running < MOST_AT_ONCE) this.#running += 1;
    else await this.#wait(raw);
    raw.once('close', () => this.#pass());
  }

  #pass(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#running -= 1;
    else next.begin();
  }

  #wait(raw: FastifyReply['raw']): Promise<void> {
    if (this.#waiting.size >= MOST_WAITING) throw noTurn();
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.#waiting.delete(waiting);
        clearTimeout(timer);
        raw.off('close', giveUp);
      };
      const giveUp = (): void => {
        end();
        reject(noTurn());
      };
      const begin = (): void => {
        end();
        resolve();
      };
      const waiting = { begin };
      const timer = setTimeout(giveUp, WAIT_MS);
      raw.once('close', giveUp);
      this.#waiting.add(waiting);
    });
  }
}

const noTurn = (): Error => problem('rate-limited', { retryAfterS: RETRY_AFTER_S });
