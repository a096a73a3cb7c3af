import { setTimeout as sleep } from 'node:timers/promises';
import { desk, pathOf, type CaseRun } from './case-run.ts';

interface Draws {
  readonly lookBacks: readonly { readonly replyId: string }[];
}

const LOOK_AGAIN_MS = 20;
const GIVE_UP_MS = 60_000;

/** Waits until the look-back of the latest reply is drawn, or waived. Throws when nobody draws it within a minute. */
export async function untilDrawn(run: CaseRun): Promise<void> {
  const office = await desk(run);
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    const { lookBacks } = await office.get<Draws>(`${pathOf(run)}/meetings`);
    if (lookBacks.some(({ replyId }) => replyId === run.replyId)) return;
    if (performance.now() > giveUpAt) throw new Error('nobody drew whether the reply is looked back at');
    await sleep(LOOK_AGAIN_MS);
  }
}
