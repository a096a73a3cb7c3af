import { readFile } from 'node:fs/promises';
import { Cast } from '@huiyin/scripts/road/cast';
import { contactDeputy, filePlan, giveOpinions } from '@huiyin/scripts/road/handle';
import type { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge } from '@huiyin/scripts/road/raise';
import { exifSegment, jpegFile, phoneExif, pngFile } from '@huiyin/testkit/photo-files';
import type { Locator, Page } from 'playwright-core';
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
/** As a phone held upright writes it: lying, with the word to turn it, and where it stood. */
const PHOTO = file('东门步道.jpg', jpegFile({ width: 160, height: 80 }, exifSegment(phoneExif(6))));
const RECORD = file('走访记录.pdf', Buffer.from('%PDF-1.7 走访记录'));
const RECEIPT = file('竣工验收单.pdf', Buffer.from('%PDF-1.7 竣工验收单'));
const FURTHER = file('支流照片.png', pngFile({ width: 160, height: 80 }));

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

async function drop(page: Page, onto: Locator, { name, buffer }: ChosenFile): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const dropped = new DataTransfer();
    const bytes = Uint8Array.from(atob('${buffer.toString('base64')}'), (letter) => letter.charCodeAt(0));
    dropped.items.add(new File([bytes], '${name}'));
    return dropped;
  })()`);
  await onto.dispatchEvent('drop', { dataTransfer });
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const kept = page.waitForEvent('download');
  await page.getByRole('link', { name }).first().click();
  const download = await kept;
  expect(download.suggestedFilename()).toBe(name);
  return readFile(await download.path());
}

/** Width and height as the browser shows a photo, turned. */
function shownSize(page: Page, photo: Buffer): Promise<unknown> {
  return page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob('${photo.toString('base64')}'), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    return [bitmap.width, bitmap.height];
  })()`);
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
    const kept = await downloaded(page, PHOTO.name);
    expect(PHOTO.buffer.includes('HUIYIN PHONE')).toBe(true);
    expect(kept.includes('HUIYIN PHONE')).toBe(false);
    expect(await shownSize(page, kept)).toEqual([80, 160]);
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

describe('whoever pre-reviews a draft', () => {
  it('reads its files as well', async () => {
    const { page } = await openPage(PHONE);
    await enterAs(page, 'deputy-9@xiling', '/write');
    const title = '关于增设西岭路公交候车亭的建议';
    await page.getByRole('textbox', { name: '标题' }).fill(title);
    await page.getByRole('textbox', { name: '情况和问题' }).fill('三个站点没有候车亭，雨天无处避雨。');
    await page.getByRole('textbox', { name: '具体建议 1' }).fill('请区交通运输局年内增设三处候车亭。');
    const attachments = page.getByRole('region', { name: '附件' });
    await choose(page, () => attachments.getByRole('button', { name: '选文件' }).click(), RECORD);
    await attachments.getByRole('link', { name: RECORD.name }).waitFor(SOON);
    await page.getByText(/已保存/).waitFor(SOON);
    await page.getByRole('button', { name: '请人预审' }).click();
    await page.getByText('已请人预审').first().waitFor(SOON);

    const reviewer = await openPage(DESKTOP);
    await enterAs(reviewer.page, 'reviewer@xiling', '/pre-reviews');
    await reviewer.page.getByRole('button', { name: new RegExp(title) }).click();
    await reviewer.page.getByRole('heading', { name: '附件 1 个' }).waitFor(SOON);
    await screenshot(reviewer.page, 'uploads-pre-review-desktop');
    expect(await downloaded(reviewer.page, RECORD.name)).toEqual(RECORD.buffer);
    expect(reviewer.complaints).toEqual([]);
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
      await supplemented(head.page, await journey.day());
      expect(head.complaints).toEqual([]);
    },
  );
});

/** 补充答复 in class A needs its evidence as well. */
async function supplemented(page: Page, today: string): Promise<void> {
  const acts = page.getByRole('group', { name: '可以办的事' });
  await acts.getByRole('button', { name: '补充答复' }).click();
  const dialog = page.getByRole('dialog', { name: '补充答复' });
  await dialog.getByText('A 已解决').click();
  await dialog.getByLabel('办结日期').fill(today);
  await dialog.getByLabel('为什么补充').fill('下游两处支流也已疏浚。');
  await dialog.getByLabel('补充内容').fill('两处支流共八百米，已一并验收。');
  const send = dialog.getByRole('button', { name: '补充答复', exact: true });
  await send.click();
  await dialog.getByText('A 类须附照片、验收单等证明材料').waitFor(SOON);
  const evidence = dialog.getByRole('region', { name: '证明材料' });
  await drop(page, evidence.getByRole('button', { name: /拖到这里/ }), FURTHER);
  await evidence.getByRole('link', { name: FURTHER.name }).waitFor(SOON);
  await screenshot(page, 'uploads-supplement-desktop');
  await send.click();
  await dialog.waitFor({ state: 'hidden', ...SOON });
  expect(await downloaded(page, FURTHER.name)).toEqual(FURTHER.buffer);
}

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
