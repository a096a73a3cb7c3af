import type { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { handOver } from '@huiyin/scripts/road/raise';
import { expect } from 'vitest';
import { newJourney, papers, refusal, registered } from './bends.ts';

interface Letter {
  readonly letterId: string;
  readonly clockId: string;
  readonly unitId: string;
  readonly status: string;
  readonly automatic: boolean;
  readonly sentOn: string;
  readonly answerDue: string;
}

interface Talk {
  readonly talkId: string;
  readonly unitId: string;
  readonly status: string;
  readonly cause: string;
  readonly calledOn: string;
}

interface Clock {
  readonly clockId: string;
  readonly kind: string;
  readonly unitId: string;
  readonly colour: string;
  readonly dueDate: string;
  readonly nextChangeAt: string;
}

/**
 * Nobody acts: deemed signed and accepted, yellow with 催办, red with 督办函 the same day, long red with 约谈; and only
 * the reply itself takes the red away.
 */
export async function ladder(cast: Cast): Promise<void> {
  const journey = newJourney(cast, '逾期', { leadUnit: 'weijian', coUnits: [] });
  const unitId = cast.unitId('weijian');
  const desk = await journey.desk();
  const ours = async <Item>(path: string): Promise<readonly Item[]> =>
    desk.all<Item>(`${path}?suggestionId=${journey.suggestionId}`);
  const replyClock = async (): Promise<Clock> => {
    const clock = (await ours<Clock>('/clocks')).find(
      (each) => each.kind === 'reply' && each.unitId === unitId,
    );
    if (clock === undefined) throw new Error('no reply clock runs');
    return clock;
  };
  await registered(journey);
  await handOver(journey);

  await journey.wait(20);
  expect(await journey.look('二十天无人签收')).toMatchObject({ stage: 'in-progress', party: 'unit' });
  const { shares } = await journey.page();
  expect(shares.map(({ state }) => state)).not.toContain('pending');

  // Each jump goes to the instant at which the clock's colour changes by time alone.
  const before = await replyClock();
  expect(before.colour).toBe('green');
  const changed = async (what: string): Promise<string> => {
    const { nextChangeAt } = await replyClock();
    const day = new Date(Date.parse(nextChangeAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    await journey.waitUntil(day);
    await journey.look(what);
    return day;
  };
  while ((await replyClock()).colour === 'green') await changed('转黄');
  expect((await replyClock()).colour).toBe('yellow');
  expect(
    (await ours<{ unitId: string; automatic: boolean }>('/urges')).filter((urge) => urge.unitId === unitId),
  ).toMatchObject(expect.arrayContaining([expect.objectContaining({ automatic: true })]));

  let redOn = '';
  while ((await replyClock()).colour === 'yellow') redOn = await changed('转红');
  const red = await replyClock();
  expect(red.colour).toBe('red');
  expect(red.dueDate > redOn).toBe(true);
  const letters = (await ours<Letter>('/supervision-letters')).filter(
    ({ clockId }) => clockId === red.clockId,
  );
  expect(letters).toMatchObject([{ unitId, status: 'sent', automatic: true, sentOn: redOn }]);

  const answer = { progress: '已排出计划', measures: '专人负责', promisedOn: await journey.day(10) };
  const letterPath = `/supervision-letters/${letters[0]?.letterId}:answer`;
  expect(await refusal(journey.unit('clerk'), letterPath, answer)).toMatch(/^403 /);
  await journey.step('答复督办函', journey.unit('head'), letterPath, answer);
  expect(journey.glimpses.at(-1)?.colour).toBe('red');

  await journey.wait(25);
  expect(await journey.look('红色超过十个工作日')).toMatchObject({ colour: 'red', party: 'unit' });
  const talks = (await ours<Talk>('/talks')).filter((talk) => talk.unitId === unitId);
  expect(talks).toMatchObject([{ status: 'called', cause: 'long-red' }]);
  const board = await desk.get<{ red: readonly Clock[]; redWithoutOwner: number }>('/board');
  expect(board.redWithoutOwner).toBe(0);
  expect(board.red.map(({ clockId }) => clockId)).toContain(red.clockId);

  const head = await journey.unit('head');
  const talkPath = `/talks/${talks[0]?.talkId}`;
  await journey.step('约谈', journey.desk(), `${talkPath}:hold`, {
    attendedByPersonId: head.personId,
    minutes: '主要负责人说明了原因。',
    undertaking: '十日内答复代表',
    checkOn: await journey.day(10),
  });
  expect(journey.glimpses.at(-1)?.colour).toBe('red');

  await confirmBySides(journey);
  await filePlan(journey);
  const opinions = await giveOpinions(journey);
  await contactDeputy(journey);
  await reply(journey, { resultClass: 'C', opinions });
  expect(journey.glimpses.at(-1)).toMatchObject({ stage: 'replied' });
  await journey.wait(10);
  await journey.step('约谈复查', journey.desk(), `${talkPath}:check`, {
    undertakingKept: true,
    findings: '已答复',
  });
  const called = ['supervision-letter', 'talk-minutes', 'talk-notice'];
  for (const reader of [journey.desk(), journey.unit('head'), journey.lead()])
    expect(await papers(journey, reader, called)).toEqual(called);
  const warning = (await journey.page()).clocks.filter(
    ({ state, colour }) => (state === 'open' || state === 'missed') && colour !== 'green',
  );
  expect(warning).toEqual([]);
  expect(journey.glimpses.at(-1)?.colour).toBe('green');
  // No warning came twice.
  const types = (await journey.timeline()).filter(({ facts }) => facts['clockId'] === red.clockId);
  const colours = types.filter(({ type }) => type === 'colour-changed').map(({ facts }) => facts['toColour']);
  expect(colours).toEqual(['yellow', 'red', 'green']);
  expect(
    (await ours<Letter>('/supervision-letters')).filter(({ clockId }) => clockId === red.clockId),
  ).toHaveLength(1);
}
