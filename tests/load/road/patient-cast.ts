import { setTimeout as sleep } from 'node:timers/promises';
import { ApiRefusal, type ApiSession } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';

/** What a service answers that has not heard yet of what another has just decided. */
const NOT_HEARD_OF = new Set([403, 404, 409]);
const ASK_AGAIN_MS = 100;
const GIVE_UP_MS = 120_000;

/** People who do not wait until everybody has heard of a step, but try the next one again until it has been. */
export class PatientCast extends Cast {
  override async person(loginName: string): Promise<ApiSession> {
    const session = await super.person(loginName);
    return {
      ...session,
      get: (path) => patiently(() => session.get(path)),
      post: (path, body) => patiently(() => session.post(path, body)),
    };
  }
}

/** Asks until it is answered. Throws the last refusal when that takes too long. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const early = error instanceof ApiRefusal && NOT_HEARD_OF.has(error.status);
      if (!early || performance.now() > giveUpAt) throw error;
      await sleep(ASK_AGAIN_MS);
    }
  }
}
