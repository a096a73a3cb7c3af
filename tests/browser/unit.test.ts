import { readFile } from 'node:fs/promises';
import { Cast } from '@huiyin/scripts/road/cast';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import type { Journey } from '@huiyin/scripts/road/journey';
import { acknowledge } from '@huiyin/scripts/road/raise';
import { contactDeputy, filePlan } from '@huiyin/scripts/road/handle';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, finish } from './support/act.ts';
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

useBrowser();

/** Nobody else acts for these units of the city itself. */
const cast = new Cast(gatewayUrl, 'yunchuan');
const GIVEN_TIMEOUT_MS = 180_000;

/** One case that nothing was done about, one that waits for its reply. */
let fresh: Journey;
let ready: Journey;

beforeAll(async () => {
  const units = { leadUnit: 'zhujian', coUnit: 'caizheng' };
  fresh = await assignedCase(cast, {
    ...{ title: '关于整治东湖大道积水点的建议', leadDeputy: 'deputy-3' },
    ...units,
  });
  ready = await assignedCase(cast, {
    ...{ title: '关于完善加装电梯后续管养机制的建议', leadDeputy: 'deputy-4' },
    ...units,
  });
  await acknowledge(ready);
  await confirmBySides(ready);
  await filePlan(ready);
  await contactDeputy(ready);
}, GIVEN_TIMEOUT_MS);

describe('the unit takes a case on', () => {
  it('the liaison signs, meets the deputy, records it and confirms', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'liaison-zhujian@yunchuan');
    await page.getByRole('heading', { name: /有 2 件在办/ }).waitFor();
    await screenshot(page, 'unit-inbox-desktop');
    const row = page.getByRole('row', { name: new RegExp(fresh.roadCase.text.title) });
    await row.getByRole('link', { name: /^签收/ }).click();

    await act(page, '签收');
    await finish(page, '签收');

    const invitation = await act(page, '约见面');
    await invitation.getByLabel('地点').fill('云湖街道会议室');
    await finish(page, '约见面');

    const record = await act(page, '记见面');
    await record.getByLabel('单位的办理思路').fill('列入今年排水改造计划，汛期前完成。');
    await record.getByLabel('措施 1', { exact: true }).fill('清淤并更换管道');
    await record.getByLabel('里程碑 1', { exact: true }).fill('完成施工');
    await record.getByLabel('里程碑 1 的日期').fill(await fresh.day(60));
    await finish(page, '记见面');

    const confirmation = await act(page, '确认记录');
    await confirmation.getByText('清淤并更换管道').waitFor();
    await finish(page, '确认记录');
    expect(complaints).toEqual([]);
  });

  it('the clerk files the plan once the deputy has confirmed too', async () => {
    const [meeting] = (
      await (await fresh.desk()).get<{ meetings: { meetingId: string }[] }>(`${fresh.path}/meetings`)
    ).meetings;
    await fresh.step('代表确认', fresh.lead(), `/meetings/${meeting?.meetingId}:confirm`, {
      recordVersion: 1,
    });

    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'clerk-zhujian@yunchuan');
    await page.getByRole('link', { name: `报方案：${fresh.roadCase.text.title}` }).click();
    const plan = await act(page, '报方案');
    await plan.getByLabel('措施').fill('分三段清淤，更换管道八百米。');
    await plan.getByLabel('完成时限').fill(await fresh.day(90));
    await finish(page, '报方案');
    await page.getByRole('tabpanel').getByText('办理方案备案').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a co-handler', () => {
  it('is told why an empty opinion is refused, keeps the words and mends them', async () => {
    const { page } = await openPage(DESKTOP);
    await enterAs(page, 'liaison-caizheng@yunchuan');
    await page.getByRole('link', { name: `提协办意见：${ready.roadCase.text.title}` }).click();
    const opinion = await act(page, '起草协办意见');
    await opinion.getByLabel('协办意见').fill('同意。');
    await opinion.getByRole('button', { name: '起草协办意见' }).click();
    await opinion.getByRole('alert').getByText('协办意见须有实质内容').waitFor();
    expect(await opinion.getByLabel('协办意见').inputValue()).toBe('同意。');
    await opinion.getByLabel('协办意见').fill('同意从专项维修资金增值收益中每年列支一百八十万元。');
    await opinion.getByText('B 列入计划').click();
    await finish(page, '起草协办意见');
  });

  it('has its opinion signed by the head, who reads what was drafted', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'head-caizheng@yunchuan');
    await page.getByRole('link', { name: `提协办意见：${ready.roadCase.text.title}` }).click();
    const opinion = await act(page, '签发协办意见');
    const words = await opinion.getByLabel('协办意见').inputValue();
    expect(words).toBe('同意从专项维修资金增值收益中每年列支一百八十万元。');
    await opinion.getByRole('button', { name: '签发协办意见' }).click();
    await opinion.getByText('请填写事实情况').waitFor();
    await opinion.getByText('B 类须写明承诺事项和完成时间').waitFor();
    await screenshot(page, 'co-opinion-missing-parts-desktop');
    await opinion.getByLabel('事实情况').fill('专项维修资金去年增值收益二百六十万元。');
    await opinion.getByRole('button', { name: '加一个承诺' }).click();
    await opinion.getByLabel('承诺 1', { exact: true }).fill('列支第一年资金');
    await opinion.getByLabel('承诺 1 的日期').fill('2026-12-31');
    await finish(page, '签发协办意见');
    await page.getByRole('tab', { name: '承办 2' }).click();
    await page.getByRole('tabpanel').getByText('待主办单位处理').waitFor();
    await page.getByRole('tabpanel').getByText('列支第一年资金（2026-12-31）').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('the reply', () => {
  it('is written by the clerk against checks that say what is missing, and kept', async () => {
    await (await ready.unit('liaison')).post(`/co-opinions/${await opinionId()}:accept`);
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'clerk-zhujian@yunchuan');
    await page.getByRole('link', { name: `写答复：${ready.roadCase.text.title}` }).click();
    await page.getByRole('heading', { name: '送签前检查 4 项未过' }).waitFor();
    await page.getByRole('button', { name: '送签（差 4 项）' }).click();

    await page.getByText('B 列入计划').click();
    await page.getByRole('button', { name: /^去写：B类答复/ }).waitFor();
    await page.getByRole('button', { name: '加一条承诺' }).click();
    await page.getByRole('textbox', { name: '承诺 1', exact: true }).fill('在五个小区试点');
    await page.getByLabel('承诺 1 的到期日', { exact: true }).fill(await ready.day(100));
    await page.getByRole('heading', { name: '送签前检查 3 项未过' }).waitFor();
    await page.keyboard.press('F8');
    const first = page.getByRole('textbox', { name: /诉求 1/ });
    await expect
      .poll(() => first.evaluate((field) => field.id === field.ownerDocument.activeElement?.id))
      .toBe(true);
    await page.keyboard.type('三月底前在每个单元门厅公示责任单位、维保单位和电话。');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.type('列入计划，每年安排一百八十万元，由我们高度重视并落实。');
    await page.getByText('“高度重视”没有说明做什么').waitFor();
    await page.getByRole('button', { name: /^插入/ }).click();
    await page.getByRole('heading', { name: '送签前检查 都过了' }).waitFor();
    await expect.poll(() => letterText(page)).toContain('公示责任单位、维保单位和电话');
    await page.getByText('第 1 页，共').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('✓ 已存').waitFor();
    await screenshot(page, 'unit-reply-desktop');

    await page.reload();
    await page.getByText('✓ 已存').waitFor();
    expect(await page.getByRole('textbox', { name: /诉求 1/ }).inputValue()).toContain('公示责任单位');
    await page.getByRole('button', { name: '送签', exact: true }).click();
    await page.getByText('稿已存好').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is not overwritten by somebody who has not seen it: both texts are shown', async () => {
    const { page } = await openPage(DESKTOP);
    await enterAs(page, 'liaison-zhujian@yunchuan', `/assignments/${ready.share()}/reply`);
    await page.getByText('✓ 已存').waitFor();
    const clerk = await ready.unit('clerk');
    const { replies } = await clerk.get<{ replies: Draft[] }>(`/assignments/${ready.share()}`);
    const { resultClass, sections, promises, coOpinions } = replies[0] ?? NO_DRAFT;
    await clerk.post(`/assignments/${ready.share()}/replies`, {
      ...{ resultClass, sections, promises, coOpinions },
      opening: '承办人写的开头。',
    });
    await page.getByText('第 1 页，共').waitFor();
    await page.route('**/replies:preview', (route) => route.abort());
    await page.getByRole('textbox', { name: '开头' }).fill('联络员写的开头。');
    await page.getByText('没有连上服务器，预览还是上一次的').waitFor();
    await page.getByText('第 1 页，共').waitFor();
    await page.unroute('**/replies:preview');
    const both = page.getByRole('alert', { name: '两份不同的草稿' });
    await both.getByText('承办人写的开头。').waitFor();
    await both.getByText('联络员写的开头。').waitFor();
    await screenshot(page, 'unit-conflict-desktop');
    await both.getByRole('button', { name: '用服务器上的' }).click();
    await page.getByText('✓ 已存').waitFor();
    expect(await page.getByRole('textbox', { name: '开头' }).inputValue()).toBe('承办人写的开头。');
  });

  it('is signed by the head under its number', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'head-zhujian@yunchuan', `/assignments/${ready.share()}/reply`);
    await page.getByRole('button', { name: '签发', exact: true }).click();
    const signing = page.getByRole('dialog', { name: '签发' });
    await signing.getByLabel('发文字号').fill('云住建函〔2026〕12号');
    await signing.getByRole('button', { name: '签发' }).click();
    await page.getByRole('heading', { name: /云住建函〔2026〕12号/ }).waitFor();
    await page.getByRole('group', { name: '可以办的事' }).getByRole('button', { name: '送达' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('and every document of the case can be kept as a file', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'clerk-zhujian@yunchuan', `/cases/${ready.suggestionId}?part=documents`);
    const kept = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /\.docx$/ })
      .first()
      .click();
    const file = await kept;
    expect(file.suggestedFilename()).toMatch(/\.docx$/);
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await screenshot(page, 'unit-documents-desktop');
    expect(complaints).toEqual([]);
  });
});

describe('the inbox on a phone', () => {
  it('shows cards with one verb each, filters in the address, and does not scroll sideways', async () => {
    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, 'liaison-zhujian@yunchuan');
    await page.getByRole('link', { name: new RegExp(`：${fresh.roadCase.text.title}`) }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'unit-inbox-phone');
    await page.getByRole('radiogroup', { name: '分工' }).getByText(/协办/).click();
    await page.getByText('没有符合条件的件').waitFor();
    expect(new URL(page.url()).search).toBe('?role=co');
    await page.goto(`${gatewayUrl}/assignments/${fresh.share()}/reply`);
    await page.getByRole('heading', { name: /送签前检查/ }).waitFor();
    await page.getByRole('button', { name: '看信函' }).click();
    await page.getByText('第 1 页，共').waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'unit-reply-phone');
    expect(complaints).toEqual([]);
  });
});

/** The words on the pages of the letter that are drawn now, without its line breaks. */
async function letterText(page: Page): Promise<string> {
  const pages = await page.locator('.letter canvas').allTextContents();
  return pages.join('').replaceAll(/\s/g, '');
}

interface Draft {
  readonly resultClass: string;
  readonly sections: readonly object[];
  readonly promises: readonly object[];
  readonly coOpinions: readonly object[];
}

const NO_DRAFT: Draft = { resultClass: '', sections: [], promises: [], coOpinions: [] };

async function opinionId(): Promise<string> {
  const liaison = await ready.unit('liaison');
  const { coOpinions } = await liaison.get<{ coOpinions: { opinionId: string }[] }>(
    `/assignments/${ready.share()}`,
  );
  return coOpinions[0]?.opinionId ?? '';
}
