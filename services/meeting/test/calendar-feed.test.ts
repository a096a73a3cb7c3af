import { accepted, codeOf } from '@huiyin/testkit/accepted';
import { createHash, randomBytes } from 'node:crypto';
import { systemActor } from '@huiyin/kernel/actor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  by,
  CO_LIAISON,
  DESK,
  LIAISON,
  OTHER_LIAISON,
  STRANGER,
  WANG,
  openMeeting,
  personSaved,
  type OpenMeeting,
} from './open-meeting.ts';
import { schedule, stories } from './stories.ts';

let meeting: OpenMeeting;
const { handedOver, signedFor } = stories(() => meeting);

beforeAll(async () => {
  meeting = await openMeeting();
  for (const person of [WANG, STRANGER, DESK, LIAISON, CO_LIAISON, OTHER_LIAISON])
    await meeting.hear('directory', personSaved(person));
});
afterAll(() => meeting.close());

const newHash = (): string => createHash('sha256').update(randomBytes(32)).digest('hex');

/** UIDs of the meetings under an address, as the gateway asks for them; or why there are none. */
async function read(
  secretHash: string,
  tenant = 'donghu',
  mine = false,
): Promise<readonly string[] | string> {
  const ctx = by(systemActor('gateway'), '2026-03-05', { tenant });
  const found = await meeting.use.readCalendarFeed({ secretHash, mine }, ctx);
  return 'entries' in found ? found.entries.map(({ uid }) => uid) : codeOf(found);
}

async function subscribe(actor: typeof WANG): Promise<string> {
  const secretHash = newHash();
  accepted(await meeting.use.renewCalendarFeed({ secretHash }, by(actor)));
  return secretHash;
}

describe('a calendar feed', () => {
  it('shows each owner what the list of meetings shows, and nothing of other units and districts', async () => {
    const handled = await signedFor(await handedOver());
    const { id } = accepted(
      await meeting.use.scheduleMeeting(schedule(handled, 'dual-confirmation'), by(LIAISON)),
    );
    const uid = `${id}@huiyin`;
    for (const reader of [WANG, DESK, LIAISON]) expect(await read(await subscribe(reader))).toContain(uid);
    for (const reader of [STRANGER, OTHER_LIAISON, CO_LIAISON])
      expect(await read(await subscribe(reader)), reader.personId).not.toContain(uid);
    expect(await read(await subscribe(DESK), 'donghu', true)).not.toContain(uid);
    expect(await read(await subscribe(DESK), 'xiling')).toBe('feed-unknown');
    const asPerson = await meeting.use.readCalendarFeed({ secretHash: newHash(), mine: false }, by(DESK));
    expect(codeOf(asPerson)).toBe('not-permitted');
  });

  it('ends its old address when it is renewed, and every address when it is revoked', async () => {
    const first = await subscribe(WANG);
    const second = await subscribe(WANG);
    expect(await read(first)).toBe('feed-unknown');
    expect(await read(second)).not.toBe('feed-unknown');
    expect(await meeting.use.getCalendarFeed({}, by(WANG))).toMatchObject({ secretHash: second });
    accepted(await meeting.use.revokeCalendarFeed({}, by(WANG)));
    expect(await read(second)).toBe('feed-unknown');
    expect(await meeting.use.getCalendarFeed({}, by(WANG))).toBeUndefined();
    expect(codeOf(await meeting.use.revokeCalendarFeed({}, by(WANG)))).toBe('feed-unknown');
  });

  it('takes the same secret from nobody else, and tells it in no event', async () => {
    const secretHash = await subscribe(LIAISON);
    expect(codeOf(await meeting.use.renewCalendarFeed({ secretHash }, by(STRANGER)))).toBe(
      'feed-secret-taken',
    );
    const { id } = accepted(await meeting.use.renewCalendarFeed({ secretHash }, by(LIAISON)));
    const told = await meeting.events(id);
    expect(told.at(-1)?.type).toBe('calendar-feed-renewed');
    expect(JSON.stringify(told)).not.toContain(secretHash);
  });

  it('ends with the membership it belongs to', async () => {
    const secretHash = await subscribe(OTHER_LIAISON);
    expect(await read(secretHash)).toEqual([]);
    await meeting.hear('directory', personSaved(OTHER_LIAISON, false));
    expect(await read(secretHash)).toBe('feed-unknown');
  });
});
