import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { ApiRefusal, logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { waitFor } from '@huiyin/testkit/wait-for';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  DESKTOP,
  enterAs,
  gatewayUrl,
  openPage,
  overflowsSideways,
  PHONE,
  screenshot,
  useBrowser,
  useSharedPage,
} from './support/open-page.ts';
import { Taps } from './support/taps.ts';

useBrowser();

/** A page asks several services before it shows something. */

const BUILD = join(REPOSITORY, 'services/web/dist');
/** What a deputy's first page may load, bytes of compressed JavaScript. */
const MOST_FIRST_LOAD = 350 * 1024;
const MOST_TAPS = 12;
const MOST_TIME_MS = 120_000;

const TITLE = '关于在西岭路小学门前增设过街信号灯的建议';
const FACTS =
  '西岭路小学门前早晚高峰每小时有约1200名学生过街，2025年发生3起剐蹭。路口只有标线，没有信号灯，家长和交警每天人工疏导，雨天尤其危险。';
const DEMAND = '建议由区公安分局在9月1日前于西岭路小学门前增设行人过街信号灯。';

let deputy: ApiSession;

beforeAll(async () => {
  deputy = await logIn(gatewayUrl, 'deputy@xiling', DEMO_PASSWORD);
});

/** A deputy's draft, complete enough to be signed. */
async function drafted(title: string, by: ApiSession = deputy): Promise<string> {
  const { id } = await by.post('/suggestions', { text: { title, facts: FACTS, demands: [DEMAND] } });
  return id;
}

/** Compressed size of every script that the page asks for, bytes. */
function weighScripts(page: Page): () => number {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  return () => [...scripts].reduce((sum, script) => sum + statSync(join(BUILD, `${script}.gz`)).size, 0);
}

describe('a deputy with a phone', () => {
  it('goes from the login to a submitted suggestion in under two minutes and twelve taps', async () => {
    const { page, complaints } = await openPage(PHONE);
    const weight = weighScripts(page);
    await page.goto(gatewayUrl);
    await page.getByLabel('账号').waitFor();
    const began = performance.now();
    const taps = new Taps(page);
    await taps.write(page.getByLabel('账号'), 'deputy-2@xiling');
    await taps.write(page.getByLabel('密码'), DEMO_PASSWORD);
    await taps.tap(page.getByRole('button', { name: '登录' }));
    await page.getByRole('heading', { name: /代表，现在没有事等您/ }).waitFor();
    await page.getByText('还没有建议，先写一件').waitFor();
    expect(weight()).toBeGreaterThan(0);
    expect(weight()).toBeLessThanOrEqual(MOST_FIRST_LOAD);

    await taps.tap(page.getByRole('button', { name: '写建议' }));
    await taps.write(page.getByRole('textbox', { name: '标题' }), TITLE);
    await taps.write(page.getByRole('textbox', { name: '情况和问题' }), FACTS);
    await taps.write(page.getByRole('textbox', { name: '具体建议 1' }), DEMAND);
    await taps.tap(page.getByRole('button', { name: '检查并提交' }));
    await page.getByRole('heading', { name: TITLE }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await taps.tap(page.getByRole('button', { name: '提交', exact: true }));
    await page.getByText('已提交，等代表工委登记').waitFor();
    expect(performance.now() - began).toBeLessThan(MOST_TIME_MS);
    expect(taps.count).toBeLessThanOrEqual(MOST_TAPS);
    await screenshot(page, 'deputy-submitted-phone');

    await page.getByRole('link', { name: '回到我的建议' }).click();
    await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'deputy-home-phone');
    expect(complaints).toEqual([]);
  });
});

describe('help with writing', () => {
  it('points at what it means, at most twice, and goes away when the words shall stay', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'deputy@xiling');
    let save = (): void => undefined;
    const saving = new Promise<void>((resolve) => (save = resolve));
    await page.route('**/api/v1/suggestions', async (route) => {
      if (route.request().method() === 'POST') await saving;
      await route.continue();
    });
    await page.goto(`${gatewayUrl}/write`);
    await page.getByRole('textbox', { name: '标题' }).fill('关于道路维修和养老服务工作的建议');
    await page.getByRole('textbox', { name: '情况和问题' }).fill('路不好。');
    await page.getByRole('textbox', { name: '具体建议 1' }).fill('进一步高度重视有关方面存在的困难');
    const hints = page.getByRole('complementary', { name: '写作帮助' }).getByRole('listitem');
    await expect.poll(() => hints.count()).toBe(2);
    await page.getByRole('button', { name: '看提示 1' }).click();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('hint-1');
    await hints.first().getByRole('button').first().click();
    await expect.poll(() => page.evaluate('document.activeElement.id')).toMatch(/^write-/);
    await screenshot(page, 'deputy-write-desktop');
    const before = await hints.first().textContent();
    await hints.first().getByRole('button', { name: '保留' }).click();
    await expect.poll(() => hints.first().textContent()).not.toBe(before);
    const after = await hints.first().textContent();
    // All of it before the draft was saved once; saving changes nothing about it.
    expect(new URL(page.url()).pathname).toBe('/write');
    save();
    await page.waitForURL(/\/write\/.+/);
    await page.getByText(/已保存/).waitFor();
    expect(await hints.first().textContent()).toBe(after);
    expect(complaints).toEqual([]);
  });
});

describe('联名', () => {
  it('is asked for by name, confirmed after reading, and voided only after saying so', async () => {
    const id = await drafted('关于完善西岭公园夜间照明的建议');
    const cosigner = await logIn(gatewayUrl, 'deputy-3@xiling', DEMO_PASSWORD);
    const { people } = await deputy.get<{ people: readonly { name: string }[] }>(
      `/people:resolve?ids=${cosigner.personId}`,
    );
    const name = people[0]?.name ?? '';
    const lead = await openPage(DESKTOP);
    await enterAs(lead.page, 'deputy@xiling', `/write/${id}`);
    await lead.page.getByRole('tab', { name: '联名' }).click();
    await lead.page.getByLabel('按姓名找代表').fill(name);
    await lead.page.getByTitle(name, { exact: true }).first().click();
    await lead.page.keyboard.press('Escape');
    await lead.page.getByRole('button', { name: '邀请联名' }).click();
    await lead.page.getByText('等待确认').waitFor();

    const invited = await openPage(PHONE);
    await enterAs(invited.page, 'deputy-3@xiling');
    await invited.page.getByRole('button', { name: /请您联名/ }).click();
    await invited.page.getByText(DEMAND).waitFor();
    await invited.page.getByRole('button', { name: '确认联名' }).click();
    await invited.page.getByText('您已确认联名').waitFor();
    expect(await overflowsSideways(invited.page)).toBe(false);

    await lead.page.reload();
    await lead.page.getByText('1 位联名代表已经确认这份文字').waitFor();
    expect(await lead.page.getByRole('textbox', { name: '标题' }).isEditable()).toBe(false);
    await lead.page.getByRole('button', { name: '仍要修改' }).click();
    await lead.page.getByRole('textbox', { name: '标题' }).fill('关于完善西岭公园照明的建议');
    await lead.page.getByRole('tab', { name: '联名 0/1' }).waitFor();
    expect([...lead.complaints, ...invited.complaints]).toEqual([]);
  });
});

describe('a deputy who is logged in on the phone', () => {
  const phone = useSharedPage(PHONE, 'deputy@xiling');

  it('has a reviewer whose comments lead to their passages', async () => {
    const id = await drafted(TITLE);
    const { page, complaints } = phone();
    await page.goto(`${gatewayUrl}/write/${id}`);
    await page.getByRole('button', { name: '请人预审' }).click();
    await page.getByText('答复前仍可修改').waitFor();
    const reviewer = await logIn(gatewayUrl, 'reviewer@xiling', DEMO_PASSWORD);
    await reviewer.post(`/pre-reviews/${id}:answer`, {
      ...{ substance: 'good', reasoning: 'good', feasibility: 'improve', advice: '写明由谁出资。' },
      comments: [{ passage: '行人过街信号灯', comment: '写明几处。' }],
    });
    await page.reload();
    await page.getByText('写明由谁出资').waitFor();
    await page.getByRole('button', { name: '去看这一处' }).click();
    const selected = await page.evaluate(
      'document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
    );
    expect(selected).toBe('行人过街信号灯');
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'deputy-pre-review-phone');
    expect(complaints).toEqual([]);
  });

  it('withdraws a case from its page, with the reason kept until it is', async () => {
    const id = await drafted('关于西岭路公交站台的建议');
    await deputy.post(`/suggestions/${id}:submit`);
    await waitFor('the submitted case', async () => {
      const file = await deputy
        .get<{ availableActs: readonly { act: string }[] }>(`/cases/${id}`)
        .catch(notYetFiled);
      return file?.availableActs.some(({ act }) => act === 'withdrawSuggestion') ?? false;
    });
    const { page } = phone();
    await page.goto(`${gatewayUrl}/cases/${id}`);
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByLabel(/撤回的原因/).fill('与另一件重复');
    await page.reload();
    await page.getByRole('button', { name: '撤回' }).click();
    expect(await page.getByLabel(/撤回的原因/).inputValue()).toBe('与另一件重复');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByText('没有要办的事').waitFor();
    expect(await overflowsSideways(page)).toBe(false);
  });

  it('is told why an unfinished suggestion is not taken, and keeps it', async () => {
    const { page } = phone();
    await page.goto(`${gatewayUrl}/write`);
    await page.getByRole('textbox', { name: '标题' }).fill('关于路灯的建议');
    await page.getByText(/已保存/).waitFor();
    await page.getByRole('button', { name: '检查并提交' }).click();
    await page.getByText('还没有写：情况和问题、至少一条具体建议').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('alert').getByText('请填写情况和问题').waitFor();
    await page.getByRole('button', { name: '回去改' }).click();
    expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('关于路灯的建议');
  });
});

/** Until archive has heard of the case there is none; anything else is a failure. */
function notYetFiled(error: unknown): undefined {
  if (error instanceof ApiRefusal && error.status === 404) return undefined;
  throw error;
}
