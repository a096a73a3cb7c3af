import { Cast } from '@huiyin/scripts/road/cast';
import type { Journey } from '@huiyin/scripts/road/journey';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignedCase } from './support/assigned-case.ts';
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

const TENANT = 'yunchuan';
/** Nobody else acts for these units. */
const UNITS = { lead: 'wenlv', co: 'shangwu', added: 'keji' };
const GIVEN_TIMEOUT_MS = 180_000;

/** Led by a unit of the government, and by the court with the same unit’s help. */
let own: Journey;
let court: Journey;

beforeAll(async () => {
  const cast = new Cast(gatewayUrl, TENANT);
  const of = { leadDeputy: 'deputy-38', coUnit: UNITS.co };
  own = await assignedCase(cast, { ...of, title: '关于建设数字文化馆的建议', leadUnit: UNITS.lead });
  court = await assignedCase(cast, { ...of, title: '关于推广网上立案的建议', leadUnit: 'fayuan' });
}, GIVEN_TIMEOUT_MS);

async function addUnit(part: Locator, name: string): Promise<void> {
  await part.getByRole('combobox', { name: '加单位' }).fill(name);
  // The units may still be on their way: Enter chooses what stands there.
  await part.page().locator('.ant-select-item-option').filter({ hasText: name }).first().waitFor();
  await part.page().keyboard.press('Enter');
}

/** The acts that a case page offers, once they are there. */
async function actsOf(page: Page, journey: Journey): Promise<Locator> {
  await page.goto(`${gatewayUrl}/cases/${journey.suggestionId}`);
  await page.getByRole('heading', { level: 1, name: journey.roadCase.text.title }).waitFor();
  return page.getByRole('group', { name: '可以办的事' });
}

describe('after 交办 the government office', () => {
  it('finds the cases that its units lead, adds a co-handler to one, and the unit has it', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `government@${TENANT}`);
    await page.getByRole('link', { name: '已交办的建议' }).click();
    const list = page.getByRole('region', { name: '已交办' });
    await list.getByText(own.roadCase.text.title).click();
    expect(await list.getByText(court.roadCase.text.title).count()).toBe(0);

    const units = page.getByRole('region', { name: '承办单位' });
    const held = units.getByRole('list', { name: '现有单位' });
    await held.getByText('商务和投资促进局').waitFor();
    expect(await held.getByRole('listitem').count()).toBe(2);
    await addUnit(units, '科学技术局');
    const roles = units.getByRole('radiogroup', { name: /科学技术局的角色/ });
    expect(await roles.getByRole('radio').count()).toBe(2);
    expect(await roles.getByRole('radio', { name: '协办' }).isChecked()).toBe(true);
    await page.getByRole('region', { name: '分类' }).getByText('重新分类要写明原因').waitFor();
    await screenshot(page, 'handled-desktop');
    await units.getByRole('button', { name: '增加 1 个单位' }).click();
    await held.getByText('科学技术局').waitFor();
    expect(await units.getByRole('button', { name: '增加承办单位' }).isDisabled()).toBe(true);
    expect(complaints).toEqual([]);

    const { page: inbox } = await openPage(DESKTOP);
    await enterAs(inbox, `liaison-${UNITS.added}@${TENANT}`, '/?role=co');
    await inbox.getByRole('row', { name: new RegExp(own.roadCase.text.title) }).waitFor();
  });

  it('does both on the page of such a case, and neither on that of a case the court leads', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `government@${TENANT}`);
    const acts = await actsOf(page, own);
    await acts.getByRole('button', { name: '重新分类' }).waitFor();
    await acts.getByRole('button', { name: '增加承办单位' }).click();
    const drawer = page.getByRole('dialog', { name: '增加承办单位' });
    await addUnit(drawer, '财政局');
    await drawer.getByText('参阅', { exact: true }).click();
    await drawer.getByRole('button', { name: '增加 1 个单位' }).click();
    await drawer.waitFor({ state: 'hidden' });
    const { assignments } = await own.handling();
    expect(assignments.map(({ role }) => role).toSorted()).toEqual(['co', 'co', 'lead', 'reference']);

    const others = await actsOf(page, court);
    expect(await others.getByRole('button', { name: /^(增加承办单位|重新分类)$/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('reads its page on a phone without scrolling sideways', async () => {
    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, `government@${TENANT}`, `/assign?case=${own.suggestionId}`);
    await page.getByRole('heading', { name: '承办单位' }).waitFor();
    await page.getByRole('region', { name: '分类' }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'handled-phone');
    expect(complaints).toEqual([]);
  });
});

describe('after 交办 the desk', () => {
  it('classifies a case again from its page, with a reason', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`);
    const acts = await actsOf(page, court);
    await acts.getByRole('button', { name: '增加承办单位' }).waitFor();
    await acts.getByRole('button', { name: '重新分类' }).click();
    const drawer = page.getByRole('dialog', { name: '重新分类' });
    const difficulty = drawer.getByRole('group', { name: '难度', exact: true });
    await difficulty.getByText('3', { exact: true }).click();
    await difficulty.getByRole('textbox').fill('须多个系统对接');
    await drawer.getByText('重新分类要写明原因').waitFor();
    await drawer.getByLabel('为什么改').fill('办理中发现须改造系统');
    await screenshot(page, 'reclassify-desktop');
    await drawer.getByRole('button', { name: '重新分类' }).click();
    await drawer.waitFor({ state: 'hidden' });
    const desk = await court.desk();
    const handling = await desk.get<{ handlingType: string; classification: { overrideReason: string } }>(
      `/suggestions/${court.suggestionId}/handling`,
    );
    expect(handling).toMatchObject({
      handlingType: 'complex',
      classification: { overrideReason: '办理中发现须改造系统' },
    });
    expect(complaints).toEqual([]);
  });
});
