import { ApiRefusal, type ApiSession } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import { filePlan } from '@huiyin/scripts/road/handle';
import type { Journey } from '@huiyin/scripts/road/journey';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge } from '@huiyin/scripts/road/raise';
import { sync } from 'node-ical';
import { waitFor } from '@huiyin/testkit/wait-for';
import type { Page } from 'playwright-core';
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

const cast = new Cast(gatewayUrl, 'yunchuan');
const TITLE = '关于在文澜路小学门前增设行人过街信号灯、同步整治停车秩序的建议';
const GIVEN_TIMEOUT_MS = 180_000;
/** Eight pixels by six, sky blue. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAEUlEQVR4nGOYteMGVsQwkBIAZVhn4eBtqOMAAAAASUVORK5CYII=',
  'base64',
);

let journey: Journey;
let head: ApiSession;
let meetingId = '';

/** A case of 公安局 whose on-site meeting is today. */
beforeAll(async () => {
  journey = await assignedCase(cast, {
    ...{ title: TITLE, leadDeputy: 'deputy-9', leadUnit: 'gongan', coUnit: 'nongye' },
  });
  await acknowledge(journey);
  await confirmBySides(journey);
  await filePlan(journey);
  head = await journey.unit('head');
  const liaison = await journey.unit('liaison');
  const { id } = await head.post('/meetings', {
    ...{ kind: 'on-site', suggestionId: journey.suggestionId, assignmentId: journey.share() },
    ...{ startsAt: `${await journey.day()}T15:00:00+08:00`, place: '文澜路小学东门' },
    participantIds: [liaison.personId],
  });
  meetingId = id;
  await waitFor('the case file to offer what is done with the meeting', async () => {
    const { availableActs } = await head.get<{ availableActs: readonly { targetId: string }[] }>(
      `/cases/${journey.suggestionId}`,
    );
    return availableActs.some(({ targetId }) => targetId === meetingId);
  });
}, GIVEN_TIMEOUT_MS);

describe('the calendar of meetings', () => {
  it('shows the unit its week, keeps the filter in its address, and shows the code in large', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'head-gongan@yunchuan', '/meetings');
    const card = page.getByRole('button', { name: new RegExp(`见面② 现场会.*${TITLE}`) });
    await card.waitFor();
    await screenshot(page, 'meetings-desktop');
    await page.getByRole('combobox', { name: '哪一种' }).click();
    await page.getByTitle('见面① 双确认').click();
    await card.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?kind=dual-confirmation');
    await page.goBack();
    await page.goto(`${gatewayUrl}/meetings?kind=on-site`);
    await card.click();
    const dialog = page.getByRole('dialog', { name: '见面② 现场会' });
    await dialog.getByText(/^\d{4} \d{4}$/).waitFor();
    await screenshot(page, 'meeting-code-desktop');

    await dialog.getByRole('button', { name: '改期' }).click();
    const other = page.getByRole('dialog', { name: '改期' });
    await other.getByLabel('地点').fill('文澜路小学西门');
    await other.getByRole('button', { name: '改期' }).click();
    await other.waitFor({ state: 'hidden' });
    await dialog.getByText('文澜路小学西门').waitFor();
    expect(complaints).toEqual([]);
  });

  it('gives a calendar program an address of its own, which ends when it is renewed', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'head-gongan@yunchuan', '/meetings');
    await page.getByRole('button', { name: '订阅日历' }).click();
    await page.getByRole('button', { name: '生成订阅地址' }).click();
    const shown = page.getByLabel('订阅地址（只显示这一次）');
    const first = await shown.inputValue();
    await screenshot(page, 'meetings-subscribe-desktop');
    const events = Object.values(sync.parseICS(await (await fetch(first)).text()));
    expect(events).toContainEqual(expect.objectContaining({ summary: `现场会：${TITLE}` }));
    await page.getByRole('button', { name: '更换地址' }).click();
    await waitFor('another address', async () => (await shown.inputValue()) !== first);
    expect((await fetch(first)).status).toBe(404);
    expect((await fetch(await shown.inputValue())).status).toBe(200);
    expect(complaints).toEqual([]);
  });

  it('lets the desk arrange what units may not: a coordination about a case, a hand-over of many', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'desk@yunchuan', '/meetings');
    const liaison = await journey.unit('liaison');
    const { name } = await liaison.get<{ name: string }>('/me');

    await page.getByRole('button', { name: '约见面' }).click();
    const choice = page.getByRole('dialog', { name: '为哪一件约见面' });
    await choice.getByRole('searchbox', { name: '标题中的文字' }).fill('行人过街信号灯');
    await page.keyboard.press('Enter');
    await choice.getByRole('button', { name: new RegExp(TITLE) }).click();
    const form = page.getByRole('dialog', { name: '约见面' });
    await form.getByRole('radio').first().waitFor();
    expect(await form.getByRole('radio').count()).toBe(8);
    await form.getByRole('radio', { name: '约谈' }).check();
    expect(await form.getByText('请哪些代表').count()).toBe(0);
    await form.getByRole('radio', { name: '协调会' }).check();
    await form.getByText('请哪些代表').waitFor();
    await form.getByLabel('地点').fill('政府二楼会议室');
    await form.getByRole('combobox', { name: '还请谁' }).fill(name);
    await page.getByTitle(new RegExp(`^${name} 市公安局`)).click();
    await screenshot(page, 'meeting-arrange-desktop');
    await form.getByRole('button', { name: '约见面' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: new RegExp(`协调会.*${TITLE}`) }).click();
    const meeting = page.getByRole('dialog', { name: '协调会' });
    await meeting.getByText(name).waitFor();
    await page.keyboard.press('Escape');
    await meeting.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: '约见面' }).click();
    await choice.getByRole('button', { name: '约交办会，不针对一件' }).click();
    await form.getByLabel('地点').fill('政府大礼堂');
    await form.getByRole('button', { name: '约见面' }).click();
    await page.getByRole('button', { name: /交办会.*政府大礼堂/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes the session’s secretariat straight to the 交办会 of many, the one kind that it convenes', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'registrar@yunchuan', '/meetings');
    await page.getByRole('button', { name: '约见面' }).click();
    const form = page.getByRole('dialog', { name: '约见面' });
    await form.getByRole('radio', { name: '交办会' }).waitFor();
    expect(await form.getByRole('radio').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('lets the deputy check in on a phone with the code that is shown', async () => {
    const { page, complaints } = await openPage(PHONE);
    await enterAs(page, 'deputy-9@yunchuan', '/meetings');
    await page
      .getByRole('button', { name: new RegExp(TITLE) })
      .filter({ hasText: '现场会' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '签到' }).click();
    const form = page.getByRole('dialog', { name: '签到' });
    await form.getByLabel('签到码').fill('0000 0000');
    await form.getByRole('button', { name: '签到' }).click();
    await form.getByText('签到码不正确').waitFor();
    await screenshot(page, 'meeting-check-in-phone');
    const { code } = await head.get<{ code: string }>(`/meetings/${meetingId}/check-in-code`);
    await form.getByLabel('签到码').fill(code);
    await form.getByRole('button', { name: '签到' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('已签到').waitFor();
    await page.keyboard.press('Escape');
    expect(await overflowsSideways(page)).toBe(false);
    await screenshot(page, 'meetings-phone');
    // The refused code is an error to the browser, and to nobody else.
    expect(complaints.filter((line) => !line.includes(':check-in'))).toEqual([]);
  });

  it('takes photos with the record and shows them on the case page', async () => {
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'head-gongan@yunchuan');
    await page.goto(`${gatewayUrl}/cases/${journey.suggestionId}`);
    await page.getByRole('button', { name: '记见面' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('现场看到什么').fill('放学时段行人无信号灯可依，车辆占道停放。');
    const chooser = page.waitForEvent('filechooser');
    await form.getByText('把照片拖到这里').click();
    await (await chooser).setFiles([{ name: '校门口.png', mimeType: 'image/png', buffer: PHOTO }]);
    await form.getByText('1 个已附上').waitFor({ state: 'attached' });
    await screenshot(page, 'meeting-record-desktop');
    await form.getByRole('button', { name: '记见面' }).click();
    await form.waitFor({ state: 'hidden' });
    await waitFor('the photo to be filed', async () => {
      const { attachments } = await head.get<{ attachments: readonly object[] }>(
        `/cases/${journey.suggestionId}`,
      );
      return attachments.length > 0;
    });
    await page.goto(`${gatewayUrl}/cases/${journey.suggestionId}?part=meetings`);
    const picture = page.getByRole('img', { name: '校门口.png' });
    await picture.waitFor();
    await photoIsDrawn(page);
    await screenshot(page, 'case-meetings-desktop');
    expect(complaints).toEqual([]);
  });

  it('records a hand-over meeting of no case, with who came, photos and minutes, which who was invited reads', async () => {
    const liaison = await journey.unit('liaison');
    const desk = await cast.person('desk');
    const { id } = await desk.post('/meetings', {
      ...{ kind: 'hand-over', place: '政府三楼会议室' },
      ...{ startsAt: `${await journey.day()}T10:00:00+08:00` },
      participantIds: [desk.personId, liaison.personId],
    });
    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'desk@yunchuan', `/meetings?meeting=${id}`);
    const meeting = page.getByRole('dialog', { name: '交办会' });
    await meeting.getByText(/^\d{4} \d{4}$/).waitFor();
    await meeting.getByRole('button', { name: '记见面' }).click();
    const form = page.getByRole('dialog', { name: '记见面' });
    const { name } = await liaison.get<{ name: string }>('/me');
    await form.getByRole('checkbox', { name }).uncheck();
    await form.getByLabel('会议情况').fill('集中交办本次大会期间建议二百一十件。');
    for (const [label, fileName] of [
      ['照片', '交办会现场.png'],
      ['纪要扫描件', '交办会纪要.png'],
    ] as const) {
      const chooser = page.waitForEvent('filechooser');
      await form.getByText(`把${label}拖到这里`).click();
      await (await chooser).setFiles([{ name: fileName, mimeType: 'image/png', buffer: PHOTO }]);
      await form.getByRole('region', { name: label }).getByRole('link', { name: fileName }).waitFor();
    }
    await screenshot(page, 'meeting-hand-over-desktop');
    await form.getByRole('button', { name: '记见面' }).click();
    await form.waitFor({ state: 'hidden' });
    await meeting.getByText('集中交办本次大会期间建议二百一十件。').waitFor();
    expect(await meeting.getByRole('button', { name: '取消见面' }).count()).toBe(0);
    expect(complaints).toEqual([]);

    const record = await liaison.get<{ presentIds: string[]; photos: { attachmentId: string }[] }>(
      `/meetings/${id}`,
    );
    expect(record.presentIds).toEqual([desk.personId]);
    await waitFor('the photo to be filed', async () => {
      const found = await liaison
        .get(`/attachments/${record.photos[0]?.attachmentId ?? ''}`)
        .catch(notYetFiled);
      return found !== undefined;
    });
    const invited = await openPage(PHONE);
    await enterAs(invited.page, 'liaison-gongan@yunchuan', `/meetings?meeting=${id}`);
    await invited.page.getByRole('img', { name: '交办会现场.png' }).waitFor();
    await photoIsDrawn(invited.page);
    await screenshot(invited.page, 'meeting-hand-over-phone');
    expect(invited.complaints).toEqual([]);
  });
});

/** Asked again and again from outside: the page's own policy lets no script that waits inside evaluate text. */
async function photoIsDrawn(page: Page): Promise<void> {
  const width = 'document.querySelector(".photos img")?.naturalWidth ?? 0';
  await expect.poll(() => page.evaluate(width)).toBeGreaterThan(0);
}

/** Until archive has heard of the record, nobody but its uploader sees the file; anything else is a failure. */
function notYetFiled(error: unknown): undefined {
  if (error instanceof ApiRefusal && error.status === 404) return undefined;
  throw error;
}
