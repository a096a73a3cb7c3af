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
