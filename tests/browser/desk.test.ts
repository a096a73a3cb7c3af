import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { demoCity } from '@huiyin/demo-city/city';
import { personId } from '@huiyin/demo-city/people';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import { unitId } from '@huiyin/demo-city/units';
import { logIn, type ApiSession } from '@huiyin/scripts/api/session';
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

let desk: ApiSession;
let titles: readonly string[] = [];

beforeAll(async () => {
  desk = await logIn(gatewayUrl, 'desk@beiyuan', DEMO_PASSWORD);
  titles = await registered(3);
});

/** Titles of suggestions that the desk has registered, once the board shows them. */
async function registered(count: number): Promise<readonly string[]> {
  const place = demoCity().find((tenant) => tenant.place.tenant === 'beiyuan')?.place;
  if (place === undefined) throw new Error('the demo city has no beiyuan');
  const random = seededRandom('desk');
  const forms = Array.from({ length: count }, (_unused, index) => {
    const { title, facts, demands } = demoSuggestion(random, place);
    const last = index === 2;
    const text = {
      ...{ title: `${title}（交办${index + 1}）`, facts, demands, authorConfidential: last },
      wishedUnitIds: last ? [unitId('beiyuan', 'shuiwu')] : [],
    };
    const leadDeputyId = personId('beiyuan', 'deputy');
    return { formNumber: `desk-${index + 1}`, leadDeputyId, signedOn: '2026-01-05', text };
  });
  const { results } = await desk.send<{ results: { suggestionId: string }[] }>(
    'POST',
    '/suggestions:take-in',
    { forms },
  );
  for (const { suggestionId } of results) {
    await desk.post(`/suggestions/${suggestionId}:register`, { category: '城建环保' });
  }
  const own = forms.map(({ text }) => text.title);
  await waitFor('the registered suggestions on the board', async () => {
    const board = await desk.all<{ title: string }>('/assignment-board?status=to-assign');
    return own.every((title) => board.some((each) => each.title === title));
  });
  return own;
}

describe('the assign board', () => {
  it('takes a judgement with its reasons, refuses wrong roles in words, and hands a list over', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    await page.getByRole('link', { name: '分类交办' }).click();
    const [first = '', second = '', third = ''] = titles;
    const list = page.getByRole('region', { name: '待分类' });
    await list.getByText(third).click();
    await page.getByText('不公开作者').waitFor();
    await list.getByText(first).click();
    await page.getByRole('checkbox', { name: /选上/ }).first().waitFor();

    const judgement = page.getByRole('region', { name: '分类' }).last();
    await judgement.getByRole('button', { name: '采用这些评分' }).click();
    await judgement.getByText(/系统建议 (一般|复杂)/).waitFor();
    for (const [aspect, points] of [
      ['范围', '2'],
      ['难度', '1'],
      ['紧迫', '2'],
    ] as const) {
      const row = judgement.getByRole('group', { name: aspect, exact: true });
      await row.getByText(points, { exact: true }).click();
      await row.getByRole('textbox').fill(`${aspect}的理由`);
    }
    await judgement.getByText('系统建议 一般').waitFor();
    await judgement.getByRole('radiogroup', { name: '办理类型' }).getByText('复杂').click();
    await judgement.getByText('与系统建议不同，请写明原因').waitFor();
    await judgement.getByRole('radiogroup', { name: '办理类型' }).getByText('一般').click();
    await screenshot(page, 'board-classify-desktop');
    await judgement.getByRole('button', { name: '分类' }).click();
    await list.getByText(first).waitFor({ state: 'detached' });

    await page.getByText(/待交办 \d/).click();
    await page.getByRole('region', { name: '待交办' }).getByText(first).click();
    await page.getByText('还没有选单位').waitFor();
    for (const name of ['交通', '公安']) {
      await page.getByRole('combobox', { name: '加单位' }).fill(name);
      // The units may still be on their way: Enter chooses what stands there.
      await page.locator('.ant-select-item-option').filter({ hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
    }
    const units = page.getByRole('region', { name: '承办单位' });
    await page
      .getByRole('region', { name: '推荐单位' })
      .getByText(/^(推荐不出|没有先例|依据)/)
      .waitFor();
    const rows = units.getByRole('listitem');
    expect(await rows.count()).toBe(2);
    await rows.nth(1).focus();
    await page.keyboard.press('1');
    await units.getByText('主办只能有一个').first().waitFor();
    expect(await units.getByRole('button', { name: '加入清单' }).isDisabled()).toBe(true);
    await page.keyboard.press('2');
    await units.getByRole('button', { name: '加入清单' }).click();
    await page.getByText('交办清单 1 件').waitFor();
    await screenshot(page, 'board-assign-desktop');
    await page.reload();
    await page.getByText('交办清单 1 件').waitFor();
    await page.getByRole('button', { name: '交办', exact: true }).click();
    await page.getByRole('button', { name: '交办 1 件' }).click();
    await page.getByRole('status').getByText('交办 1 件').waitFor();
    const handling = await desk.all<{ title: string }>('/assignment-board?status=handling');
    expect(handling.map(({ title }) => title)).toContain(first);
    expect(second).not.toBe('');
    expect(complaints).toEqual([]);
  });

  it('keeps the units and the reason for passing over a wished one, until they are in the list', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    await page.goto(`${gatewayUrl}/assign`);
    const open = (): Promise<void> =>
      page.getByRole('region', { name: '待分类' }).getByText(titles[2]!).click();
    await open();
    await page.getByRole('combobox', { name: '加单位' }).fill('交通');
    await page.locator('.ant-select-item-option').filter({ hasText: '交通' }).first().waitFor();
    await page.keyboard.press('Enter');
    const reason = page.getByLabel('为什么不交给代表希望的单位');
    await reason.fill('道路由交通部门养护');
    await page.reload();
    await open();
    expect(await reason.inputValue()).toBe('道路由交通部门养护');
    expect(complaints).toEqual([]);
  });

  it('stands on a phone without scrolling sideways', async () => {
    const { page, complaints } = await openPage(PHONE);
    await logInAs(page, 'desk@beiyuan');
    await page.goto(`${gatewayUrl}/assign`);
    await page.getByRole('heading', { name: '承办单位' }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'board-phone');
    expect(complaints).toEqual([]);
  });
});

describe('a batch', () => {
  it('does nothing twice when it is sent again, and answers for each item', async () => {
    const board = await desk.all<{ title: string; suggestionId: string }>(
      '/assignment-board?status=to-assign',
    );
    const id = board.find(({ title }) => title === titles[1])?.suggestionId ?? '';
    const score = { points: 1, reason: '理由' };
    const judgement = { scope: score, difficulty: score, urgency: score, expectedUnits: 1 };
    const unknown = '01890000-0000-7000-8000-000000000000';
    const items = [id, unknown].map((suggestionId) => ({ suggestionId, ...judgement }));
    const send = () =>
      desk.send<{ results: { outcome: string; version: number; code: string }[] }>(
        'POST',
        '/suggestions:batch-classify',
        { items },
        { 'idempotency-key': 'desk-batch-1' },
      );
    const first = await send();
    expect(first.results.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
    expect(await send()).toEqual(first);
  });
});
