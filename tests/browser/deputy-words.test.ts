import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { ApiRefusal, logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { waitFor } from '@huiyin/testkit/wait-for';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graveFaults } from './support/accessibility.ts';
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

/** A page asks several services before it shows something. */

interface Draft {
  readonly version: number;
  readonly text: { readonly title: string; readonly facts: string; readonly demands: readonly string[] };
}

const LOGIN = 'deputy-4@xiling';
let deputy: ApiSession;

beforeAll(async () => {
  deputy = await logIn(gatewayUrl, LOGIN, DEMO_PASSWORD);
});

const field = (page: Page, name: string) => page.getByRole('textbox', { name });

/** The draft that the page writes, as the server has it. */
async function draftOf(page: Page): Promise<Draft> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  return deputy.get<Draft>(`/suggestions/${id}`);
}

describe('what a deputy has typed', () => {
  it('survives a reload, no connection and an ended session, and is saved when all is back', async () => {
    const { page, context } = await openPage(PHONE);
    await enterAs(page, LOGIN, '/write');
    await field(page, '标题').fill('关于路灯的建议');
    // Before anything was sent: only this browser has it.
    await page.reload();
    expect(await field(page, '标题').inputValue()).toBe('关于路灯的建议');
    await page.getByText(/已保存/).waitFor();
    await page.waitForURL(/\/write\/.+/);

    await context.setOffline(true);
    await field(page, '情况和问题').fill('沿湖路夜间没有路灯');
    await page.getByText('已离线，写的都存在本机').waitFor();
    expect((await draftOf(page)).text.facts).toBe('');
    await context.setOffline(false);
    await page.getByText(/已保存/).waitFor();
    expect((await draftOf(page)).text.facts).toBe('沿湖路夜间没有路灯');

    // Offline until the session is over: otherwise a question asked meanwhile may end the page while it is filled.
    await context.setOffline(true);
    await field(page, '具体建议 1').fill('请区城管局装灯');
    await context.clearCookies();
    await context.setOffline(false);
    await page.getByText('登录已过期').waitFor();
    await page.getByLabel('账号').fill(LOGIN);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    expect(await field(page, '具体建议 1').inputValue()).toBe('请区城管局装灯');
    await page.getByText(/已保存/).waitFor();
    expect((await draftOf(page)).text).toMatchObject({
      title: '关于路灯的建议',
      facts: '沿湖路夜间没有路灯',
      demands: ['请区城管局装灯'],
    });
    const drafts = await deputy.all<{ title: string }>('/suggestions');
    expect(drafts.filter(({ title }) => title === '关于路灯的建议')).toHaveLength(1);
  });

  it('is shown beside what was written elsewhere, and the deputy chooses', async () => {
    const { id } = await deputy.post('/suggestions', { text: { title: '关于公厕的建议', facts: '少' } });
    const { page } = await openPage(PHONE);
    await enterAs(page, LOGIN, `/write/${id}`);
    await expect.poll(() => field(page, '情况和问题').inputValue()).toBe('少');
    const { version } = await draftOf(page);
    await deputy.patch(`/suggestions/${id}`, { title: '关于公厕的建议', facts: '另一台手机写的' }, version);
    await field(page, '情况和问题').fill('这台手机写的');
    const conflict = page.getByRole('alert');
    await conflict.getByText('两份都在').waitFor();
    await conflict.getByText('另一台手机写的').waitFor();
    await conflict.getByText('这台手机写的').waitFor();
    expect((await draftOf(page)).text.facts).toBe('另一台手机写的');
    await conflict.getByRole('button', { name: '留这里写的' }).click();
    await page.getByText(/已保存/).waitFor();
    expect((await draftOf(page)).text.facts).toBe('这台手机写的');
  });
});

describe('what a deputy says beside the words', () => {
  const AREA = '西岭街道、文澜路沿线';
  const NUMBERS = ['2024年第67号', '990102-19-3-0012'];

  /** A line of a list of facts by its name. */
  const line = (page: Page, name: string) =>
    page.locator('dl > div', { has: page.getByText(name, { exact: true }) }).locator('dd');

  it('is checked before it is submitted, and stands on the page of the case', async () => {
    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, LOGIN, '/write');
    await field(page, '标题').fill('关于文澜路沿线照明的建议');
    await field(page, '情况和问题').fill('文澜路西段夜间没有路灯，去年发生3起事故。');
    await field(page, '具体建议 1').fill('请区城管局年内装上路灯');
    await page.getByText(/希望谁办、怎样联系/).click();
    await page.getByRole('radiogroup', { name: '希望沟通方式' }).getByText('电话').click();
    await page.getByRole('radiogroup', { name: '调研来源' }).getByText('联络站').click();
    // What is longer than the form has room for cannot be typed.
    await field(page, '涉及区域').fill('区'.repeat(201));
    expect((await field(page, '涉及区域').inputValue()).length).toBe(200);
    await field(page, '涉及区域').fill(AREA);
    await field(page, '历年编号 1').fill(NUMBERS[0] ?? '');
    await page.getByRole('button', { name: '再加一个历年编号' }).click();
    await page.getByRole('button', { name: '再加一个历年编号' }).click();
    await field(page, '历年编号 2').fill('写错了');
    await field(page, '历年编号 3').fill(NUMBERS[1] ?? '');
    await page.getByRole('button', { name: '去掉历年编号 2' }).click();
    expect(await overflowsSideways(page)).toBe(false);
    expect(await graveFaults(page)).toEqual([]);
    await screenshot(page, 'deputy-more-fields-phone');
    await page.getByText(/已保存/).waitFor();
    await page.waitForURL(/\/write\/.+/);
    expect((await draftOf(page)).text).toMatchObject({ affectedArea: AREA, earlierNumbers: NUMBERS });

    await page.getByRole('button', { name: '检查并提交' }).click();
    await expect.poll(() => line(page, '希望沟通方式').textContent()).toBe('电话');
    expect(await line(page, '调研来源').textContent()).toBe('联络站');
    expect(await line(page, '涉及区域').textContent()).toBe(AREA);
    expect(await line(page, '曾提过（历年编号）').textContent()).toBe(NUMBERS.join('、'));
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'deputy-check-phone');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('已提交，等代表工委登记').waitFor();

    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await waitFor('the submitted case', () => deputy.get(`/cases/${id}`).then(() => true, notYetFiled));
    await page.goto(`${gatewayUrl}/cases/${id}`);
    await expect.poll(() => line(page, '涉及区域').textContent()).toBe(AREA);
    expect(await line(page, '曾提过（历年编号）').textContent()).toBe(NUMBERS.join('、'));
    expect(await line(page, '希望沟通方式').textContent()).toBe('电话');
    expect(await line(page, '调研来源').textContent()).toBe('联络站');
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'case-text-phone');
    expect(complaints).toEqual([]);
  });
});

/** Until archive has heard of the case there is none; anything else is a failure. */
function notYetFiled(error: unknown): false {
  if (error instanceof ApiRefusal && error.status === 404) return false;
  throw error;
}
