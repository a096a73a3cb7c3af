import { expect, it } from 'vitest';
import { answerManyRows } from '../screenshots/support/many-rows.ts';
import { DESKTOP, enterAs, openPage, screenshot, useBrowser } from './support/open-page.ts';

/** Longer than a page of the wall stands. Milliseconds. */
const A_PAGE_LATER = 20_500;
/** Longer than the wall goes without a new answer before it says so. Milliseconds. */
const LONG_UNANSWERED = 60_000;

useBrowser();

it('a wall with more red cases than a room can read turns its pages until a key stops it', async () => {
  const { page } = await openPage(DESKTOP);
  await page.clock.install();
  await answerManyRows(page, 'donghu');
  await enterAs(page, 'council@donghu', '/wall');
  const red = page.getByRole('region', { name: '红色' });
  await red.getByText(/^1 \/ \d+$/).waitFor();
  expect(await red.getByRole('listitem').count()).toBe(7);
  const first = await red.getByRole('link').first().textContent();
  await screenshot(page, 'wall-many-desktop');

  await page.clock.runFor(A_PAGE_LATER);
  await red.getByText(/^2 \/ \d+$/).waitFor();
  expect(await red.getByRole('link').first().textContent()).not.toBe(first);

  await page.keyboard.press('Space');
  await page.clock.runFor(A_PAGE_LATER);
  expect(await red.getByText(/^2 \/ \d+$/).count()).toBe(1);
});

it('a wall that has lost its connection says of when it is', async () => {
  const { page, context } = await openPage(DESKTOP);
  await page.clock.install();
  await enterAs(page, 'council@donghu', '/wall');
  await page.getByRole('region', { name: '各色件数' }).waitFor();
  expect(await page.getByText(/^\d\d:\d\d$/).count()).toBe(1);

  await context.setOffline(true);
  await page.clock.runFor(LONG_UNANSWERED);
  await page.getByText(/^\d\d:\d\d 的数据$/).waitFor();

  await context.setOffline(false);
  await page.getByText(/^\d\d:\d\d$/).waitFor();
});
