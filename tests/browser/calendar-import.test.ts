import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { logIn } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import { waitFor } from '@huiyin/testkit/wait-for';
import { beforeAll, expect, it } from 'vitest';
import { assignedCase } from './support/assigned-case.ts';
import { DESKTOP, enterAs, gatewayUrl, openPage, screenshot, useBrowser } from './support/open-page.ts';

interface Calendar {
  readonly days: readonly { readonly date: string; readonly off: boolean; readonly name: string }[];
}

interface Clock {
  readonly kind: string;
  readonly dueDate: string;
}

useBrowser();

/** Every open case of the tenant is found anew. Milliseconds. */
const MOVED_TIMEOUT_MS = 30_000;
const TITLE = '关于在村口修建过街天桥的建议';
let caseId = '';
let reply = '';

const dueOf = async (): Promise<string> => {
  const desk = await logIn(gatewayUrl, 'desk@beiyuan', DEMO_PASSWORD);
  const { items } = await desk.get<{ items: Clock[] }>(`/clocks?suggestionId=${caseId}`);
  return items.find(({ kind }) => kind === 'reply')?.dueDate ?? '';
};

beforeAll(async () => {
  const cast = new Cast(gatewayUrl, 'beiyuan');
  const of = { title: TITLE, leadDeputy: 'deputy', leadUnit: 'jiaotong', coUnit: 'gongan' };
  caseId = (await assignedCase(cast, of)).suggestionId;
  await waitFor('the clock of the reply', async () => (await dueOf()) !== '');
  reply = await dueOf();
});

it('a notice is previewed, moves nothing until it is applied, and then each date that it said', async () => {
  const admin = await logIn(gatewayUrl, 'admin@beiyuan', DEMO_PASSWORD);
  const { days } = await admin.get<Calendar>('/calendars');
  const year = reply.slice(0, 4);
  const own = days.filter(({ date }) => date.startsWith(year));
  const notice = [...own, { date: reply, off: true, name: '临时放假' }];
  const file = join(tmpdir(), `huiyin-notice-${process.pid}.json`);
  const published = notice.map(({ date, off, name }) => ({ date, name, isOffDay: off }));
  await writeFile(file, JSON.stringify({ year: Number(year), days: published }));

  const { page, complaints } = await openPage(DESKTOP);
  await enterAs(page, 'admin@beiyuan', '/settings?tab=calendar');
  await page.getByLabel('年度').fill(year);
  await page.getByLabel(/^或者选/).setInputFiles(file);
  await page.getByRole('button', { name: '预览' }).click();
  const result = page.getByRole('region', { name: '预览结果' });
  await result.getByText(/个到期日移动.*什么都还没有改变/).waitFor();
  const line = result.getByRole('listitem').filter({ has: page.locator(`a[href="/cases/${caseId}"]`) });
  expect(await line.filter({ hasText: '答复' }).count()).toBe(1);
  await screenshot(page, 'calendar-preview-desktop');
  expect(await dueOf()).toBe(reply);

  await page.getByRole('button', { name: '启用这份放假安排' }).click();
  await page.getByText(/在办的 \d+ 件都已按这份日历计算/).waitFor();
  await expect.poll(dueOf, { timeout: MOVED_TIMEOUT_MS }).not.toBe(reply);
  expect((await dueOf()) > reply).toBe(true);

  expect(complaints).toEqual([]);
  const { page: desk } = await openPage(DESKTOP);
  await enterAs(desk, 'desk@beiyuan', `/cases/${caseId}`);

  await desk.getByRole('button', { name: /^答复.*为什么是这一天/ }).click();
  await desk.getByText('临时放假').first().waitFor();
});
