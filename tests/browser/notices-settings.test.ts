import { Cast } from '@huiyin/scripts/road/cast';
import { runMailServer } from '@huiyin/testkit/run-mail-server';
import { waitFor } from '@huiyin/testkit/wait-for';
import { inject, expect, it } from 'vitest';
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
const DELIVERY_MS = 60_000;

it('says how one is told, keeps what is chosen, and names what the city does not have', async () => {
  const { page, complaints } = await openPage(DESKTOP);
  await enterAs(page, 'deputy-31@yunchuan', '/notices');
  const section = page.getByRole('region', { name: '通知方式' });
  await section.getByRole('switch', { name: '短信或政务钉钉' }).waitFor();
  expect(await section.getByRole('switch', { name: '短信或政务钉钉' }).isDisabled()).toBe(true);
  await section.getByText('本市未开通').waitFor();

  await section.getByRole('switch', { name: '邮件' }).click();
  await section.getByRole('textbox', { name: '邮箱地址' }).fill('not an address');
  await section.getByRole('button', { name: '保存通知方式' }).click();
  await section.getByText('请填写邮箱地址，例如 name@example.cn').waitFor();
  await section.getByRole('textbox', { name: '邮箱地址' }).fill('deputy-31@example.cn');
  await section.getByLabel('从').fill('21:30');
  await section.getByRole('button', { name: '保存通知方式' }).click();
  await section.getByRole('status').getByText('已保存').waitFor();
  await screenshot(page, 'notices-channels-desktop');

  await page.reload();
  await section.getByRole('switch', { name: '邮件', checked: true }).waitFor();
  expect(await section.getByRole('textbox', { name: '邮箱地址' }).inputValue()).toBe('deputy-31@example.cn');
  expect(await section.getByLabel('从').inputValue()).toBe('21:30');
  expect(complaints).toEqual([]);
});

it('stands on a phone without scrolling sideways', async () => {
  const { page } = await openPage(PHONE);
  await enterAs(page, 'deputy-32@yunchuan', '/notices');
  await page.getByRole('region', { name: '通知方式' }).getByRole('switch', { name: '邮件' }).waitFor();
  expect(await overflowsSideways(page)).toBe(false);
  await screenshot(page, 'notices-channels-phone');
});

it('lets the operations team settle a message that was refused', { timeout: 2 * DELIVERY_MS }, async () => {
  const server = await runMailServer(inject('mailPort'));
  try {
    await server.become('refuse');
    const invited = await cast.person('deputy-33');
    await invited.send('PUT', '/subscriptions', {
      ...{ email: true, emailAddress: 'deputy-33@example.cn', webhook: false, digest: false },
      ...{ quietFrom: '00:00', quietTo: '00:00' },
    });
    const lead = await cast.person('deputy-34');
    const { id } = await lead.post('/suggestions', {
      text: { title: '关于老旧小区加装扶手的建议', facts: '老人上下楼不便。', demands: ['加装扶手'] },
    });
    await lead.post(`/suggestions/${id}/cosigners`, { deputyIds: [invited.personId] });
    const operator = await cast.person('operator');
    const listed = async (): Promise<boolean> =>
      (await operator.all<{ personId: string }>('/deliveries')).some(
        ({ personId }) => personId === invited.personId,
      );
    await waitFor('the refused message', listed, DELIVERY_MS);

    const { page, complaints } = await openPage(DESKTOP);
    await enterAs(page, 'operator@yunchuan', '/deliveries');
    const row = page.getByRole('row', { name: invited.personId.slice(0, 8) });
    await row.getByText('没有送到').waitFor();
    await screenshot(page, 'deliveries-desktop');
    await row.getByRole('button', { name: '不再发送' }).click();
    const drawer = page.getByRole('dialog', { name: '不再发送' });
    await drawer.getByRole('textbox', { name: '理由' }).fill('已电话告知本人');
    await drawer.getByRole('button', { name: '不再发送' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await listed()).toBe(false);
    expect(complaints).toEqual([]);
  } finally {
    server.close();
  }
});
