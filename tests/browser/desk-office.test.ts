import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { personId } from '@huiyin/demo-city/people';
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

const RETURNED = '关于整修河堤路人行道的建议（申退）';
const LONGER = '关于改造河堤路排水管网的建议（延期）';
const WAITING = '关于增设河堤路路灯的建议（待分类）';
const DISPUTED = '关于明确河堤路护栏管护责任的建议（协调）';
const DISPUTE = '护栏在河道管理范围内，应由水务管护';
const score = { points: 1, reason: '一处路段' };

let desk: ApiSession;
let waitingId = '';
let disputedId = '';

/**
 * Suggestions that the unit wants to give back, wants more time for, or did not get rid of and wants to be coordinated,
 * and one that waits for classification.
 */
beforeAll(async () => {
  desk = await logIn(gatewayUrl, 'desk@beiyuan', DEMO_PASSWORD);
  const forms = [RETURNED, WAITING, LONGER, DISPUTED].map((title, index) => ({
    formNumber: `office-${index}`,
    leadDeputyId: personId('beiyuan', 'deputy'),
    signedOn: '2026-01-05',
    text: { title, facts: '河堤路人行道破损 300 米，雨天积水。', demands: ['年内整修'] },
  }));
  const taken = await desk.send<{ results: { suggestionId: string }[] }>('POST', '/suggestions:take-in', {
    forms,
  });
  const [returned = '', waiting = '', longer = '', disputed = ''] = taken.results.map(
    ({ suggestionId }) => suggestionId,
  );
  waitingId = waiting;
  disputedId = disputed;
  for (const id of [returned, waiting, longer, disputed]) {
    await desk.post(`/suggestions/${id}:register`, { category: '城建环保' });
  }
  const judgement = { scope: score, difficulty: score, urgency: score, expectedUnits: 1 };
  for (const id of [returned, longer, disputed]) await desk.post(`/suggestions/${id}:classify`, judgement);
  const liaison = await logIn(gatewayUrl, 'liaison@beiyuan', DEMO_PASSWORD);
  const { unit } = await liaison.get<{ unit: { unitId: string } }>('/me');
  const shares = [{ unitId: unit.unitId, role: 'lead' }];
  for (const id of [returned, longer, disputed]) await desk.post(`/suggestions/${id}:assign`, { shares });
  const own = await liaison.all<{ assignmentId: string; suggestionId: string }>('/assignments');
  const shareOf = (id: string): string =>
    own.find(({ suggestionId }) => suggestionId === id)?.assignmentId ?? '';
  const head = await logIn(gatewayUrl, 'head@beiyuan', DEMO_PASSWORD);
  await liaison.post(`/assignments/${shareOf(longer)}:acknowledge`);
  await head.post(`/assignments/${shareOf(longer)}/contacts`, {
    ...{ form: 'visit', onDate: '2026-01-05', summary: '上门听取意见。' },
    deputyIds: [personId('beiyuan', 'deputy')],
  });
  await head.post(`/assignments/${shareOf(longer)}/extensions`, { grounds: '管网改造须与水务统一施工' });
  const toWater = { legalBasis: '三定规定', proposedUnitId: unitId('beiyuan', 'shuiwu') };
  await head.post(`/assignments/${shareOf(returned)}:request-return`, {
    ...toWater,
    grounds: '河堤路属水务管护',
  });
  const refused = await head.post(`/assignments/${shareOf(disputed)}:request-return`, {
    ...toWater,
    grounds: DISPUTE,
  });
  const office = await logIn(gatewayUrl, 'government@beiyuan', DEMO_PASSWORD);
  await office.post(`/return-requests/${refused.id}:decide`, { grant: false, reason: '护栏属道路设施' });
  await head.post('/coordinations', { assignmentId: shareOf(disputed), grounds: DISPUTE });
  await waitFor('the case files', async () => {
    const { items } = await desk.get<{ items: { caseId: string }[] }>('/cases?mine=true&order=due&limit=200');
    return items.some(({ caseId }) => caseId === waiting);
  });
});

describe('the desk today', () => {
  it('filters by its counters, moves and chooses by keyboard, and says beforehand what is skipped', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    const row = page.getByRole('row', { name: new RegExp(WAITING) });
    await row.waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    const bar = page.getByRole('region', { name: '选上的' });
    await bar.getByText('已选 1 件').waitFor();
    await bar.getByText('不在承办单位手里').waitFor();
    expect(await bar.getByRole('button', { name: /催办 0 件/ }).isDisabled()).toBe(true);
    await screenshot(page, 'today-desktop');
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /红色/ }).click();
    await page.getByText('没有红色的案件。').waitFor();
    expect(new URL(page.url()).search).toBe('?show=red');
    await page.reload();
    await page.getByRole('button', { name: /看全部/ }).click();
    await row.getByRole('link', { name: '分类', exact: true }).click();
    await page.getByRole('heading', { name: WAITING }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('stands on a phone without scrolling sideways', async () => {
    const { page, complaints } = await openPage(PHONE);
    await logInAs(page, 'desk@beiyuan');
    await page.getByText(WAITING).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'today-phone');
    expect(complaints).toEqual([]);
  });
});

describe('the government office', () => {
  it('reads why a unit gives a case back, decides with a reason, and gives it to another unit', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'government@beiyuan');
    await page.getByRole('link', { name: '申退与协调' }).click();
    await page.getByText('河堤路属水务管护').waitFor();
    await screenshot(page, 'returns-desktop');
    await page.getByRole('button', { name: '看理由并决定' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('三定规定').waitFor();
    await dialog.getByText('同意', { exact: true }).click();
    await dialog.getByRole('button', { name: '决定申退' }).click();
    await dialog.getByText('请填写理由').waitFor();
    await dialog.getByLabel('理由').fill('职责已划转');
    await dialog.getByRole('button', { name: '决定申退' }).click();
    await page.getByText('没有等您决定的申退。').waitFor();

    await page.getByRole('button', { name: '改办' }).click();
    await page.getByRole('dialog').getByRole('combobox').fill('水');
    // The units may still be on their way: Enter chooses what stands there.
    await page.locator('.ant-select-item-option').filter({ hasText: '水' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('理由').fill('河堤路由水务管护');
    await page.getByRole('dialog').getByRole('button', { name: '改办' }).click();
    await page.getByText('没有退回后还没有单位的件。').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('协调', () => {
  it('is closed by the government office, which says who is responsible, and is then nowhere to be closed', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'government@beiyuan');
    await page.getByRole('link', { name: '申退与协调' }).click();
    const row = page.getByRole('listitem').filter({ hasText: DISPUTED });
    await row.getByText(DISPUTE).waitFor();
    await row.getByRole('button', { name: '记录协调结果' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(DISPUTE).waitFor();
    await dialog.getByRole('button', { name: '记录协调结果' }).click();
    await dialog.getByText('请选择由哪个单位负责').waitFor();
    await dialog.getByLabel('协调结果').fill('护栏由交通运输局管护，水务局配合');
    await dialog.getByRole('combobox').fill('交通');
    await page.locator('.ant-select-item-option').filter({ hasText: '交通' }).first().waitFor();
    await page.keyboard.press('Enter');
    await screenshot(page, 'coordination-desktop');
    await dialog.getByRole('button', { name: '记录协调结果' }).click();
    await page.getByText('没有正在协调的件。单位提请后会出现在这里。').waitFor();
    expect(await row.count()).toBe(0);
    const { coordination } = await desk.get<{ coordination: object }>(`/suggestions/${disputedId}/handling`);
    expect(coordination).toMatchObject({ closed: true, responsibleUnitId: unitId('beiyuan', 'jiaotong') });
    expect(complaints).toEqual([]);
  });
});

describe('延期', () => {
  it('is found and decided by 代表工委 where its decisions are, and is no matter of the government office', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    await page.getByRole('link', { name: '申退与协调' }).click();
    const row = page.getByRole('listitem').filter({ hasText: LONGER });
    await row.getByText('申请延长答复期限').waitFor();
    await row.getByRole('button', { name: '决定延期' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('同意', { exact: true }).click();
    await dialog.getByLabel('理由').fill('涉及面广，情况属实');
    await dialog.getByRole('button', { name: '决定延期' }).click();
    await page.getByText('没有等您决定的延期申请。').waitFor();

    const { page: office } = await openPage(DESKTOP);
    await logInAs(office, 'government@beiyuan');
    await office.getByRole('link', { name: '申退与协调' }).click();
    await office.getByRole('heading', { name: '协调', exact: false }).first().waitFor();
    expect(await office.getByText('没有等您决定的延期申请。').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('key items and complex cases', () => {
  it('say why none are there', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'council@beiyuan');
    await page.getByRole('link', { name: '重点件与专班' }).click();
    await page.getByText('还没有重点件。').waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});

describe('the case page of the desk', () => {
  it('offers what the desk can do and keeps what was typed', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await logInAs(page, 'desk@beiyuan');
    await page.goto(`${gatewayUrl}/cases/${waitingId}`);
    const acts = page.getByRole('group', { name: '可以办的事' });
    await acts.getByRole('button', { name: '并案' }).click();
    await page.getByRole('dialog').getByLabel('并案理由').fill('同一路段');
    await page.reload();
    await acts.getByRole('button', { name: '并案' }).click();
    expect(await page.getByRole('dialog').getByLabel('并案理由').inputValue()).toBe('同一路段');
    await page.getByRole('dialog').getByRole('button', { name: '先不办' }).click();
    await acts.getByRole('button', { name: '分类交办' }).click();
    await page.getByRole('heading', { name: WAITING }).waitFor();
    expect(complaints).toEqual([]);
  });
});
