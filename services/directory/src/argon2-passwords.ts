import { reject, type Rejection } from '@huiyin/kernel/rejection';
import { hash, verify, type Options } from '@node-rs/argon2';
import type { Passwords } from './app/ports.ts';

/** OWASP's first choice for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashes at once: each takes a core and 19 MiB for some tens of milliseconds. */
const MAX_RUNNING = 2;
/** Callers that wait; more would only wait longer than their deadline. */
const MAX_WAITING = 200;

/** argon2id with bounded parallelism. */
export function argon2Passwords(): Passwords {
  const slots = new Slots();
  // Made by the same cost, of a password nobody has.
  const nobody = hash('an account that does not exist', COST);
  return {
    hash: (password) => slots.run(() => hash(password, COST)),
    verify: (stored, password) => slots.run(() => verify(stored, password)),
    pretendToVerify: async (password) => {
      const answer = await slots.run(async () => verify(await nobody, password));
      return typeof answer === 'boolean' ? false : answer;
    },
  };
}

class Slots {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  async run<Answer>(work: () => Promise<Answer>): Promise<Answer | Rejection> {
    if (this.#waiting.length >= MAX_WAITING) {
      return reject('unavailable', 'passwords-busy', '登录的人太多，请稍后再试');
    }
    if (this.#running >= MAX_RUNNING) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The slot passes to the next in line, or becomes free.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
