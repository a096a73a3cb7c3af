import { setTimeout as sleep } from 'node:timers/promises';
import { ApiRefusal, type Accepted, type ApiSession } from '@huiyin/scripts/api/session';
import { Journey } from '@huiyin/scripts/road/journey';

const GIVE_UP_MS = 60_000;
const POLL_MS = 100;

/** A journey that hurries: it does not wait for everybody to hear of a step, but asks again until the next one is heard of. */
export class QuickJourney extends Journey {
  /** Ids of what the case has, by kind: share, meeting, clock, reply, opinion, promise, extension, letter … */
  readonly parts = new Map<string, string>();

  override async step(
    _what: string,
    who: Promise<ApiSession>,
    path: string,
    body?: unknown,
  ): Promise<Accepted> {
    const session = await who;
    const giveUpAt = performance.now() + GIVE_UP_MS;
    for (;;) {
      try {
        const accepted = await session.post(path, body);
        if (this.suggestionId === '') this.suggestionId = accepted.id;
        return accepted;
      } catch (error) {
        const early = error instanceof ApiRefusal && [403, 404, 409].includes(error.status);
        if (!early || performance.now() > giveUpAt) throw error;
        await sleep(POLL_MS);
      }
    }
  }
}
