import { Cast } from '@huiyin/scripts/road/cast';
import { evaluate, reportPromises } from '@huiyin/scripts/road/conclude';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides, lookBack, meet } from '@huiyin/scripts/road/meet';
import { acknowledge, handOver, raise } from '@huiyin/scripts/road/raise';
import { furtherCase } from '@huiyin/scripts/road/road-case';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  DESKTOP,
  enterAs,
  gatewayUrl,
  openPage,
  overflowsSideways,
  PHONE,
  screenshot,
  useBrowser,
} from './support/open-page.ts';

useBrowser();

/** A case travels to its reply by the API. Milliseconds. */
const ROAD_MS = 300_000;

it(
  'after a reply the desk follows the evaluation, the look-back, what is put right and the promise, and so does the deputy',
  { timeout: ROAD_MS },
  async () => {
    const journey = await repliedKeyCase('跟踪', 5, 'deputy-6');

    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'desk@xiling', '/evaluations');
    const { title } = journey.roadCase.text;
    const row = rowOf(page, title);
    await row.waitFor();

    await evaluate(journey, 'dissatisfied');
    await page.getByRole('tab', { name: '不满意' }).click();
    await row.getByText('问题没有解决。').waitFor();
    await row.getByText('第 2 轮重新办理').waitFor();
    await screenshot(page, 'desk-evaluations');

    await page.goto(`${gatewayUrl}/promises?tab=open`);
    await row.getByText('还没有报过进展').waitFor();
    await reportPromises(journey);
    await page.reload();
    await row.getByText('已完成勘察和招标。').waitFor();
    await narrowedToAnotherUnit(page, title);
    await screenshot(page, 'desk-promises');
    expect(complaints).toEqual([]);

    const phone = await openPage(PHONE);
    await enterAs(phone.page, 'deputy-6@xiling', '/promises');
    await phone.page.getByText(title).waitFor();
    await phone.page.getByText(/最近进展.*已完成勘察和招标。/).waitFor();
    expect(await overflowsSideways(phone.page)).toBe(false);
    await screenshot(phone.page, 'deputy-promises-phone');
    expect(phone.complaints).toEqual([]);
  },
);

it(
  'a look-back stands on its page with its last day until it is held, and what was not met until it is put right',
  { timeout: ROAD_MS },
  async () => {
    const journey = await repliedKeyCase('回头看', 6, 'deputy-7');
    await evaluate(journey, 'satisfied');

    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'desk@xiling', '/look-backs');
    const row = rowOf(page, journey.roadCase.text.title);
    await row.getByText('还没有约').waitFor();
    await row.getByText(/剩 \d+ 日/).waitFor();

    await lookBack(journey, 'unmet');
    await page.getByRole('tab', { name: '已回头看' }).click();
    await row.getByText('没有落实').waitFor();
    await page.getByRole('tab', { name: '等整改' }).click();
    await row.getByText('站牌没有更新').waitFor();
    await screenshot(page, 'desk-look-backs');
    await page.getByRole('tab', { name: '要回头看' }).click();
    await row.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  },
);

/** A key case, which is always looked back at, with a reply of class B. */
async function repliedKeyCase(name: string, n: number, leadDeputy: string): Promise<Journey> {
  const cast = new Cast(gatewayUrl, 'xiling');
  const journey = new Journey(cast, { ...furtherCase(name, n, leadDeputy), isKey: true });
  await raise(journey);
  await handOver(journey);
  await acknowledge(journey);
  await confirmBySides(journey);
  await filePlan(journey);
  const opinions = await giveOpinions(journey);
  await contactDeputy(journey);
  await meet(journey, 'on-site');
  await reply(journey, { resultClass: 'B', opinions });
  return journey;
}

const rowOf = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });

/** The unit filter is in the address, and leaves nothing of another unit's. */
async function narrowedToAnotherUnit(page: Page, title: string): Promise<void> {
  await page.getByRole('combobox', { name: '单位' }).click();
  await page.keyboard.type('退役军人');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.has('unit')).toBe(true);
  await rowOf(page, title).waitFor({ state: 'detached' });
}
