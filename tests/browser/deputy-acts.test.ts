import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { Journey } from '@huiyin/scripts/road/journey';
import { meet } from '@huiyin/scripts/road/meet';
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

/** A case travels to its reply, and everybody else's steps are taken by the API. Milliseconds. */
const ROAD_MS = 300_000;

it(
  'a deputy confirms a meeting after reading its record, and says honestly what came of the suggestion',
  { timeout: ROAD_MS },
  async () => {
    const journey = new Journey(new Cast(gatewayUrl, 'xiling'), furtherCase('测评', 3, 'deputy-5'));
    await raise(journey);
    await handOver(journey);
    await acknowledge(journey);
    const meetingId = await meet(journey, 'dual-confirmation');

    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, 'deputy-5@xiling');
    await page.getByRole('heading', { name: /有 1 件事等您/ }).waitFor();
    await page.getByRole('button', { name: /^去确认/ }).click();
    await page.getByRole('button', { name: '确认见面记录' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('列入今年计划').waitFor();
    await screenshot(page, 'deputy-confirm-phone');
    await dialog.getByRole('button', { name: '确认见面记录' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '确认见面记录' }).waitFor({ state: 'detached' });

    await journey.step('单位确认', journey.unit('liaison'), `/meetings/${meetingId}:confirm`, {
      recordVersion: 1,
    });
    await filePlan(journey);
    const opinions = await giveOpinions(journey);
    await contactDeputy(journey);
    await reply(journey, { resultClass: 'B', opinions });

    await page.goto(gatewayUrl);
    await page.getByRole('button', { name: /^去评价/ }).click();
    await page.getByRole('button', { name: '填写征询意见表' }).click();
    await dialog.getByText('已列入计划').first().waitFor();
    const send = dialog.getByRole('button', { name: '填写征询意见表' });
    await dialog.getByRole('radiogroup').nth(0).getByText('基本满意').click();
    await dialog.getByRole('radiogroup').nth(1).getByText('不满意', { exact: true }).click();
    await dialog.getByText('我到现场看过').click();
    await send.click();
    await dialog.getByText('请填写不满意的理由').waitFor();
    await page.reload();
    await page.getByRole('button', { name: '填写征询意见表' }).click();
    expect(await dialog.getByLabel('我到现场看过').isChecked()).toBe(true);
    await dialog.getByLabel('不满意的理由').fill('两处路口仍没有灯。');
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'deputy-evaluate-phone');
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('两处路口仍没有灯。').first().waitFor();

    await findsItAgain(page, journey);
    expect(complaints).toEqual([]);
  },
);

/** Who writes on the like matter is shown what was answered and promised then. */
async function findsItAgain(page: Page, journey: Journey): Promise<void> {
  const { title } = journey.roadCase.text;
  const deputy = await journey.lead();
  await waitFor('the case among the similar ones', async () => {
    const { cases } = await deputy.send<{ cases: readonly { answered: readonly unknown[] }[] }>(
      ...(['POST', '/suggestions:similar', { title }] as const),
    );
    return cases.some(({ answered }) => answered.length > 0);
  });
  await page.goto(`${gatewayUrl}/write`);
  await page.getByRole('textbox', { name: '标题' }).fill(title);
  await page.getByRole('tab', { name: /^相似建议 [1-5]$/ }).click();
  const found = page
    .getByRole('tabpanel', { name: /相似建议/ })
    .getByRole('listitem')
    .first();
  await found.getByText('B 列入计划').waitFor();
  await found.getByText(/当时承诺.+“完成全部施工”，还没有到期/).waitFor();
  await found.getByText(/答复了 \d+ 条/).click();
  await found.getByText('已列入计划，按期实施。').first().waitFor();
  expect(await found.locator('mark').count()).toBeGreaterThan(0);
  expect(await overflowsSideways(page)).toBe(false);
  await screenshot(page, 'deputy-similar-phone');
}
