import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { DEFAULT_STATE_ROOT } from '@huiyin/deploy/state-directory';
import { launchBrowser } from '@huiyin/testkit/browser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';

const SCREENSHOTS = join(DEFAULT_STATE_ROOT, 'screenshots');
/** Chromium may have to be installed first. Milliseconds. */
const SETUP_TIMEOUT_MS = 300_000;
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Makes what the page's policy forbids an error on the console, whatever the browser itself says of it. */
const REPORT_VIOLATIONS = `document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('CSP: ' + violatedDirective + ' ' + blockedURI))`;

/** A page of its own browser context, and what the browser complained about. */
export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

let browser: Browser | undefined;
const contexts: BrowserContext[] = [];

/** The shared system's address. */
export const gatewayUrl = inject('gatewayUrl');

/** A browser for the tests of a file; every page is closed after its test. Call once at the top of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    browser = await launchBrowser();
  }, SETUP_TIMEOUT_MS);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser?.close());
}

/** Opens a page that remembers what the browser complained about, except that nobody is logged in yet. */
export async function openPage(viewport: typeof DESKTOP): Promise<OpenedPage> {
  const opened = await openOwned(viewport);
  contexts.push(opened.context);
  return opened;
}

/** Whoever opens it closes it. */
async function openOwned(viewport: typeof DESKTOP): Promise<OpenedPage> {
  if (browser === undefined) throw new Error('useBrowser() was not called at the top of this file');
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isAskingWhoIsIn = message.location().url.endsWith('/api/v1/me');
    if (message.type() === 'error' || message.type() === 'warning') {
      if (!isAskingWhoIsIn) complaints.push(`${message.text()} ${message.location().url}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // A request is given up when the page is left before its answer.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()} ${why}`);
  });
  await page.addInitScript({ content: REPORT_VIOLATIONS });
  return { page, context, complaints };
}

/** Logs in on the first page, as `<name>@<tenant>` of the demo city. */
export async function logInAs(page: Page, login: string): Promise<void> {
  await page.goto(gatewayUrl);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}

/** Opens a page of somebody who is logged in already, where the login itself is not what is tested. */
export async function enterAs(page: Page, login: string, path = '/'): Promise<void> {
  const answer = await page.context().request.post(`${gatewayUrl}/api/v1/session`, {
    headers: { origin: new URL(gatewayUrl).origin },
    data: { login, password: DEMO_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${login} cannot log in: ${await answer.text()}`);
  await page.goto(gatewayUrl + path);
  await page.getByRole('button', { name: '退出' }).waitFor();
}

/** One page for all tests of a describe, of somebody who is logged in. */
export function useSharedPage(viewport: typeof DESKTOP, login: string): () => OpenedPage {
  let opened: OpenedPage | undefined;
  beforeAll(async () => {
    opened = await openOwned(viewport);
    await enterAs(opened.page, login);
  });
  afterAll(() => opened?.context.close());
  return () => {
    if (opened === undefined) throw new Error('the shared page is opened before the tests of its describe');
    return opened;
  };
}

/** True when something is wider than the window, which then scrolls sideways. */
export async function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}

/** Keeps what a person sees under `.huiyin/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
