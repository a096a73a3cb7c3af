import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { Journey } from '@huiyin/scripts/road/journey';
import { meet } from '@huiyin/scripts/road/meet';
import { acknowledge, handOver, raise } from '@huiyin/scripts/road/raise';
import { furtherCase } from '@huiyin/scripts/road/road-case';
import { expect, it } from 'vitest';
import {
  gatewayUrl,
  logInAs,
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
    await logInAs(page, 'deputy-5@xiling');
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
    await reply(journey, { resultClass: 'C', opinions });

    await page.goto(gatewayUrl);
    await page.getByRole('button', { name: /^去评价/ }).click();
    await page.getByRole('button', { name: '填写征询意见表' }).click();
    await dialog.getByText('目前条件不具备').first().waitFor();
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
    expect(complaints).toEqual([]);
  },
);
