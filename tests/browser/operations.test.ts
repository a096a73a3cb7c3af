import { expect, it } from 'vitest';
import {
  DESKTOP,
  enterAs,
  gatewayUrl,
  openPage,
  overflowsSideways,
  screenshot,
  useBrowser,
} from './support/open-page.ts';

useBrowser();

const SERVICES = 9;

it('operations sees every service answer, finds no dead letter, and proves the audit', async () => {
  const { page, complaints } = await openPage(DESKTOP);
  await enterAs(page, 'operator@donghu');
  await page.getByRole('main').getByRole('link', { name: '运行' }).click();
  await page.getByText('所有服务都在应答').waitFor();
  expect(await page.getByRole('cell', { name: '正常', exact: true }).count()).toBe(SERVICES);
  await screenshot(page, 'operations-health');

  await page.getByRole('tab', { name: '未能处理的事件' }).click();
  await page.getByText(/没有未能处理的事件。/).waitFor();

  await page.goto(`${gatewayUrl}/operations?tab=audit`);
  await page.getByRole('button', { name: '校验哈希链' }).click();
  await page.getByText('全部对得上').waitFor({ timeout: 60_000 });
  expect(await overflowsSideways(page)).toBe(false);
  await screenshot(page, 'operations-audit');
  expect(complaints).toEqual([]);
});
