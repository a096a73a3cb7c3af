import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy } from '@huiyin/scripts/road/handle';
import type { Journey } from '@huiyin/scripts/road/journey';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { act, finish } from './support/act.ts';
import { assignedCase } from './support/assigned-case.ts';
import { DESKTOP, enterAs, gatewayUrl, openPage, screenshot, useBrowser } from './support/open-page.ts';

useBrowser();

const cast = new Cast(gatewayUrl, 'yunchuan');
const GIVEN_TIMEOUT_MS = 180_000;
/** A page asks again by itself only after three times as long. */
const AT_MOST_MS = 5_000;

let journey: Journey;

beforeAll(async () => {
  journey = await assignedCase(cast, {
    ...{ title: '关于公交首末站夜间停车的建议', leadDeputy: 'deputy-37' },
    ...{ leadUnit: 'jiaotong', coUnit: 'caizheng' },
  });
}, GIVEN_TIMEOUT_MS);

/** 事实经过 of the case, on a page of somebody. */
async function caseOpenedBy(login: string): Promise<Page> {
  const { page } = await openPage(DESKTOP);
  await enterAs(page, `${login}@yunchuan`, `/cases/${journey.suggestionId}`);
  await page.getByRole('heading', { level: 1, name: journey.roadCase.text.title }).waitFor();
  return page;
}

/** The desk urges the co-handler about its opinion. */
async function urge(message: string): Promise<void> {
  const desk = await journey.desk();
  const clocks = await desk.all<{ clockId: string; kind: string; subject: string }>(
    `/clocks?suggestionId=${journey.suggestionId}`,
  );
  const opinion = clocks.find(
    ({ kind, subject }) => kind === 'co_opinion' && subject === journey.share('caizheng'),
  );
  await desk.post('/urges', { clockId: opinion?.clockId, message, toHead: false });
}

/** Milliseconds until so many of a kind of fact are told on the page. */
async function seenAfter(page: Page, fact: string, count: number): Promise<number> {
  const started = performance.now();
  const told = page.getByRole('tabpanel').getByText(fact, { exact: true });
  await told.nth(count - 1).waitFor({ timeout: AT_MOST_MS });
  return performance.now() - started;
}

it('shows on two pages of one case what either side does, within a second and without a reload', async () => {
  const pages = [await caseOpenedBy('desk'), await caseOpenedBy('liaison')] as const;
  const waits: number[] = [];
  const [office, unit] = pages;
  await act(unit, '签收');
  const told = seenAfter(office, '签收', 1);
  await finish(unit, '签收');
  waits.push(await told);
  const coUnit = await journey.unit('liaison', 'caizheng');
  await coUnit.post(`/assignments/${journey.share('caizheng')}:acknowledge`);
  waits.push(...(await Promise.all(pages.map((page) => seenAfter(page, '签收', 2)))));
  for (const count of [1, 2, 3]) {
    await contactDeputy(journey);
    waits.push(...(await Promise.all(pages.map((page) => seenAfter(page, '沟通记录', count)))));
  }
  const sorted = waits.toSorted((one, other) => one - other);
  expect(sorted[Math.floor(sorted.length / 2)], waits.map(Math.round).join()).toBeLessThan(1_000);
});

it('counts a new notice on the bell at once, and marks it as read', async () => {
  const page = await caseOpenedBy('liaison-caizheng');
  const bell = page.getByRole('link', { name: /^通知，\d+ 条未读$/ });
  await bell.waitFor();
  const before = await bell.getAttribute('aria-label');
  await urge('请回复现场会时间');
  await expect.poll(() => bell.getAttribute('aria-label'), { timeout: AT_MOST_MS }).not.toBe(before);
  await bell.click();
  await page.getByRole('heading', { level: 1, name: '通知' }).waitFor();
  await screenshot(page, 'notices-desktop');
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByRole('link', { name: '通知', exact: true }).waitFor();
  expect(await page.getByRole('img', { name: '未读' }).count()).toBe(0);
});
