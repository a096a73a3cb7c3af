import { launchBrowser } from '@huiyin/testkit/browser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningGateway, startGateway } from './support/running-gateway.ts';
import { PASSWORD } from './support/stub-services.ts';

/** Logs in and asks who it is, as the application does; the page's own script has nothing else to do. */
const SCRIPT = `
  const logIn = await fetch('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'chen-deputy', password: '${PASSWORD}' }),
  });
  const me = await fetch('/api/v1/me');
  document.body.dataset.result = [logIn.status, me.status, document.cookie === ''].join(' ');
`;
const PAGE = '<!doctype html><title>t</title><body><script type="module" src="/assets/a-1.js"></script>';

let folder: string;
let gateway: RunningGateway;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets', 'a-1.js'), SCRIPT);
  gateway = await startGateway({ environment: { WEB_FOLDER: folder } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

describe('Chromium', () => {
  it('keeps the Secure __Host- cookie over plain HTTP on loopback, out of reach of scripts', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(gateway.baseUrl);
    const body = page.locator('body[data-result]');
    await body.waitFor({ state: 'attached' });
    expect(await body.getAttribute('data-result')).toBe('200 200 true');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({
      name: '__Host-huiyin',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    await context.close();
  });

  it('draws the API’s human page without breaking its policy or asking anybody else', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol !== 'data:' && url.origin !== gateway.baseUrl) foreign.push(url.href);
    });
    await page.goto(`${gateway.baseUrl}/api/docs/`);
    await page.getByText('提出与登记').first().waitFor();
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
    await page.close();
  });
});
