import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { demoCity } from '@huiyin/demo-city/city';
import { logIn } from '@huiyin/scripts/api/session';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
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

const TENANT = 'donghu';
const SOON = { timeout: 20_000 };
/** Forms of one pile. */
const PILE = 5;
const PILE_MS = 120_000;
const SCAN = {
  name: '纸质件扫描.pdf',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from('%PDF-1.7 纸质件'),
};

const PEOPLE = demoCity().find(({ place }) => place.tenant === TENANT)?.people ?? [];

function nameOf(loginName: string): string {
  const name = PEOPLE.find((person) => person.loginName === loginName)?.name;
  if (name === undefined) throw new Error(`the demo city has no ${loginName}`);
  return name;
}

/** Chooses a deputy in the field that has the focus. */
async function type(page: Page, loginName: string): Promise<void> {
  await page.keyboard.insertText(nameOf(loginName));
  await page
    .locator('.ant-select-item-option-active')
    .filter({ hasText: nameOf(loginName) })
    .waitFor(SOON);
  await page.keyboard.press('Enter');
  // A list that is still open takes the next key for itself; that of many stays open.
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('[role=combobox][aria-expanded=true]').count()).toBe(0);
}

/** From the lead deputy on, as the page leaves the focus after a form; no mouse. */
async function typeForm(page: Page, title: string, lead = 'deputy-11'): Promise<void> {
  await page.locator('#lead:focus').waitFor(SOON);
  await type(page, lead);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  for (const words of [title, '人行道破损三百米，雨天积水。']) {
    await page.keyboard.insertText(words);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.insertText('年内整修\n公布责任单位');
  await page.keyboard.press('Control+Enter');
}

async function beginPile(page: Page, formNumber: string): Promise<void> {
  await page.getByLabel('纸质件编号').fill(formNumber);
  await page.getByLabel('代表签名日期').fill('2026-01-05');
  await page.getByLabel('领衔代表').focus();
}

describe('the desk', () => {
  it(
    'enters a pile by keyboard alone, goes on where it stopped, and is told what is refused',
    { timeout: PILE_MS },
    async () => {
      const { page, complaints } = await openPage(DESKTOP);
      await enterAs(page, `desk@${TENANT}`);
      await page.getByRole('main').getByRole('link', { name: '录入纸质建议' }).click();
      await page.getByRole('region', { name: '录入', exact: true }).waitFor();
      await expect.poll(() => page.evaluate<string>('document.activeElement.id')).toContain('formNumber');
      await page.keyboard.press('Control+Enter');
      await page.getByText('请选择领衔代表').waitFor();

      await beginPile(page, '工委-007');
      for (let index = 0; index < PILE; index += 1) {
        await typeForm(page, `关于整修堤岸路人行道的建议（${index + 1}）`);
        await page.getByText(`已录入 工委-${String(index + 7).padStart(3, '0')}`).waitFor(SOON);
      }
      expect(await page.getByLabel('纸质件编号').inputValue()).toBe('工委-012');
      const receipts = page.getByRole('list', { name: '回执' });
      await receipts.getByText('工委-011').waitFor(SOON);
      await screenshot(page, 'papers-desktop');

      await page.getByLabel('纸质件编号').fill('工委-011');
      await page.getByLabel('领衔代表').focus();
      await typeForm(page, '另一件，编号写错了');
      await page
        .getByRole('alert')
        .getByText(/工委-011 没有录入/)
        .waitFor(SOON);
      await page.reload();
      expect(await page.getByLabel('标题').inputValue()).toBe('另一件，编号写错了');
      await page.getByLabel('纸质件编号').fill('工委-020');
      await page.keyboard.press('Control+Enter');
      await page.getByText('已录入 工委-020').waitFor(SOON);
      await page.getByLabel('查回执').fill('编号写错');
      await page.getByLabel('查回执').press('Enter');
      await expect.poll(() => receipts.getByRole('listitem').count()).toBe(1);
      await page.getByRole('button', { name: '存为常用筛选' }).click();
      await page.getByRole('dialog').getByLabel('名称').fill('写错编号的');
      await page.getByRole('dialog').getByRole('button', { name: '存', exact: true }).click();
      await page.getByRole('button', { name: '写错编号的' }).waitFor(SOON);
      await page.goto(new URL('/papers?status=withdrawn', page.url()).href);
      await page.getByText('没有符合条件的回执。').waitFor(SOON);
      await page.getByRole('button', { name: '写错编号的' }).click();
      await receipts.getByText('工委-020').waitFor(SOON);
      await screenshot(page, 'papers-filtered-desktop');
      await page.getByRole('link', { name: '去登记' }).click();
      await page.getByRole('option', { name: /另一件，编号写错了/ }).waitFor(SOON);
      expect(complaints).toEqual([]);
    },
  );
});

describe('the secretariat of the session', () => {
  it('comes from the register, scans the form, and the suggestion has its scan', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `registrar@${TENANT}`, '/register');
    await page.getByRole('main').getByRole('link', { name: '录入纸质建议' }).click();
    await beginPile(page, '议案组-1');
    await type(page, 'deputy-12');
    await page.keyboard.press('Tab');
    await type(page, 'deputy-13');
    await page.getByLabel('标题').fill('关于增设梅园路路灯的建议');
    await page.getByLabel('情况和问题').fill('梅园路西段没有路灯。');
    await page.getByLabel('具体建议').fill('年内装上路灯');
    await page.getByLabel('涉及区域').fill('梅园街道');
    await page.getByLabel('曾提过').fill('2024年第67号\n第12号');
    const scan = page.getByRole('region', { name: '扫描件' });
    const chooser = page.waitForEvent('filechooser');
    await scan.getByRole('button', { name: /选文件/ }).press('Enter');
    await (await chooser).setFiles(SCAN);
    await scan.getByRole('link', { name: SCAN.name }).waitFor(SOON);
    await screenshot(page, 'papers-scan-desktop');
    await page.getByRole('button', { name: /^录入/ }).click();
    await page.getByText('已录入 议案组-1').waitFor(SOON);
    await page.getByText(`${nameOf('deputy-12')}等 2 名代表`).waitFor(SOON);

    const desk = await logIn(gatewayUrl, `desk@${TENANT}`, DEMO_PASSWORD);
    const [receipt] = await desk.all<{ formNumber: string; suggestionId: string }>('/paper-forms');
    expect(receipt?.formNumber).toBe('议案组-1');
    const { text } = await desk.get<{ text: { attachments: { name: string }[] } }>(
      `/suggestions/${receipt?.suggestionId ?? ''}`,
    );
    expect(text.attachments.map(({ name }) => name)).toEqual([SCAN.name]);
    expect(text).toMatchObject({ affectedArea: '梅园街道', earlierNumbers: ['2024年第67号', '第12号'] });
    expect(complaints).toEqual([]);
  });
});

describe('a clerk of a delegation', () => {
  it('has a home that is empty at first, and shows what became of the forms it entered', async () => {
    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, `delegation@${TENANT}`);
    await page.getByText('还没有录入过纸质建议').waitFor();
    expect(await graveFaults(page)).toEqual([]);
    await screenshot(page, 'delegation-empty-phone');
    const places = page.getByRole('navigation', { name: '各页' });
    await places.getByRole('link', { name: '录入纸质建议' }).click();
    await beginPile(page, '一团-1');
    // Of the clerk's delegation, and led by none of the forms that the desk entered.
    await typeForm(page, '关于增设青年路公交站的建议', 'deputy-17');
    await page.getByText('已录入 一团-1').waitFor(SOON);
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'papers-phone');

    const desk = await logIn(gatewayUrl, `desk@${TENANT}`, DEMO_PASSWORD);
    const [receipt] = await desk.all<{ suggestionId: string }>('/paper-forms');
    await desk.post(`/suggestions/${receipt?.suggestionId ?? ''}:register`, { category: '城建环保' });
    await places.getByRole('link', { name: '纸质件回执' }).click();
    const own = page.getByRole('list', { name: '回执' }).getByRole('listitem');
    await own.getByText(/已登记 第\d+号/).waitFor(SOON);
    expect(await own.count()).toBe(1);
    expect(await own.getByRole('link').count()).toBe(0);
    await screenshot(page, 'delegation-phone');
    expect(await graveFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
