import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import type { CaseSight } from './case-sight.ts';

interface Following {
  /** Looks once the versions `after` have arrived, each `service:version`. */
  readonly look: (after: readonly string[]) => Promise<CaseSight | Rejection>;
  readonly tell: (sight: CaseSight) => void;
  /** The reader may no longer read it, or looking failed. */
  readonly end: (error?: unknown) => void;
}

/** Looks at the same news, each waiting for it by itself, before it is left to what comes next. */
const LOOKS = 5;

/** Tells a reader when what they see of a case has changed; news that come while looking are looked at together. */
export class CaseFollower {
  readonly #following: Following;
  readonly #news = new Map<string, number>();
  #mark: string | undefined;
  #looking = false;

  constructor(following: Following) {
    this.#following = following;
  }

  /** The first look; its refusal is the answer to whoever asked. */
  async begin(): Promise<Rejection | undefined> {
    const sight = await this.#following.look([]);
    if (isRejection(sight)) return sight;
    this.#mark = sight.mark;
    this.#following.tell(sight);
    if (this.#news.size > 0) void this.#lookAgain();
    return undefined;
  }

  hear({ service, version }: { readonly service: string; readonly version: number }): void {
    this.#keep(service, version);
    if (this.#mark !== undefined && !this.#looking) void this.#lookAgain();
  }

  #keep(service: string, version: number): void {
    this.#news.set(service, Math.max(version, this.#news.get(service) ?? 0));
  }

  async #lookAgain(): Promise<void> {
    this.#looking = true;
    try {
      for (let tries = 1; this.#news.size > 0; tries += 1) {
        const news = [...this.#news];
        this.#news.clear();
        const sight = await this.#following.look(news.map(([service, version]) => `${service}:${version}`));
        if (isRejection(sight)) return this.#following.end();
        if (sight.mark !== this.#mark) this.#following.tell(sight);
        this.#mark = sight.mark;
        if (sight.upToDate) tries = 0;
        else if (tries < LOOKS) for (const [service, version] of news) this.#keep(service, version);
      }
    } catch (error) {
      this.#following.end(error);
    } finally {
      this.#looking = false;
    }
  }
}
