import { DirectoryServiceService } from '@huiyin/contracts/gen/directory/v1/service';
import type { Clock } from '@huiyin/kernel/clock';
import { isRejection } from '@huiyin/kernel/rejection';
import type { Peers } from '../http/peers.ts';
import type { Session } from './session.ts';

/** Directory is asked again when its answer is older. */
const FRESH_MS = 30_000;
/** How long an answer is still believed when directory gives no other. */
const BELIEVED_MS = 60_000;
/** An answer that is believed is good enough for who waits. */
const ASK_AGAIN_WITHIN_MS = 1_000;
/** Memberships remembered; beyond, the oldest answer is asked for anew. */
const MOST_REMEMBERED = 20_000;

/**
 * Whether the membership a session acts in is still in force, as directory said at most a minute ago. Kept in this
 * process alone: losing Redis, or this, only asks again.
 */
export class MembershipsInForce {
  readonly #peers: Peers;
  readonly #clock: Clock;
  /** When each was last found in force, milliseconds; the oldest first. */
  readonly #foundAt = new Map<string, number>();
  readonly #asking = new Map<string, Promise<boolean>>();

  constructor(peers: Peers, clock: Clock) {
    this.#peers = peers;
    this.#clock = clock;
  }

  /** Throws what the call threw when directory has not answered for too long. */
  async holds(session: Session): Promise<boolean> {
    const name = nameOf(session);
    const age = this.#age(name);
    if (age <= FRESH_MS) return true;
    try {
      return await this.#askOnce(name, session, age <= BELIEVED_MS);
    } catch (error) {
      if (this.#age(name) <= BELIEVED_MS) return true;
      throw error;
    }
  }

  #age(name: string): number {
    return this.#clock.now().getTime() - (this.#foundAt.get(name) ?? -Infinity);
  }

  #askOnce(name: string, session: Session, isBelieved: boolean): Promise<boolean> {
    const asking =
      this.#asking.get(name) ??
      this.#ask(name, session, isBelieved).finally(() => {
        this.#asking.delete(name);
      });
    this.#asking.set(name, asking);
    return asking;
  }

  async #ask(name: string, session: Session, isBelieved: boolean): Promise<boolean> {
    const askedAt = this.#clock.now().getTime();
    const within = isBelieved ? { deadlineMs: ASK_AGAIN_WITHIN_MS } : {};
    const options = { as: session, ...within };
    const answer = await this.#peers.call(DirectoryServiceService, 'checkMembership', {}, options);
    if (isRejection(answer)) throw new Error(`directory does not say who is who: ${answer.code}`);
    this.#foundAt.delete(name);
    if (answer.holds) this.#remember(name, askedAt);
    return answer.holds;
  }

  #remember(name: string, askedAt: number): void {
    this.#foundAt.set(name, askedAt);
    if (this.#foundAt.size <= MOST_REMEMBERED) return;
    const [oldest] = this.#foundAt.keys();
    if (oldest !== undefined) this.#foundAt.delete(oldest);
  }
}

function nameOf({ personId, active: { tenant, role, unit } }: Session): string {
  return [tenant, personId, role, unit?.unitId ?? ''].join(' ');
}
