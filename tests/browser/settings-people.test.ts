import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { Cast } from '@huiyin/scripts/road/cast';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignedCase } from './support/assigned-case.ts';
import {
  DESKTOP,
  enterAs,
  gatewayUrl,
  logInAs,
  openPage,
  overflowsSideways,
  PHONE,
  screenshot,
  useBrowser,
} from './support/open-page.ts';

const TENANT = 'xiling';
const UNIT = '区医疗保障局';
const TITLE = '关于在西苑街道增设医保服务窗口的建议';
const NAME = '欧阳听雨';
const LOGIN = `ouyang-tingyu@${TENANT}`;
const PEOPLE = `/settings?tab=people&name=${encodeURIComponent(NAME)}`;

useBrowser();

beforeAll(async () => {
  const of = { leadDeputy: 'deputy-16', leadUnit: 'yibao', coUnit: 'tuiyi' };
  await assignedCase(new Cast(gatewayUrl, TENANT), { title: TITLE, ...of });
});

describe('人员和身份', () => {
  it('lets the administrator add the liaison of a unit and open an account, who then sees the inbox of the unit', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `admin@${TENANT}`, '/settings?tab=people');
    await page.getByRole('button', { name: '新增人员' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('姓名').fill(NAME);
    await choose(page, form.getByRole('combobox', { name: '身份 1', exact: true }), '联络员');
    await choose(page, form.getByRole('combobox', { name: '身份 1 的单位' }), UNIT, '医疗保障');
    await form.getByRole('button', { name: '新增人员' }).click();
    await rowOf(page).getByText(`${UNIT} 联络员`).waitFor();

    await page.getByRole('button', { name: `给${NAME}开通账号` }).click();
    await fillAccount(form, { login: `liaison@${TENANT}`, password: 'short', again: 'other' });
    await form.getByRole('button', { name: '开通账号' }).click();
    await form.getByText('密码至少 8 位').waitFor();
    await form.getByText('两次填的密码不一样').waitFor();
    await fillAccount(form, { login: `liaison@${TENANT}`, password: DEMO_PASSWORD, again: DEMO_PASSWORD });
    await form.getByRole('button', { name: '开通账号' }).click();
    const login = form.locator('.ant-form-item', { has: page.getByLabel('登录名') });
    await login.getByText('该登录名已被使用').waitFor();
    expect(await form.locator('.failure').count()).toBe(0);
    await screenshot(page, 'settings-account-desktop');
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain(DEMO_PASSWORD);
    await form.getByLabel('登录名').fill(LOGIN.toUpperCase());
    expect(await form.getByLabel('登录名').inputValue()).toBe('ouyang-tingyu');
    await form.getByRole('button', { name: '开通账号' }).click();
    await rowOf(page).getByText(`账号 ${LOGIN}`).waitFor();
    await page.getByRole('button', { name: `给${NAME}重设密码` }).waitFor();
    // The login that was taken.
    expect(complaints).toEqual([expect.stringContaining('409')]);

    const liaison = await openPage(DESKTOP);
    await logInAs(liaison.page, LOGIN);
    await liaison.page.getByRole('heading', { name: new RegExp(`^${UNIT}有 \\d+ 件`) }).waitFor();
    await liaison.page.getByRole('row', { name: new RegExp(TITLE) }).waitFor();
    expect(liaison.complaints).toEqual([]);
  });

  it('lets the administrator change a role: the one before stands there as ended, and the person is what they are now', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `admin@${TENANT}`, PEOPLE);
    await page.getByRole('button', { name: `修改${NAME}` }).click();
    const form = page.getByRole('dialog');
    await choose(page, form.getByRole('combobox', { name: '身份 1', exact: true }), '承办人');
    await form.getByRole('button', { name: '修改人员' }).click();
    await rowOf(page).getByText(`${UNIT} 承办人 · ${UNIT} 联络员 （已停用）`).waitFor();
    await screenshot(page, 'settings-people-desktop');
    expect(complaints).toEqual([]);

    const clerk = await openPage(DESKTOP);
    await logInAs(clerk.page, LOGIN);
    await clerk.page.getByText(`${UNIT} 承办人`).waitFor();
    expect(clerk.complaints).toEqual([]);
  });

  it('leaves accounts to the administrator', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`, PEOPLE);
    await page.getByText('开通账号由管理员办理。').waitFor();
    await page.getByRole('button', { name: `修改${NAME}` }).waitFor();
    expect(await page.getByRole('button', { name: '的密码' }).count()).toBe(0);
    expect(await page.getByText(LOGIN).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('stands on a phone without scrolling sideways, with another password for who forgot theirs', async () => {
    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, `admin@${TENANT}`, PEOPLE);
    await page.getByRole('button', { name: `给${NAME}重设密码` }).click();
    const form = page.getByRole('dialog');
    expect(await form.getByLabel('登录名').inputValue()).toBe('ouyang-tingyu');
    await form.getByLabel('密码', { exact: true }).fill(`${DEMO_PASSWORD}-2`);
    await form.getByLabel('再填一次密码').fill(`${DEMO_PASSWORD}-2`);
    await screenshot(page, 'settings-account-phone');
    expect(await overflowsSideways(page)).toBe(false);
    await form.getByRole('button', { name: '重设密码' }).click();
    await form.waitFor({ state: 'detached' });
    const answer = await page.context().request.post(`${gatewayUrl}/api/v1/session`, {
      headers: { origin: new URL(gatewayUrl).origin },
      data: { login: LOGIN, password: DEMO_PASSWORD },
    });
    expect(answer.status()).toBe(401);
    expect(complaints).toEqual([]);
  });
});

function rowOf(page: Page): Locator {
  return page.locator('.settings-list > li', { hasText: NAME });
}

async function choose(page: Page, field: Locator, option: string, typed = ''): Promise<void> {
  await field.click();
  if (typed !== '') await field.fill(typed);
  await page.locator('.ant-select-item-option').getByText(option, { exact: true }).click();
}

async function fillAccount(
  form: Locator,
  { login, password, again }: { readonly login: string; readonly password: string; readonly again: string },
): Promise<void> {
  await form.getByLabel('登录名').fill(login);
  await form.getByLabel('密码', { exact: true }).fill(password);
  await form.getByLabel('再填一次密码').fill(again);
}
