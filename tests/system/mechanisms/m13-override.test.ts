import { personId } from '@huiyin/demo-city/people';
import { waitFor } from '@huiyin/testkit/wait-for';
import { describe, expect, it } from 'vitest';
import { refusal } from '../road/bends.ts';
import { cast, handedOver } from './support/case-of.ts';
import { seen } from './support/seen.ts';

interface Clock {
  readonly clockId: string;
  readonly kind: string;
  readonly colour: string;
}

interface Entry {
  readonly type: string;
  readonly reason: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const GROUNDS = '施工便道当天塌方，按期限看是绿色，实际已停工';

describe('M13 a colour by hand', () => {
  it('takes a reason and a second person; the clock then shows it, with both names behind it', async (context) => {
    const { id } = await handedOver(49, 'm13 override', ['jiaotong']);
    const desk = await cast.person('desk');
    const replyClock = (colour: string): Promise<Clock> =>
      waitFor(`a ${colour} clock of the reply`, async () => {
        const clocks = await desk.all<Clock>(`/clocks?suggestionId=${id}`);
        return clocks.find((clock) => clock.kind === 'reply' && clock.colour === colour) ?? false;
      });
    const path = `/clocks/${(await replyClock('green')).clockId}`;

    expect(await refusal(cast.person('desk'), `${path}:confirm`)).toContain('override-not-requested');
    expect(
      await refusal(cast.ofUnit('head', 'jiaotong'), `${path}:override`, {
        ...{ toColour: 'red', grounds: GROUNDS },
      }),
    ).toContain('not-permitted');
    expect(await refusal(cast.person('desk'), `${path}:override`, { toColour: 'red', grounds: ' ' })).toMatch(
      /^400 /,
    );
    await desk.post(`${path}:override`, { toColour: 'red', grounds: GROUNDS });
    expect(await refusal(cast.person('desk'), `${path}:confirm`)).toContain('override-same-person');
    expect((await replyClock('green')).colour).toBe('green');

    await (await cast.person('council')).post(`${path}:confirm`);
    await replyClock('red');
    const told = await waitFor('the change on the timeline', async () => {
      const entries = await desk.all<Entry>(`/cases/${id}/timeline`);
      return entries.find(({ type }) => type === 'colour-overridden') ?? false;
    });
    const [first, second] = [personId(cast.tenant, 'desk'), personId(cast.tenant, 'council')];
    expect(told).toMatchObject({
      ...{ reason: GROUNDS, facts: { toColour: 'red', firstPersonId: first, secondPersonId: second } },
    });
    seen(context, '一人提出、另一人确认后变红；本人确认、单位提出、没有理由都被拒绝');
  });
});
