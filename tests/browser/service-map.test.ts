import { livingProcesses } from '@huiyin/deploy/processes/pid-files';
import { Cast } from '@huiyin/scripts/road/cast';
import { waitFor } from '@huiyin/testkit/wait-for';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, inject, it } from 'vitest';
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

const GIVEN_TIMEOUT_MS = 300_000;
/** Spans are sent every few seconds, and the page asks again every fifteen. Milliseconds. */
const SHOWN_WITHIN_MS = 60_000;
const cast = new Cast(gatewayUrl, 'xiling');
/** Who was asked or told of a case that was handed over. */
const TOUCHED = ['archive', 'assignment', 'directory', 'evaluation', 'intake', 'meeting', 'notification'];
let caseId = '';

beforeAll(async () => {
  const of = {
    title: '关于乡村公路会车带的建议',
    leadDeputy: 'deputy-21',
    leadUnit: 'jiaotong',
    coUnit: 'caizheng',
  };
  caseId = (await assignedCase(cast, of)).suggestionId;
}, GIVEN_TIMEOUT_MS);

const drawingOf = (page: Page): Locator => page.getByRole('img', { name: /^服务之间的调用图/ });

/** What a line or a box says to who points at it. */
async function titlesIn(drawing: Locator, of: 'line' | 'box'): Promise<readonly string[]> {
  return drawing.locator(`.${of} > title`).allTextContents();
}

/** Asks a service that is stopped meanwhile: the call ends by its deadline. */
async function unanswered(service: string, path: string): Promise<void> {
  const desk = await cast.person('desk');
  const stopped = livingProcesses(inject('runDirectory')).filter(({ name }) => name === service);
  expect(stopped).toHaveLength(1);
  for (const { pid } of stopped) process.kill(pid, 'SIGSTOP');
  try {
    await expect(desk.get(path)).rejects.toThrow(/ 50[34] /);
  } finally {
    for (const { pid } of stopped) process.kill(pid, 'SIGCONT');
  }
}

it('the map names gateway, services, stores and broker, each line with its figures, and whom it marks', async () => {
  await unanswered('training', '/training-matrix');
  const { page, complaints } = await openPage(DESKTOP);
  await enterAs(page, 'operator@donghu', '/operations/journey?minutes=1440');
  const drawing = drawingOf(page);
  const failed = drawing.locator('.box.service.failed').filter({ hasText: 'training' });
  await failed.waitFor({ timeout: SHOWN_WITHIN_MS });
  expect(await failed.textContent()).toContain('✕ 有失败');

  const boxes = await titlesIn(drawing, 'box');
  expect(boxes).toContain('gateway：有失败');
  // Whoever hashes passwords may be marked as slow, on a slow machine others too.
  const names = boxes.map((title) => title.split('：', 1)[0]);
  const expected = ['浏览器', 'gateway', 'NATS', 'Postgres', 'Redis', ...TOUCHED, 'supervision'];
  expect(names).toEqual(expect.arrayContaining(expected));
  const lines = await titlesIn(drawing, 'line');
  const figures = String.raw`(?:不到 0\.1|\d+(?:\.\d)?) 次/分 · 失败 <?\d+% · (?:p95 )?[\d.]+ m?s(?: · 慢)?$`;
  for (const line of lines) expect(line).toMatch(new RegExp(figures));
  const ends = lines.map((line) => line.split(' · ').slice(0, 2).join(' · '));
  expect(ends).toEqual(
    expect.arrayContaining([
      '浏览器 → gateway · HTTP',
      'gateway → Redis · 缓存',
      'gateway → intake · gRPC',
      'gateway → assignment · gRPC',
      'intake → Postgres · 数据库',
      'intake → NATS · 发出事件',
      'NATS → archive · 送达事件',
    ]),
  );
  const unheard = drawing.locator('.line.failed').filter({ hasText: 'gateway → training' });
  expect(await unheard.textContent()).toMatch(/✕ 失败 <?\d+%/);
  expect(await overflowsSideways(page)).toBe(false);
  await screenshot(page, 'service-map-desktop');

  await page.getByText('表格', { exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: /^gateway.*training.*gRPC/ });
  expect(await row.textContent()).toContain('✕');
  expect(complaints).toEqual([]);
});

it('the map of one request has only what that request touched, on a phone too', async () => {
  const { page, complaints } = await openPage(PHONE);
  await enterAs(page, 'operator@xiling', `/operations/journey?of=${caseId}`);
  const line = page.getByRole('listitem').filter({ hasText: '登记' }).first();
  await waitFor('the steps of the registration', async () => {
    if (await line.getByRole('button', { name: '看步骤' }).isVisible()) return true;
    await page.reload();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    return false;
  });
  await line.getByRole('button', { name: '看步骤' }).click();
  const drawing = drawingOf(page);
  await drawing.locator('.box.service').filter({ hasText: 'notification' }).waitFor();
  const boxes = new Set(await titlesIn(drawing, 'box'));
  expect([...boxes]).toEqual(expect.arrayContaining(['gateway', 'intake', 'archive', 'NATS', 'Postgres']));
  expect(boxes.has('training')).toBe(false);
  const lines = await titlesIn(drawing, 'line');
  expect(lines.find((text) => text.startsWith('gateway → intake'))).toMatch(/ · 1 次 · 失败 0% · /);
  expect(await overflowsSideways(page)).toBe(false);
  await screenshot(page, 'service-map-request-phone');
  expect(complaints).toEqual([]);
});
