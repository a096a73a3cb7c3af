import { Cast } from '@huiyin/scripts/road/cast';
import { filePlan } from '@huiyin/scripts/road/handle';
import { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge, handOver, raise } from '@huiyin/scripts/road/raise';
import { furtherCase } from '@huiyin/scripts/road/road-case';
import { waitFor } from '@huiyin/testkit/wait-for';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  enterAs,
  gatewayUrl,
  openPage,
  overflowsSideways,
  PHONE,
  screenshot,
  useBrowser,
} from './support/open-page.ts';

useBrowser();

/** A case travels to its plan by the API. Milliseconds. */
const ROAD_MS = 300_000;
const GROUNDS = '施工便道当天塌方，按期限看是绿色，实际已停工';

it(
  'a leader with a phone sees what is red, who has the next step, and the 五个一 of the key case that is his own',
  { timeout: ROAD_MS },
  async () => {
    const cast = new Cast(gatewayUrl, 'xiling');
    const journey = new Journey(cast, { ...furtherCase('领导', 7, 'deputy-8'), isKey: true });
    await raise(journey);
    await handOver(journey);
    await acknowledge(journey);
    await confirmBySides(journey);
    await filePlan(journey);
    const { title } = journey.roadCase.text;

    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, 'council@xiling');
    await partOf(page, '我牵头').click();
    await cardOf(page, title).getByText('还缺').waitFor({ state: 'detached' });
    for (const one of FIVE_ONES) await cardOf(page, title).getByText(one, { exact: true }).waitFor();
    await partOf(page, '红色').click();
    await cardOf(page, title).waitFor({ state: 'detached' });
    const before = await countOf(page, '红色');

    await setByTwo(cast, journey, 'red');
    await page.reload();
    await cardOf(page, title).getByText(/红 · /).waitFor();
    await cardOf(page, title).getByText(GROUNDS).waitFor();
    await cardOf(page, title).getByText('下一步').waitFor();
    await expect.poll(() => countOf(page, '红色')).toBe(before + 1);
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'leader-red-phone');
    await partOf(page, '重点件').click();
    await cardOf(page, title).getByText(/红 · /).waitFor();
    await cardOf(page, title).getByRole('link', { name: title }).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    await page.goBack();

    await setByTwo(cast, journey, 'green');
    await page.reload();
    await partOf(page, '红色').click();
    await cardOf(page, title).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  },
);

const FIVE_ONES = ['一件事', '一位领导', '一个单位', '一套方案', '一个期限'];

const partOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) });

const cardOf = (page: Page, title: string) =>
  page.getByRole('list').getByRole('listitem').filter({ hasText: title });

/** How many stand behind the name of a part. */
async function countOf(page: Page, name: string): Promise<number> {
  return Number.parseInt((await partOf(page, name).innerText()).replace(/\D+/, ''), 10);
}

interface Clock {
  readonly clockId: string;
  readonly kind: string;
  readonly colour: string;
}

/** The colour of the reply's clock, said by the office and by a second person. */
async function setByTwo(cast: Cast, journey: Journey, toColour: 'red' | 'green'): Promise<void> {
  const desk = await cast.person('desk');
  const clocks = () => desk.all<Clock>(`/clocks?suggestionId=${journey.suggestionId}`);
  const { clockId } = await waitFor(
    'the clock of the reply',
    async () => (await clocks()).find(({ kind }) => kind === 'reply') ?? false,
  );
  await desk.post(`/clocks/${clockId}:override`, { toColour, grounds: GROUNDS });
  await (await cast.person('council')).post(`/clocks/${clockId}:confirm`);
  await waitFor(`the clock to be ${toColour}`, async () =>
    (await clocks()).some((clock) => clock.clockId === clockId && clock.colour === toColour),
  );
}
