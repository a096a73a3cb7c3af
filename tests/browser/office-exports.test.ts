import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions, reply } from '@huiyin/scripts/road/handle';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge, markKey } from '@huiyin/scripts/road/raise';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignedCase } from './support/assigned-case.ts';
import { column, exported } from './support/exported-sheet.ts';
import { DESKTOP, enterAs, gatewayUrl, openPage, useBrowser } from './support/open-page.ts';

const TENANT = 'yunchuan';
const UNIT = 'shuiwu';
const RETURNED = '关于疏浚月河支流的建议';
const KEY = '关于建设海绵城市示范片区的建议';
const GROUNDS = '支流由区级管护';
const GIVEN_TIMEOUT_MS = 180_000;

useBrowser();

/** Of 水务局: one that it wants to give back, a key one, and one that it answered with a promise. */
beforeAll(async () => {
  const cast = new Cast(gatewayUrl, TENANT);
  const of = { leadDeputy: 'deputy-11', leadUnit: UNIT, coUnit: 'caizheng' };
  const returned = await assignedCase(cast, { title: RETURNED, ...of });
  await (
    await returned.unit('head')
  ).post(`/assignments/${returned.share()}:request-return`, {
    ...{ grounds: GROUNDS, legalBasis: '三定规定' },
    proposedUnitId: cast.unitId('zhujian'),
  });
  await markKey(await assignedCase(cast, { title: KEY, ...of }));
  const promised = await assignedCase(cast, { title: '关于改造二次供水泵房的建议', ...of });
  await acknowledge(promised);
  await confirmBySides(promised);
  await filePlan(promised);
  const opinions = await giveOpinions(promised);
  await contactDeputy(promised);
  await reply(promised, { resultClass: 'B', opinions, promiseInDays: 90 });
}, GIVEN_TIMEOUT_MS);

describe('导出', () => {
  it('of the returns to decide holds who asks, why, and what stands on the page', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `government@${TENANT}`, '/returns');
    const part = page.locator('.office-part').filter({ has: page.getByRole('heading', { name: /^申退/ }) });
    await part.getByText(RETURNED).waitFor();
    const rows = await exported(part);
    const titles = (await part.locator('.title').allInnerTexts()).map((title) => title.trim());
    expect(column(rows, '标题')).toEqual(titles);
    const at = titles.indexOf(RETURNED);
    expect(column(rows, '理由')[at]).toBe(GROUNDS);
    expect(column(rows, '申退单位')[at]).toBe('市城乡水务局');
    expect(complaints).toEqual([]);
  });

  it('of the key items holds the five ones, and says which are missing', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `desk@${TENANT}`, '/key-items');
    const part = page.locator('.key-part').filter({ has: page.getByRole('heading', { name: /^重点件/ }) });
    await part.getByRole('link', { name: KEY }).waitFor();
    const rows = await exported(part);
    const titles = (await part.locator('.key-cards .title').allInnerTexts()).map((title) => title.trim());
    expect(column(rows, '标题')).toEqual(titles);
    const at = titles.indexOf(KEY);
    expect(column(rows, '一个单位')[at]).toBe('市城乡水务局');
    expect(column(rows, '一套方案')[at]).toBe('还缺');
    expect(column(rows, '专班成员单位')[at]).toBe('还没有专班');
    expect(complaints).toEqual([]);
  });

  it("of a unit's promises holds the promise and its day", async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, `clerk-${UNIT}@${TENANT}`, '/promises');
    await page.locator('.promises .title').first().waitFor();
    const rows = await exported(page.locator('main'));
    expect(column(rows, '承诺')).toEqual(await page.locator('.promises .title').allInnerTexts());
    expect(column(rows, '承诺')).toEqual(['完成全部施工']);
    expect(column(rows, '状态')).toEqual(['未到期']);
    expect(column(rows, '还剩')).toEqual(await page.locator('.promises .spread b').allInnerTexts());
    expect(complaints).toEqual([]);
  });
});
