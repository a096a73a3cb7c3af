import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { demoCity } from '@huiyin/demo-city/city';
import { personId } from '@huiyin/demo-city/people';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
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

/** What a person at the desk registers in one go. */
const BATCH = 50;
/** Categories of the rule pack, each under a digit. */
const CATEGORIES = 8;

useBrowser();

let desk: ApiSession;

beforeAll(async () => {
  desk = await logIn(gatewayUrl, 'desk@beiyuan', DEMO_PASSWORD);
  await takeIn('first', BATCH + 2);
});

/** Suggestions on paper, with the deputy's signature, as the session's secretariat takes them in. */
async function takeIn(name: string, count: number): Promise<void> {
  const place = demoCity().find((tenant) => tenant.place.tenant === 'beiyuan')?.place;
  if (place === undefined) throw new Error('the demo city has no beiyuan');
  const random = seededRandom(`register ${name}`);
  const forms = Array.from({ length: count }, (_unused, index) => {
    const { title, facts, demands } = demoSuggestion(random, place);
    const formNumber = `${name}-${index + 1}`;
    const text = { title: `${title}（${name}${index + 1}）`, facts, demands };
    return { formNumber, leadDeputyId: personId('beiyuan', 'deputy'), signedOn: '2026-01-05', text };
  });
  for (const part of [forms.slice(0, BATCH), forms.slice(BATCH)].filter(({ length }) => length > 0)) {
    const answer = await desk.send<{ results: { outcome: string; message: string }[] }>(
      'POST',
      '/suggestions:take-in',
      { forms: part },
    );
    // Asked again after a lost answer, a form is known.
    expect(answer.results.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  }
}

interface Registered {
  readonly title: string;
  readonly number: string;
  readonly category: string;
}

describe('the register', () => {
  it('registers fifty by keyboard alone, with numbers that are contiguous and unique', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    await page.goto(`${gatewayUrl}/register`);
    await page.getByRole('listbox', { name: '待登记的建议' }).waitFor();
    await page.getByText(`待登记 ${BATCH + 2} 件`).waitFor();
    await expect
      .poll(() => page.evaluate<string>('document.activeElement.getAttribute("role")'))
      .toBe('listbox');

    await page.keyboard.press('Enter');
    expect(await page.getByText('先选类别').count()).toBe(1);
    for (let count = 0; count < BATCH; count += 1) {
      await page.keyboard.press(String((count % CATEGORIES) + 1));
      await page.keyboard.press('Enter');
    }
    await page.getByText(`刚登记 ${BATCH} 件`).waitFor();
    await page.getByText('待登记 2 件').waitFor();
    expect(await page.evaluate<string>('document.activeElement.getAttribute("role")')).toBe('listbox');
    await screenshot(page, 'register-desktop');

    const board = await desk.all<Registered>('/assignment-board?status=to-assign');
    const cases = board.filter(({ title }) => title.includes('first'));
    expect(cases).toHaveLength(BATCH);
    const ordinals = cases.map(({ number }) => Number(/\d+$/.exec(number)?.[0])).toSorted((a, b) => a - b);
    const from = ordinals[0] ?? 0;
    expect(ordinals).toEqual(Array.from({ length: BATCH }, (_unused, index) => from + index));
    expect(new Set(cases.map(({ category }) => category)).size).toBe(CATEGORIES);
    expect(complaints).toEqual([]);
  });

  it('leaves letters to whoever types, says what is missing, and declines with its ground', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    await page.goto(`${gatewayUrl}/register`);
    await page.getByText('待登记 2 件').waitFor();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('说明').fill('j1k2');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '不作为建议处理' }).click();
    await dialog.getByText('请选择依据').waitFor();
    await dialog.getByLabel('依据').click();
    await page.getByText('没有实际内容').click();
    await dialog.getByLabel('听取代表意见的日期').fill('2026-01-05');
    await dialog.getByRole('button', { name: '不作为建议处理' }).click();
    await page.getByText('待登记 1 件').waitFor();
    expect(await page.getByText('刚登记').count()).toBe(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('登记，自动打开下一件').waitFor();
    await screenshot(page, 'register-keys-desktop');
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  it('has the desk tell the deputy of what was not admitted, and keeps how', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    const waiting = page.getByRole('link', { name: '告知不作为建议' });
    await waiting.click();
    await page.getByRole('button', { name: '记录已告知代表' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '记录已告知代表' }).click();
    await dialog.getByText('请填写怎样告知的').waitFor();
    await dialog.getByLabel('怎样告知的').fill('电话告知代表本人');
    await screenshot(page, 'tell-declined-desktop');
    await dialog.getByRole('button', { name: '记录已告知代表' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('电话告知代表本人').first().waitFor();
    await page.getByRole('link', { name: '今天' }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => waiting.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says why a registration was refused and keeps the suggestion in the queue', async () => {
    const { page } = await openPage(DESKTOP);
    // A page that has not heard yet what somebody else did meanwhile.
    await page.route('**/api/v1/stream*', (route) => route.abort());
    await logInAs(page, 'desk@beiyuan');
    await page.goto(`${gatewayUrl}/register`);
    await page.getByText('待登记 1 件').waitFor();
    const [queued] = await desk.all<{ suggestionId: string }>('/registration-queue');
    await desk.post(`/suggestions/${queued?.suggestionId ?? ''}:return`, { explanation: '请补充数据' });
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/原因代码/)
      .waitFor();
  });

  it('shows queue and text on a phone without scrolling sideways', async () => {
    await takeIn('phone', 2);
    const { page, complaints } = await openPage(PHONE);
    await logInAs(page, 'registrar@beiyuan');
    await page.goto(`${gatewayUrl}/register`);
    await page.getByRole('option').first().waitFor();
    await page.getByRole('heading', { name: /诉求/ }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'register-phone');
    expect(complaints).toEqual([]);
  });
});
