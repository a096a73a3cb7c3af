import { Cast } from '@huiyin/scripts/road/cast';
import type { Page, Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { graveFaults } from './support/accessibility.ts';
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

const TITLE = '交通运输工作满意度测评';
const KEPT = `JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('.ballot.')))`;

it('the desk holds a secret ballot, and a deputy checks in and votes on the phone', async () => {
  const voter = await deputyWithNameOfOwn();
  const desk = await openPage(DESKTOP);
  await enterAs(desk.page, 'desk@xiling', '/ballots');
  await openBallot(desk.page, voter.name);
  const held = desk.page.getByRole('article', { name: TITLE });
  await held.getByText('签到中').waitFor();

  const phone = await openPage(PHONE);
  const casts: Request[] = [];
  phone.page.on('request', (request) => void (request.url().endsWith(':cast') && casts.push(request)));
  await enterAs(phone.page, voter.login);
  await phone.page.getByRole('link', { name: TITLE }).click();
  const own = phone.page.getByRole('article', { name: TITLE });
  await own.getByRole('button', { name: '签到' }).click();
  await own.getByText('已签到').waitFor();
  expect(await phone.page.evaluate<string>(KEPT)).toContain('unblinding');

  await held.getByText('签到 1 人').waitFor();
  const keyCode = await held.getByText('核对码').textContent();
  expect(await own.getByText('核对码').textContent()).toBe(keyCode);
  await step(desk.page, '结束签到');
  await step(desk.page, '开始投票');

  await own.getByRole('radio', { name: '基本满意' }).waitFor();
  expect(await graveFaults(phone.page)).toEqual([]);
  expect(await overflowsSideways(phone.page)).toBe(false);
  await screenshot(phone.page, 'deputy-ballot-phone');
  await own.getByText('满意', { exact: true }).click();
  await own.getByRole('button', { name: '投票' }).click();
  await own.getByText('已投票').waitFor();
  // Nothing of the vote is left in the phone, and the vote came without its owner.
  expect(await phone.page.evaluate<string>(KEPT)).not.toMatch(/token|satisfied/);
  expect(casts).toHaveLength(1);
  expect(Object.keys((await casts[0]?.allHeaders()) ?? {})).not.toContain('cookie');

  await held.getByText('投出 1 票').waitFor();
  await step(desk.page, '结束投票');
  await held.getByText('结果：').waitFor();
  expect(await held.locator('dl').textContent()).toBe('满意1基本满意0不满意0弃权0未投0');
  expect(await graveFaults(desk.page)).toEqual([]);
  await screenshot(desk.page, 'desk-ballots');
  expect([...desk.complaints, ...phone.complaints]).toEqual([]);
});

/** A deputy whom the desk finds by name, and nobody else with it. */
async function deputyWithNameOfOwn(): Promise<{ login: string; name: string }> {
  const cast = new Cast(gatewayUrl, 'xiling');
  const desk = await cast.person('desk');
  for (let number = 40; number < 60; number += 1) {
    const { name } = await (await cast.person(`deputy-${number}`)).get<{ name: string }>('/me');
    const found = await desk.all(`/people?role=deputy&name=${encodeURIComponent(name)}`);
    if (found.length === 1) return { login: `deputy-${number}@xiling`, name };
  }
  throw new Error('every deputy shares a name with another');
}

async function openBallot(page: Page, voter: string): Promise<void> {
  await page.getByRole('button', { name: '发起投票' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('投票事项').fill(TITLE);
  await drawer.getByLabel('哪个承办单位').fill('交通');
  await page.keyboard.press('Enter');
  await drawer.getByLabel('参加投票的代表').fill(voter);
  await page.locator('.ant-select-item-option', { hasText: voter }).click();
  await drawer.getByRole('button', { name: '发起投票' }).click();
  await drawer.waitFor({ state: 'detached' });
}

/** Each step is asked back. */
async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('article', { name: TITLE }).getByRole('button', { name }).click();
  await page.getByRole('tooltip').getByRole('button', { name }).click();
}
