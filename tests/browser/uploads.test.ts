import { readFile } from 'node:fs/promises';
import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions } from '@huiyin/scripts/road/handle';
import type { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge } from '@huiyin/scripts/road/raise';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
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

/** A case travels to its reply by the API first. Milliseconds. */
const ROAD_MS = 300_000;
/** A file is sent, checked and looked at; a lost connection is tried again after seconds. */
const SOON = { timeout: 20_000 };

const TITLE = '关于修补西岭公园东门破损步道的建议';
const PHOTO = file(
  '东门步道.jpg',
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4_000)]),
);
const RECORD = file('走访记录.pdf', Buffer.from('%PDF-1.7 走访记录'));
const RECEIPT = file('竣工验收单.pdf', Buffer.from('%PDF-1.7 竣工验收单'));

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function file(name: string, buffer: Buffer): ChosenFile {
  return { name, mimeType: 'application/octet-stream', buffer };
}

/** Chooses files as a person does, by whatever opens the chooser. */
async function choose(page: Page, open: () => Promise<void>, ...files: readonly ChosenFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await open();
  await (await chooser).setFiles([...files]);
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const kept = page.waitForEvent('download');
  await page.getByRole('link', { name }).first().click();
  const download = await kept;
  expect(download.suggestedFilename()).toBe(name);
  return readFile(await download.path());
}

describe('a deputy with a phone', () => {
  it('adds a photo, is told why a file is not taken, and loses nothing to a bad connection', async () => {
    const { page } = await openPage(PHONE);
    await enterAs(page, 'deputy-7@xiling', '/write');
    await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
    await page.getByRole('textbox', { name: '情况和问题' }).fill('东门步道破损约40米，每天上千人经过。');
    await page.getByRole('textbox', { name: '具体建议 1' }).fill('请区城乡水务局汛期前修补步道。');
    const attachments = page.getByRole('region', { name: '附件' });
    const byButton = (name: string) => () => attachments.getByRole('button', { name }).click();
    await choose(page, byButton('拍照'), PHOTO);
    await attachments.getByText(/^已附上/).waitFor(SOON);

    const liar = file('路口.png', Buffer.from('%PDF-1.7 不是照片'));
    await choose(page, byButton('选文件'), liar, file('程序.exe', Buffer.from('MZ')));
    await attachments.getByText(/文件内容与扩展名不符。.*另存为/).waitFor(SOON);
    await attachments.getByText(/不接受这种文件。.*另存为/).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'uploads-refused-phone');
    await attachments.getByRole('button', { name: '去掉 路口.png' }).click();
    await attachments.getByRole('button', { name: '去掉 程序.exe' }).click();

    const keys: string[] = [];
    await page.route('**/api/v1/attachments?*', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      if (keys.length > 2) return route.continue();
      // First nothing arrives; then the file does, and only the answer is lost.
      if (keys.length === 2) await route.fetch();
      return route.abort('connectionreset');
    });
    await choose(page, byButton('选文件'), RECORD);
    await attachments.getByText('连接断了，连上后自动接着传').waitFor(SOON);
    await screenshot(page, 'uploads-lost-phone');
    await attachments.getByRole('link', { name: RECORD.name }).waitFor(SOON);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);

    await page.getByText(/已保存/).waitFor(SOON);
    await page.reload();
    for (const { name } of [PHOTO, RECORD]) await attachments.getByRole('link', { name }).waitFor(SOON);
    expect(await downloaded(page, PHOTO.name)).toEqual(PHOTO.buffer);
    await page.getByRole('button', { name: '检查并提交' }).click();
    await page.getByRole('heading', { name: '附件 2 个' }).waitFor();
    await screenshot(page, 'uploads-check-phone');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('已提交，等代表工委登记').waitFor(SOON);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

    const desk = await openPage(DESKTOP);
    await enterAs(desk.page, 'desk@xiling', `/cases/${id}?part=documents`);
    expect(await downloaded(desk.page, RECORD.name)).toEqual(RECORD.buffer);
    expect(desk.complaints).toEqual([]);
  });
});

describe('a unit', () => {
  it(
    'brings a class A reply from its draft to the signature, with an uploaded file as its evidence',
    { timeout: ROAD_MS },
    async () => {
      const journey = await waitingForReply();
      const path = `/assignments/${journey.share()}/reply`;
      const clerk = await openPage(DESKTOP);
      await enterAs(clerk.page, 'clerk-shuiwu@xiling', path);
      await draftedWithEvidence(clerk.page, await journey.day());
      await screenshot(clerk.page, 'uploads-reply-desktop');
      expect(clerk.complaints).toEqual([]);

      const deputy = await openPage(PHONE);
      await enterAs(deputy.page, 'deputy-8@xiling', `/cases/${journey.suggestionId}`);
      await deputy.page.getByRole('heading', { name: '文书' }).waitFor(SOON);
      expect(await deputy.page.getByText(RECEIPT.name).count()).toBe(0);

      const head = await openPage(DESKTOP);
      await enterAs(head.page, 'head-shuiwu@xiling', path);
      expect(await downloaded(head.page, RECEIPT.name)).toEqual(RECEIPT.buffer);
      await head.page.getByRole('button', { name: '签发', exact: true }).click(SOON);
      const signing = head.page.getByRole('dialog', { name: '签发' });
      await signing.getByLabel('发文字号').fill('西水函〔2026〕7号');
      await signing.getByRole('button', { name: '签发' }).click();
      await head.page.getByRole('heading', { name: /西水函〔2026〕7号/ }).waitFor(SOON);
      expect(await downloaded(head.page, RECEIPT.name)).toEqual(RECEIPT.buffer);
      await screenshot(head.page, 'uploads-issued-desktop');
      expect(head.complaints).toEqual([]);
    },
  );
});

/** Everything before the reply, by the API. */
async function waitingForReply(): Promise<Journey> {
  const journey = await assignedCase(new Cast(gatewayUrl, 'xiling'), {
    ...{ title: '关于疏浚西岭河下游的建议', leadDeputy: 'deputy-8' },
    ...{ leadUnit: 'shuiwu', coUnit: 'minzheng' },
  });
  await acknowledge(journey);
  await confirmBySides(journey);
  await filePlan(journey);
  await giveOpinions(journey);
  await contactDeputy(journey);
  return journey;
}

async function draftedWithEvidence(page: Page, today: string): Promise<void> {
  await page.getByText('A 已解决').click();
  await page.getByRole('button', { name: /^去写：A类答复/ }).waitFor(SOON);
  await page.getByRole('textbox', { name: '办结日期' }).fill(today);
  const evidence = page.getByRole('region', { name: '证明材料' });
  await choose(page, () => evidence.getByRole('button', { name: /选文件/ }).press('Enter'), RECEIPT);
  await evidence.getByRole('link', { name: RECEIPT.name }).waitFor(SOON);
  await page.getByRole('textbox', { name: /诉求 1/ }).fill('责任单位已在每处公示，名单附后。');
  await page.getByRole('textbox', { name: /诉求 2/ }).fill('维保资金池已经建立，首批资金到账。');
  await page.getByRole('button', { name: /^插入/ }).click();
  await page.getByRole('heading', { name: '送签前检查 都过了' }).waitFor(SOON);
  await page.getByText('✓ 已存').waitFor(SOON);
  await page.reload();
  await evidence.getByRole('link', { name: RECEIPT.name }).waitFor(SOON);
}
