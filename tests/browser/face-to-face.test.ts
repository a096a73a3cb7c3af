import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions, issueReply } from '@huiyin/scripts/road/handle';
import { Journey } from '@huiyin/scripts/road/journey';
import { meet } from '@huiyin/scripts/road/meet';
import { acknowledge, handOver, raise } from '@huiyin/scripts/road/raise';
import { furtherCase } from '@huiyin/scripts/road/road-case';
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

/** A case travels to its signed reply by the API. Milliseconds. */
const ROAD_MS = 300_000;

it(
  'a unit writes down what it told the deputy face to face, and the deputy signs it on a phone',
  { timeout: ROAD_MS },
  async () => {
    const journey = new Journey(new Cast(gatewayUrl, 'xiling'), furtherCase('当面答复', 4, 'deputy-9'));
    await raise(journey);
    await handOver(journey);
    await acknowledge(journey);
    const meetingId = await meet(journey, 'dual-confirmation');
    const confirmation = { recordVersion: 1 };
    await journey.step('代表确认', journey.lead(), `/meetings/${meetingId}:confirm`, confirmation);
    await journey.step('单位确认', journey.unit('liaison'), `/meetings/${meetingId}:confirm`, confirmation);
    await filePlan(journey);
    const opinions = await giveOpinions(journey);
    await contactDeputy(journey);
    await issueReply(journey, { resultClass: 'B', opinions });

    const unit = await openPage(DESKTOP);
    const { login } = await journey.unit('liaison');
    await enterAs(unit.page, login, `/cases/${journey.suggestionId}`);
    await unit.page.getByRole('button', { name: '记当面答复' }).click();
    const record = unit.page.getByRole('dialog', { name: '记当面答复' });
    await record.getByLabel('地点').fill('西岭镇代表联络站');
    await record.getByLabel('参加人员').fill('局长及经办人');
    await record.getByLabel('答复内容').fill('逐条说明了施工安排。');
    await screenshot(unit.page, 'unit-face-to-face-desktop');
    await record.getByRole('button', { name: '记当面答复' }).click();
    await record.waitFor({ state: 'detached' });
    await unit.page.goto(`${gatewayUrl}/cases/${journey.suggestionId}?part=replies`);
    await unit.page.getByText('待代表签署，尚未送达').first().waitFor();
    await unit.page.getByText('送达 0 人 / 1 人').waitFor();

    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, 'deputy-9@xiling');
    await page.getByRole('button', { name: /^去签署/ }).click();
    await page.getByRole('button', { name: '签署当面答复记录' }).click();
    const dialog = page.getByRole('dialog', { name: '签署当面答复记录' });
    await dialog.getByText('逐条说明了施工安排。').waitFor();
    const sign = dialog.getByRole('button', { name: '签署当面答复记录' });
    await dialog.getByText('与实际不符', { exact: true }).click();
    await sign.click();
    await dialog.getByText('请填写哪里与实际不符').waitFor();
    await dialog.getByText('属实，签署').click();
    await dialog.getByLabel('代表意见').fill('希望按期完工。');
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'deputy-sign-face-to-face-phone');
    await sign.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '填写征询意见表' }).waitFor();

    await unit.page.reload();
    await unit.page.getByText('代表意见：希望按期完工。').first().waitFor();
    await unit.page.getByText('送达 1 人 / 1 人').waitFor();
    expect([...complaints, ...unit.complaints]).toEqual([]);
  },
);
