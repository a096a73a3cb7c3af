import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { logIn } from '@huiyin/scripts/api/session';
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

const TITLE = '关于在老城区步行街增设公共座椅的建议';
const PASSAGE = '步行街全长八百米，沿线没有一处座椅，老人走累了没有地方坐。';
let suggestionId = '';

beforeAll(async () => {
  const deputy = await logIn(gatewayUrl, 'deputy@beiyuan', DEMO_PASSWORD);
  const text = { title: TITLE, facts: PASSAGE, demands: ['每隔一百米增设一处座椅'] };
  suggestionId = (await deputy.post('/suggestions', { text })).id;
  await deputy.post(`/suggestions/${suggestionId}:request-pre-review`);
});

describe('pre-review', () => {
  it('is answered at its passage by the pre-reviewer, and reaches the deputy', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'reviewer@beiyuan');
    await page.getByRole('region', { name: '等着预审' }).getByText(TITLE).click();
    await page.getByText(PASSAGE).waitFor();
    const answer = page.getByRole('button', { name: '答复预审' });
    await answer.click();
    await page.getByText('请选择言之有物').waitFor();
    for (const aspect of ['言之有物', '言之有理']) {
      await page.getByRole('radiogroup', { name: aspect }).getByText('好', { exact: true }).click();
    }
    await page.getByRole('radiogroup', { name: '言之可行' }).getByText('可改进').click();
    await page.locator('.suggestion-text .prewrap').selectText();
    await page.getByRole('button', { name: /^对选中的/ }).click();
    await page.getByRole('textbox', { name: '第 1 处的意见' }).fill('请写明有多少人次');
    await page.reload();
    expect(await page.getByRole('textbox', { name: '第 1 处的原文' }).inputValue()).toBe(PASSAGE);
    await screenshot(page, 'pre-review-desktop');
    await answer.click();
    await page.getByText(TITLE).first().waitFor({ state: 'detached' });

    const deputy = await logIn(gatewayUrl, 'deputy@beiyuan', DEMO_PASSWORD);
    const read = await deputy.get<{ preReviews: unknown[] }>(`/suggestions/${suggestionId}`);
    expect(read.preReviews).toMatchObject([
      { feasibility: 'improve', comments: [{ passage: PASSAGE, comment: '请写明有多少人次' }] },
    ]);
    expect(complaints).toEqual([]);
  });

  it('stands on a phone without scrolling sideways', async () => {
    const { page, complaints } = await openPage(PHONE);
    await logInAs(page, 'desk@beiyuan');
    await page.goto(`${gatewayUrl}/pre-reviews`);
    await page.getByRole('heading', { name: '预审', exact: true }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});

describe('settings', () => {
  it('lets the desk add and rename a unit, and leaves rule packs to the administrator', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByText('启用新规则包由管理员办理。').waitFor();
    await page.getByRole('tab', { name: '单位' }).click();
    await page.getByRole('button', { name: '新增单位' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称').fill('步行街管理处');
    await form.getByRole('combobox', { name: '类别' }).click();
    await page.getByTitle('镇街').click();
    await form.getByRole('button', { name: '新增单位' }).click();
    await page.getByRole('button', { name: '修改步行街管理处' }).click();
    await form.getByLabel('名称').fill('步行街管理中心');
    await form.getByRole('button', { name: '修改单位' }).click();
    await page.getByRole('button', { name: '修改步行街管理中心' }).waitFor();
    await screenshot(page, 'settings-units-desktop');
    await page.getByRole('tab', { name: '人员和身份' }).click();
    await page.getByText('代表资格终止').first().waitFor();
    await page.getByRole('tab', { name: '届次' }).click();
    await page.getByRole('button', { name: '新增届次' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('let the administrator put a rule pack that comes with the system in force', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'admin@beiyuan');
    await page.goto(`${gatewayUrl}/settings`);
    await page.getByRole('button', { name: '启用新规则包' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: '随系统提供的规则包（可不选）' }).click();
    await page.getByTitle(/^重庆市规则/).click();
    expect(await form.getByLabel('版本').inputValue()).toMatch(/^chongqing-/);
    await screenshot(page, 'settings-rules-desktop');
    await form.getByLabel('生效日').fill('2099-01-01');
    await form.getByRole('button', { name: '启用规则包' }).click();
    const pack = page.locator('.settings-list > li', { hasText: '重庆市规则' });
    await pack.getByText('尚未生效').waitFor();
    expect(complaints).toEqual([]);
  });

  it('keep what is looked for in their address', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    await page.goto(`${gatewayUrl}/settings?tab=units`);
    await page.getByRole('textbox', { name: '按名称找单位' }).fill('县交通');
    await expect.poll(() => new URL(page.url()).searchParams.get('name')).toBe('县交通');
    await page.reload();
    await page.getByRole('button', { name: '修改县交通运输局' }).waitFor();
    expect(await page.locator('.settings-list > li').count()).toBe(1);
    await page.getByRole('tab', { name: '人员和身份' }).click();
    await page.getByRole('combobox', { name: '只看身份' }).click();
    await page.getByTitle('单位负责人').click();
    await expect.poll(() => new URL(page.url()).search).toBe('?tab=people&role=unit-head');
    await page.reload();
    await page.locator('.settings-list > li').first().waitFor();
    expect(new Set(await page.locator('.settings-list .under').allInnerTexts())).not.toContain('代表');
    await page.getByTitle('单位负责人').waitFor();
    expect(complaints).toEqual([]);
  });

  it('stands on a phone without scrolling sideways', async () => {
    const { page, complaints } = await openPage(PHONE);
    await logInAs(page, 'admin@beiyuan');
    await page.goto(`${gatewayUrl}/settings`);
    await page.getByRole('button', { name: '启用新规则包' }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});
