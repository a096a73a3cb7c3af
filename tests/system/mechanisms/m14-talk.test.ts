import { addDays, localDate } from '@huiyin/kernel/local-date';
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

interface Letter {
  readonly letterId: string;
  readonly clockId: string;
  readonly status: string;
  readonly answerDue: string;
}

interface Talk {
  readonly talkId: string;
  readonly status: string;
  readonly cause: string;
  readonly calledOn: string;
  readonly holdBy: string;
  readonly checkOn: string;
}

interface Board {
  readonly redWithoutOwner: number;
  readonly red: readonly (Clock & {
    readonly owner: string;
    readonly unitId: string;
    readonly nextAction: string;
  })[];
}

const LEAD = 'jiaotong';

describe('M14 the ladder, up to 约谈', () => {
  it('a red case has a letter that is answered, a talk with minutes and an undertaking, and a day of its check', async (context) => {
    const { id } = await handedOver(56, 'm14 talk', [LEAD]);
    const desk = await cast.person('desk');
    const head = await cast.ofUnit('head', LEAD);
    const first = async <Item>(path: string, which: (item: Item) => boolean): Promise<Item> =>
      waitFor(`one of ${path}`, async () => {
        const items = await desk.all<Item>(`${path}?suggestionId=${id}`);
        return items.find(which) ?? false;
      });
    const { clockId } = await first<Clock>('/clocks', ({ kind }) => kind === 'reply');
    await desk.post(`/clocks/${clockId}:override`, { toColour: 'red', grounds: '现场已停工' });
    await (await cast.person('council')).post(`/clocks/${clockId}:confirm`);
    await first<Clock>('/clocks', (clock) => clock.clockId === clockId && clock.colour === 'red');

    const letter = await first<Letter>('/supervision-letters', (each) => each.clockId === clockId);
    const answer = { progress: '已复工', measures: '专人驻场', promisedOn: letter.answerDue };
    const path = `/supervision-letters/${letter.letterId}:answer`;
    expect(await refusal(cast.person('desk'), path, answer)).toMatch(/^403 /);
    await head.post(path, answer);
    await first<Letter>('/supervision-letters', ({ status }) => status === 'answered');

    const problems = { clockId, problems: '两次承诺复工都没有做到' };
    expect(await refusal(cast.ofUnit('head', LEAD), '/talks', problems)).toMatch(/^403 /);
    await desk.post('/talks', problems);
    const called = await first<Talk>('/talks', ({ status }) => status === 'called');
    expect(called).toMatchObject({ cause: 'by-hand' });
    expect(called.holdBy > called.calledOn).toBe(true);
    const held = {
      attendedByPersonId: head.personId,
      minutes: '主要负责人到场说明',
      undertaking: '本月底完工',
    };
    const talkPath = `/talks/${called.talkId}`;
    expect(
      await refusal(cast.person('desk'), `${talkPath}:hold`, { ...held, checkOn: called.calledOn }),
    ).toContain('check-day-too-early');
    expect(
      await refusal(cast.person('desk'), `${talkPath}:check`, { undertakingKept: true, findings: '属实' }),
    ).toContain('talk-not-held');
    const checkOn = addDays(localDate(called.calledOn), 10);
    await desk.post(`${talkPath}:hold`, { ...held, checkOn });
    await first<Talk>('/talks', (talk) => talk.talkId === called.talkId && talk.checkOn === checkOn);

    const board = await desk.get<Board>('/board');
    expect(board.redWithoutOwner).toBe(0);
    expect(board.red.find((red) => red.clockId === clockId)).toMatchObject({
      ...{ owner: 'unit', unitId: cast.unitId(LEAD) },
      nextAction: expect.stringMatching(/\S/),
    });
    expect(
      await refusal(cast.person('desk'), `${talkPath}:check`, {
        undertakingKept: true,
        findings: '尚未到期',
      }),
    ).toContain('check-too-early');
    seen(context, `督办函有答复；约谈有纪要、承诺，${checkOn} 复查，不能提前`);
  });
});
