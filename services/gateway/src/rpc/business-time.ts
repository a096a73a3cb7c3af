import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import type { Clock } from '@huiyin/kernel/clock';
import { isRejection } from '@huiyin/kernel/rejection';
import type { RpcClient } from '@huiyin/rpc/client';

/** The offset is asked for again when it is older. */
const FRESH_MS = 1_000;
/** How long an offset is still believed when directory does not answer; only directory can change it. */
const BELIEVED_MS = 15_000;
/** While an offset is believed it is good enough for those who wait; without one there is nothing to answer with. */
const ASK_AGAIN_WITHIN_MS = 1_000;
const ASK_FIRST_WITHIN_MS = 5_000;

/** Business time is not known: directory has not answered for too long. */
export class BusinessTimeUnknown extends Error {}

/** Business time (decision 18): system time plus directory's offset, kept for at most a second. */
export class BusinessTime {
  readonly #directory: Pick<RpcClient<DirectoryServiceService>, 'getBusinessClock'>;
  readonly #clock: Clock;
  #known: { offsetMs: number; askedAtMs: number } | undefined;
  #asking: Promise<void> | undefined;
  #failure: unknown;

  constructor(directory: Pick<RpcClient<DirectoryServiceService>, 'getBusinessClock'>, clock: Clock) {
    this.#directory = directory;
    this.#clock = clock;
  }

  /** Throws BusinessTimeUnknown. */
  async now(): Promise<Date> {
    if (this.#age() > FRESH_MS) await this.#askOnce();
    if (this.#known === undefined || this.#age() > BELIEVED_MS) {
      throw new BusinessTimeUnknown('directory has not told the business clock', { cause: this.#failure });
    }
    return new Date(this.#clock.now().getTime() + this.#known.offsetMs);
  }

  /** Forgets the offset and asks for the new one, after this gateway has moved the clock. */
  async refresh(): Promise<void> {
    await this.#asking;
    this.#known = undefined;
    await this.#askOnce();
  }

  #age(): number {
    return this.#known === undefined ? Infinity : this.#clock.now().getTime() - this.#known.askedAtMs;
  }

  #askOnce(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    const askedAtMs = this.#clock.now().getTime();
    try {
      const answer = await this.#directory.getBusinessClock(
        {},
        { asNobody: true, deadlineMs: this.#age() > BELIEVED_MS ? ASK_FIRST_WITHIN_MS : ASK_AGAIN_WITHIN_MS },
      );
      if (!isRejection(answer)) this.#known = { offsetMs: Number(answer.offsetMs), askedAtMs };
    } catch (error) {
      // The age of what is known decides whether that matters.
      this.#failure = error;
    }
  }
}
