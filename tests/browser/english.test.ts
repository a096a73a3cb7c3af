import { readFile } from 'node:fs/promises';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { Cast } from '@huiyin/scripts/road/cast';
import { logIn } from '@huiyin/scripts/api/session';
import { acknowledge } from '@huiyin/scripts/road/raise';
import { CATALOGUE } from '@huiyin/scripts/web-translations';
import { parseCatalogue } from '@huiyin/translations/catalogue';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookOverPage } from '../screenshots/support/look-over-page.ts';
import { sightsOf } from '../screenshots/support/page-addresses.ts';
import { untilDrawn } from './support/accessibility.ts';
import { assignedCase } from './support/assigned-case.ts';
import {
  DESKTOP,
  enterAs,
  gatewayUrl,
  openPage,
  PHONE,
  screenshot,
  useBrowser,
} from './support/open-page.ts';

useBrowser();

const TENANT = 'yunchuan';
const UNIT = 'jiaotong';
const GIVEN_TIMEOUT_MS = 180_000;
/** A dozen pages, each in two sizes. Milliseconds. */
const ROLE_TIMEOUT_MS = 300_000;
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/g;
/** What the interface says in Chinese. */
const CHINESE_TEXTS = new Set(parseCatalogue(await readFile(CATALOGUE, 'utf8')).map(({ text }) => text));

/** Every text, put together where it may break, and every name of a control, but for what says that it is Chinese. */
const READ_TEXTS = `(() => {
  const copy = document.body.cloneNode(true);
  for (const element of copy.querySelectorAll('wbr, script, style, noscript, [lang="zh-CN"]')) element.remove();
  copy.normalize();
  const texts = [document.title];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node.textContent.trim());
  for (const attribute of ['aria-label', 'placeholder', 'title', 'alt']) {
    for (const element of copy.querySelectorAll('[' + attribute + ']')) texts.push(element.getAttribute(attribute));
  }
  return texts;
})()`;

/** One case on its way, so that lists, clocks and the timeline have something to say. */
beforeAll(async () => {
  const of = { title: '关于增加月河路路灯的建议', leadDeputy: 'deputy', leadUnit: UNIT, coUnit: 'fagai' };
  const cast = new Cast(gatewayUrl, TENANT);
  await acknowledge(await assignedCase(cast, of));
  await (await cast.person('deputy')).post('/suggestions', { text: { title: '关于修缮老旧管网的建议' } });
}, GIVEN_TIMEOUT_MS);

/** Everything that the services said to the page so far: what it shows in Chinese must come from there. */
function hearAnswers(page: Page): () => Promise<string> {
  const heard: Promise<string>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    // The stream of hints says nothing of its own, and does not end.
    if (!pathname.startsWith('/api/') || pathname === '/api/v1/stream') return;
    // A page that was left does not keep its answers.
    heard.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(heard)).join('\n');
}

/** Texts that the interface itself still says in Chinese: of its catalogue, or said by no service. */
async function chineseOf(page: Page, heard: () => Promise<string>): Promise<readonly string[]> {
  const texts = await page.evaluate<string[]>(READ_TEXTS);
  const answers = await heard();
  const isOwn = (text: string): boolean =>
    CHINESE_TEXTS.has(text) || [...text.matchAll(CHINESE)].some(([run]) => !answers.includes(run));
  return [...new Set(texts.filter((text) => isOwn(text)))];
}

async function logInInEnglish(page: Page, login: string): Promise<void> {
  await page.goto(gatewayUrl);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Account').fill(login);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor();
}

describe('every page in English, on a desktop and on a phone', () => {
  it.each([
    ['unit-clerk', `clerk@${TENANT}`],
    ['congress-desk', `desk@${TENANT}`],
    ['deputy', `deputy@${TENANT}`],
  ])(
    'of %s has no Chinese but data, and nothing is cut off',
    async (role, login) => {
      const sights = await sightsOf(role, await logIn(gatewayUrl, login, DEMO_PASSWORD));
      const { page, complaints } = await openPage(DESKTOP);
      const heard = hearAnswers(page);
      await logInInEnglish(page, login);
      const faults: string[] = [];
      for (const { name, address, isMissing, isForDesktop } of sights) {
        if (isMissing) continue;
        await page.setViewportSize(DESKTOP);
        await page.goto(gatewayUrl + address);
        for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
          if (device === 'phone' && isForDesktop) continue;
          await page.setViewportSize(viewport);
          await untilDrawn(page);
          const cut = (await lookOverPage(page, device === 'phone')).filter(({ kind }) => kind !== 'advice');
          const wrong = [
            ...(await chineseOf(page, heard)),
            ...cut.map(({ kind, what }) => `${kind} ${what}`),
          ];
          faults.push(...wrong.map((fault) => `${name} ${device}: ${fault}`));
        }
        if (name === 'case') await screenshot(page, `english-${role}-case-phone`);
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    },
    ROLE_TIMEOUT_MS,
  );
});

describe('the choice of a language', () => {
  it('stays in this browser through a reload and a log-out, and is taken back by the same button', async () => {
    const { page } = await openPage(PHONE);
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    await enterAs(page, `deputy@${TENANT}`);
    const isEnglish = (path: string): boolean => /speak-english.*\.js$/.test(path);
    expect(scripts.filter(isEnglish)).toEqual([]);

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Log out' }).waitFor();
    expect(scripts.filter(isEnglish)).toHaveLength(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toBe('My suggestions · Huiyin');
    await page.reload();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Account').waitFor();

    await page.getByRole('button', { name: '中文' }).click();
    await page.getByLabel('账号').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.reload();
    await page.getByLabel('账号').waitFor();
  });

  it('keeps what was typed', async () => {
    const { page } = await openPage(DESKTOP);
    await enterAs(page, `deputy@${TENANT}`, '/write');
    await page.getByRole('textbox', { name: '标题' }).fill('关于路灯的建议');
    await page.getByText(/已保存/).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('关于路灯的建议');
  });

  it('is followed by what the gateway refuses', async () => {
    const { page } = await openPage(PHONE);
    await page.goto(gatewayUrl);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Account').fill('nobody@yunchuan');
    await page.getByLabel('Password').fill('not-the-password');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('✕ Wrong account or password').waitFor();
  });

  it('is followed by days', async () => {
    const { page } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]{2}$/ }).waitFor();
  });
});
