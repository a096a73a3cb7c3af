import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { demoCity } from '@huiyin/demo-city/city';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import { ApiRefusal, logIn, type ApiSession } from '@huiyin/scripts/api/session';
import { waitFor } from '@huiyin/testkit/wait-for';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  DESKTOP,
  gatewayUrl,
  logInAs,
  openPage,
  overflowsSideways,
  PHONE,
  screenshot,
  useBrowser,
} from './support/open-page.ts';

useBrowser();

let suggestion: { readonly id: string; readonly title: string; readonly displayNumber: string };

beforeAll(async () => {
  const deputy = await logIn(gatewayUrl, 'deputy@donghu', DEMO_PASSWORD);
  const desk = await logIn(gatewayUrl, 'desk@donghu', DEMO_PASSWORD);
  suggestion = await raise(deputy, desk);
});

/** Two suggestions raised by a deputy, the first registered by the desk; answers when the case file shows them. */
async function raise(deputy: ApiSession, desk: ApiSession): Promise<typeof suggestion> {
  const random = seededRandom('browser');
  const place = demoCity().find((tenant) => tenant.place.tenant === 'donghu')?.place;
  if (place === undefined) throw new Error('the demo city has no donghu');
  const submitted: { id: string; title: string }[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { title, facts, demands } = demoSuggestion(random, place);
    const { id } = await deputy.post('/suggestions', { text: { title, facts, demands } });
    await deputy.post(`/suggestions/${id}:submit`);
    submitted.push({ id, title });
  }
  const [first] = submitted;
  if (first === undefined) throw new Error('no suggestion was submitted');
  await desk.post(`/suggestions/${first.id}:register`, { category: '城建环保' });
  const displayNumber = await waitFor('the registered case with a clock', async () => {
    const file = await desk
      .get<{ summary: { displayNumber: string }; clocks: unknown[] }>(`/cases/${first.id}`)
      .catch(notYetFiled);
    return file !== undefined && file.clocks.length > 1 && file.summary.displayNumber;
  });
  return { ...first, displayNumber };
}

/** Until archive has heard of the case there is none; anything else is a failure. */
function notYetFiled(error: unknown): undefined {
  if (error instanceof ApiRefusal && error.status === 404) return undefined;
  throw error;
}

describe('the desk on a desktop', () => {
  it('logs in, sees its cases by colour and opens one with its steps, clocks and facts', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await page.goto(gatewayUrl);
    await screenshot(page, 'login-desktop');
    await logInAs(page, 'desk@donghu');
    await page.getByRole('link', { name: '案件', exact: true }).click();
    await page.getByRole('heading', { name: /有 2 件事等您/ }).waitFor();
    await page.getByRole('heading', { name: /绿/ }).waitFor();
    await screenshot(page, 'cases-desktop');

    await page
      .getByRole('row', { name: new RegExp(suggestion.displayNumber) })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { level: 1, name: suggestion.title }).waitFor();
    const steps = page.getByRole('list', { name: '办理进程' });
    expect(await steps.getByRole('listitem').count()).toBe(10);
    expect(await steps.locator('[aria-current=step]').textContent()).toContain('交办');
    await page.getByRole('tabpanel').getByText('登记编号').waitFor();
    await page.getByText('现在轮到').waitFor();
    expect(await page.getByRole('complementary').getByText('到期').count()).toBeGreaterThan(0);
    await screenshot(page, 'case-desktop');
    expect(complaints).toEqual([]);
  });

  it('chooses cases by colour and order, at an address that leads back to them', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@donghu');
    await page.getByRole('link', { name: '案件', exact: true }).click();
    const rows = page.getByRole('table').getByRole('row');
    await page.getByRole('radiogroup', { name: '范围' }).getByText('全部').click();
    await expect.poll(() => rows.count()).toBe(3);
    const days = await page.getByRole('table').locator('tbody .day').allTextContents();
    expect(days.toSorted((a, b) => Number(a.split('月')[1]) - Number(b.split('月')[1]))).toEqual(days);

    await page.getByRole('radiogroup', { name: '颜色' }).getByText('红', { exact: true }).click();
    await page.getByText('没有红色的案件').waitFor();
    expect(new URL(page.url()).search).toBe('?view=all&colour=red');
    await page.reload();
    await page.getByRole('button', { name: '看全部 2 件' }).click();
    await page.getByRole('heading', { name: /绿.*2 件/ }).waitFor();

    await rows.nth(1).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: '办理进程' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('explains a due date where it stands', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@donghu');
    await page.goto(`${gatewayUrl}/cases/${suggestion.id}`);
    await page
      .getByRole('button', { name: /为什么是/ })
      .first()
      .click();
    await page.getByRole('tooltip').getByText('起算').waitFor();
    await page.getByRole('tooltip').getByText('规则', { exact: true }).waitFor();
    await screenshot(page, 'case-why-desktop');
    expect(complaints).toEqual([]);
  });

  it('reads the suggestion in its own tab, at its own address', async () => {
    const { page } = await openPage(DESKTOP);
    await logInAs(page, 'desk@donghu');
    await page.goto(`${gatewayUrl}/cases/${suggestion.id}`);
    await page.getByRole('tab', { name: '建议' }).click();
    await page.getByRole('heading', { name: /诉求/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?part=text');
    await page.reload();
    await page.getByRole('heading', { name: /诉求/ }).waitFor();
  });

  it('says what to do when a case cannot be seen', async () => {
    const { page } = await openPage(DESKTOP);
    await logInAs(page, 'desk@donghu');
    await page.goto(`${gatewayUrl}/cases/01890000-0000-7000-8000-000000000000`);
    await page.getByText('请联系本级代表工委').waitFor();
  });
});

describe('the login', () => {
  it('keeps what was typed and says why it was refused', async () => {
    const { page } = await openPage(DESKTOP);
    await page.goto(gatewayUrl);
    await page.getByLabel('账号').fill('desk@donghu');
    await page.getByLabel('密码').fill('wrong-password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText(/✕/).waitFor();
    expect(await page.getByLabel('账号').inputValue()).toBe('desk@donghu');
  });

  it('comes back when the session has ended, and leads to the page that was open', async () => {
    const { page, context } = await openPage(DESKTOP);
    await logInAs(page, 'desk@donghu');
    await page.goto(`${gatewayUrl}/cases/${suggestion.id}`);
    await page.getByRole('heading', { level: 1, name: suggestion.title }).waitFor();
    await context.clearCookies();
    await page.reload();
    await page.getByLabel('密码').waitFor();
    await page.getByLabel('账号').fill('desk@donghu');
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: suggestion.title }).waitFor();
  });
});

describe('a session that ends while a page is open', () => {
  it('says so by itself and leads back to the page', async () => {
    const { page, context } = await openPage(DESKTOP);
    await logInAs(page, 'desk@donghu');
    await page.goto(`${gatewayUrl}/cases/${suggestion.id}`);
    await page.getByRole('heading', { level: 1, name: suggestion.title }).waitFor();
    await context.clearCookies();
    // What the page shows is asked for again every few seconds, and then refused.
    await page.getByText('登录已过期，请重新登录').waitFor();
    await page.getByLabel('账号').fill('desk@donghu');
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: suggestion.title }).waitFor();
  });
});

describe('a deputy on a phone', () => {
  it('sees the own suggestions and the case without scrolling sideways', async () => {
    const { page, complaints } = await openPage(PHONE);
    await logInAs(page, 'deputy@donghu');
    await page.getByRole('link', { name: new RegExp(suggestion.displayNumber) }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'cases-phone');
    await page.getByRole('link', { name: new RegExp(suggestion.displayNumber) }).click();
    await page.getByText('登记编号').waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'case-phone');
    expect(complaints).toEqual([]);
  });
});
