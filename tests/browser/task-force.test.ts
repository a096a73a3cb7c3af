import { Cast } from '@huiyin/scripts/road/cast';
import type { Journey } from '@huiyin/scripts/road/journey';
import { acknowledge, markKey } from '@huiyin/scripts/road/raise';
import { waitFor } from '@huiyin/testkit/wait-for';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignedCase } from './support/assigned-case.ts';
import { DESKTOP, enterAs, gatewayUrl, openPage, useBrowser } from './support/open-page.ts';

useBrowser();

const TENANT = 'yunchuan';
const TITLE = '关于统筹滨河步道贯通工程的建议';
const GIVEN_TIMEOUT_MS = 180_000;

/** A key case that 城建环保委 oversees, with a lead and one co-handler. */
let journey: Journey;

beforeAll(async () => {
  const of = { leadDeputy: 'deputy-12', leadUnit: 'jiaotong', coUnit: 'fagai' };
  journey = await assignedCase(new Cast(gatewayUrl, TENANT), { title: TITLE, ...of });
  await markKey(journey);
  await acknowledge(journey);
}, GIVEN_TIMEOUT_MS);

describe('a task force', () => {
  it('is formed by the committee of the field, on the page of key items', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `committee-2@${TENANT}`, '/key-items');
    const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: TITLE }) });
    await card.getByRole('button', { name: '成立专班' }).click();
    const form = page.getByRole('dialog', { name: '成立专班' });
    await form.getByLabel('召集人').click();
    await page.locator('.ant-select-item-option').first().click();
    await form.getByLabel('组长', { exact: true }).fill('罗思齐');
    await form.getByText('政府副职领导').click();
    await form.getByRole('button', { name: '加一个工作包' }).click();
    await form.getByLabel('工作包 1 单位').click();
    await page.getByTitle('市交通运输局').last().click();
    await form.getByLabel('工作包 1 任务').fill('提出贯通方案');
    await form.getByLabel('工作包 1 完成日期').fill(await journey.day(20));
    await form.getByRole('button', { name: '成立专班' }).click();
    await form.waitFor({ state: 'hidden' });
    await card.getByText('未完成工作包 1 个').waitFor();
    await card.getByText(/还没有开过专班会议 · 每月至少一次/).waitFor();
    expect(complaints).toEqual([]);
  });

  it('stands on the case page, where the unit reports its work package done', async () => {
    await waitFor('the task force to be filed', async () => {
      const clerk = await journey.unit('clerk');
      const { availableActs } = await clerk.get<{ availableActs: { act: string }[] }>(
        `/cases/${journey.suggestionId}`,
      );
      return availableActs.some(({ act }) => act === 'completeWorkPackage');
    });
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `clerk@${TENANT}`, `/cases/${journey.suggestionId}`);
    const bar = page.getByRole('group', { name: '可以办的事' });
    await bar.getByRole('button', { name: '报工作包完成' }).click();
    const form = page.getByRole('dialog', { name: '报工作包完成' });
    await form.getByLabel('完成情况').fill('贯通方案已审定，见方案文本。');
    await form.getByRole('button', { name: '报工作包完成' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: '专班' }).click();
    const part = page.getByRole('tabpanel');
    await part.getByText('罗思齐（政府副职领导）任组长').waitFor();
    await part.getByText('市交通运输局：贯通方案已审定，见方案文本。').waitFor();
    await part.getByText(/^已完成/).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is its members’ and the offices’: the lead deputy’s page has no part for it', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `deputy-12@${TENANT}`, `/cases/${journey.suggestionId}`);
    await page.getByRole('tab', { name: '见面' }).waitFor();
    expect(await page.getByRole('tab', { name: '专班' }).count()).toBe(0);
    expect(await page.getByText('罗思齐').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
