import { Cast } from '@huiyin/scripts/road/cast';
import type { Journey } from '@huiyin/scripts/road/journey';
import { acknowledge } from '@huiyin/scripts/road/raise';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignedCase } from './support/assigned-case.ts';
import { column, exported } from './support/exported-sheet.ts';
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

const TENANT = 'yunchuan';
const UNIT = 'weijian';
const FORMULA = '=1+1关于增加社区卫生服务站的建议';
const GIVEN_TIMEOUT_MS = 180_000;

useBrowser();

let received: Journey;

beforeAll(async () => {
  const cast = new Cast(gatewayUrl, TENANT);
  const of = { leadDeputy: 'deputy-5', leadUnit: UNIT, coUnit: 'fagai' };
  await assignedCase(cast, { title: FORMULA, ...of });
  received = await assignedCase(cast, { title: '关于延长社区医院门诊时间的建议', ...of });
  await acknowledge(received);
  const deputy = await cast.person('deputy-5');
  const text = { facts: '社区里只有白天看得上病，老人候诊的时间太长。', demands: ['增加夜间门诊'] };
  const submitted = async (title: string): Promise<string> => {
    const { id } = await deputy.post('/suggestions', { text: { ...text, title } });
    await deputy.post(`/suggestions/${id}:submit`);
    return id;
  };
  await submitted('关于增加夜间门诊的建议');
  const registered = await submitted('关于配备家庭医生的建议');
  await (await cast.person('desk')).post(`/suggestions/${registered}:register`, { category: '城建环保' });
}, GIVEN_TIMEOUT_MS);

/** The texts of a column of the tables on the page. */
async function onScreen(page: Page, selector: string): Promise<readonly string[]> {
  return (await page.locator(`main tbody ${selector}`).allInnerTexts()).map((text) => text.trim());
}

describe('导出', () => {
  it('of a filtered list of cases holds what stands on the page', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`, `/cases?view=all&title=${encodeURIComponent('社区')}`);
    await page.locator('main tbody .title').first().waitFor();
    const rows = await exported(page.locator('main'));
    const titles = await onScreen(page, '.title');
    expect(titles).toContain(FORMULA);
    expect(column(rows, '标题')).toEqual(titles);
    expect(column(rows, '编号')).toEqual(await onScreen(page, 'td.number'));
    expect(column(rows, '还剩')).toEqual(await onScreen(page, 'td.left'));
    expect(column(rows, '颜色').every((word) => ['红', '黄', '绿', '未起'].includes(word))).toBe(true);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['今天', '/', '.today-table .title', '标题'],
    ['登记', '/register', '.queue .title', '标题'],
    ['分类交办', '/assign', '.queue .title', '标题'],
    ['单位', '/settings?tab=units', '.settings-list b', '单位'],
    ['人员', '/settings?tab=people', '.settings-list b', '姓名'],
  ])('of %s holds what stands on the page', async (_list, path, selector, heading) => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`, path);
    await page.locator(`main ${selector}`).first().waitFor();
    const shown = (await page.locator(`main ${selector}`).allInnerTexts()).map((each) => each.trim());
    const rows = column(await exported(page.locator('main')), heading);
    // A long list of people is longer than what is shown of it.
    expect(rows.slice(0, shown.length)).toEqual(shown);
    expect(complaints).toEqual([]);
  });

  it("of a unit's inbox holds what stands on the page", async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `liaison-${UNIT}@${TENANT}`, '/?role=lead');
    await page.locator('main tbody .title').first().waitFor();
    const rows = await exported(page.locator('main'));
    const titles = await onScreen(page, '.title');
    expect(titles).toHaveLength(2);
    expect(column(rows, '标题')).toEqual(titles);
    expect(column(rows, '下一步')).toEqual(await onScreen(page, '.verb'));
    expect(new Set(column(rows, '分工'))).toEqual(new Set(['主办']));
    expect(complaints).toEqual([]);
  });
});

describe('常用筛选', () => {
  it('come back with one click, under another name, and go', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`, '/cases?view=all&title=社区');
    const views = page.getByRole('group', { name: '常用筛选' });
    await views.getByRole('button', { name: '存为常用筛选' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '存', exact: true }).click();
    await dialog.getByText('请写名称').waitFor();
    await dialog.getByLabel('名称').fill('社区的');
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/me/views'));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect((await saved).status()).toBe(201);
    await inAnotherBrowser('社区的', 'desk');

    await page.goto(`${gatewayUrl}/cases`);
    await views.getByRole('button', { name: '社区的' }).click();
    await views.getByRole('button', { name: '社区的', pressed: true }).waitFor();
    expect(await page.getByLabel('标题中的文字').inputValue()).toBe('社区');
    await screenshot(page, 'lists-saved-views');

    await views.getByRole('button', { name: '改名或删除' }).click();
    await dialog.getByLabel('名称').fill('社区医院');
    await dialog.getByRole('button', { name: '存', exact: true }).click();
    await views.getByRole('button', { name: '社区医院' }).waitFor();
    await views.getByRole('button', { name: '改名或删除' }).click();
    await dialog.getByRole('button', { name: '删除' }).click();
    await views.getByRole('button', { name: '社区医院' }).waitFor({ state: 'detached' });
    await expect.poll(() => viewsOf(page), { timeout: 10_000 }).not.toContain('社区医院');
    expect(complaints).toEqual([]);
  });

  it('are taken back when they are refused', async () => {
    const { page } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`, '/cases?view=all&title=公园');
    const views = page.getByRole('group', { name: '常用筛选' });
    await page.route('**/api/v1/me/views', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await views.getByRole('button', { name: '存为常用筛选' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('公园的');
    await page.keyboard.press('Enter');
    await views.getByRole('alert').waitFor();
    expect(await views.getByRole('button', { name: '公园的' }).count()).toBe(0);
    expect(await viewsOf(page)).not.toContain('公园的');
  });
});

/** Names of what is saved for who is logged in on the page. */
async function viewsOf(page: Page): Promise<readonly string[]> {
  const answer = await page.request.get(`${gatewayUrl}/api/v1/me/views`);
  return ((await answer.json()) as { items: readonly { name: string }[] }).items.map(({ name }) => name);
}

/** Waits for a view to stand on the cases' page of the same person in another browser. */
async function inAnotherBrowser(name: string, login: string): Promise<void> {
  const { page } = await openPage(DESKTOP);
  await enterAs(page, `${login}@${TENANT}`, '/cases?view=all&title=x');
  const views = page.getByRole('group', { name: '常用筛选' });
  await views.getByRole('button', { name: '存为常用筛选' }).waitFor();
  await views.getByRole('button', { name }).first().waitFor();
}

describe('keys', () => {
  it('are listed on a page by ?, go through its list, and can be switched off', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`, '/cases?view=all');
    await page.locator('main tbody .title').nth(1).waitFor();
    await page.getByRole('button', { name: '快捷键' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const first = page.locator('main tbody .title').first();
    expect(await first.evaluate('document.activeElement.textContent')).toBe(await first.textContent());

    await page.keyboard.press('/');
    await expect.poll(() => focused(page)).toBe('INPUT');
    await first.focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: '快捷键' });
    await dialog.getByText('下一件、上一件').waitFor();
    await screenshot(page, 'lists-keys');
    await dialog.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    expect(await dialog.isVisible()).toBe(false);
    expect(await focused(page)).not.toBe('INPUT');
    expect(complaints).toEqual([]);
  });
});

/** The kind of element that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.tagName');
}

describe('on paper', () => {
  it('a case has nothing to press, and of a reply there is the letter', async () => {
    const { page } = await openPage(DESKTOP);
    await enterAs(page, `clerk-${UNIT}@${TENANT}`, `/cases/${received.suggestionId}`);
    await page.locator('main h1').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('button').filter({ visible: true }).count()).toBe(0);
    await screenshot(page, 'lists-print-case');

    await page.goto(`${gatewayUrl}/assignments/${received.share()}/reply`);
    await page.locator('.letter canvas').first().waitFor();
    const rest = page.locator('.reply-editor, .short-inbox, button').filter({ visible: true });
    expect(await rest.count()).toBe(0);
    await screenshot(page, 'lists-print-reply');
  });

  it.each(['/cases?view=all', '/', '/register', '/assign'])('%s has nothing to press', async (path) => {
    const { page } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`, path);
    await page.locator('main h1').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['button', '.topbar', '.side-nav']) {
      expect(await page.locator(gone).filter({ visible: true }).count(), gone).toBe(0);
    }
    expect(await page.locator('main h1').first().isVisible()).toBe(true);
    await screenshot(page, `lists-print${path.replaceAll(/[/?=]/gu, '-')}`);
  });
});

describe('a phone with many places', () => {
  it('has four of them and 更多', async () => {
    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, `desk@${TENANT}`);
    const nav = page.getByRole('navigation', { name: '各页' });
    await nav.getByRole('link').first().waitFor();
    expect(await nav.getByRole('link').count()).toBe(4);
    await nav.getByRole('button', { name: '更多' }).click();
    await screenshot(page, 'lists-more');
    await page.getByRole('menuitem', { name: '案件' }).getByRole('link').click();
    await page.waitForURL('**/cases');
    await nav.getByRole('button', { name: '案件' }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});
