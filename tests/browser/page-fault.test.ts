import { expect, it } from 'vitest';
import { DESKTOP, enterAs, openPage, screenshot, useBrowser } from './support/open-page.ts';

useBrowser();

it('a page that cannot be shown says so, and the way elsewhere stays', async () => {
  const { page } = await openPage(DESKTOP);
  await page.route('**/api/v1/notices?*', (route) =>
    route.fulfill({
      json: {
        items: [{ noticeId: 'n', type: 't', text: '通知', caseId: '', occurredAt: '某日', read: false }],
      },
    }),
  );
  await enterAs(page, 'desk@yunchuan', '/notices');
  await page.getByText('这一页没有打开', { exact: true }).waitFor();
  await screenshot(page, 'page-fault-desktop');
  await page.getByRole('navigation', { name: '各页' }).getByRole('link', { name: '登记' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('这一页没有打开').count()).toBe(0);
});

it('whoever could not be logged out is told so, and stays', async () => {
  const { page } = await openPage(DESKTOP);
  await enterAs(page, 'desk@yunchuan', '/');
  const problem = {
    status: 503,
    code: 'session-store-unavailable',
    title: 'unavailable',
    traceId: 'a1b2c3d4e5',
  };
  await page.route('**/api/v1/session', (route) =>
    route.request().method() === 'DELETE'
      ? route.fulfill({ status: 503, contentType: 'application/problem+json', json: problem })
      : route.fallback(),
  );
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByText('没有退出：登录服务暂时不可用，请稍后再试 · 参考编号 a1b2c3d4').waitFor();
  await screenshot(page, 'log-out-failed-desktop');
  await page.unroute('**/api/v1/session');
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByLabel('账号').waitFor();
});
