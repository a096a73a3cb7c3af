import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A page that looks the same after this is drawn. Milliseconds. */
const SETTLE_MS = 150;
const DRAWN_TIMEOUT_MS = 20_000;
const GRAVE: ReadonlySet<string> = new Set(['serious', 'critical']);

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Elements that are shown of each rule that is broken; the rest are counted. */
const SHOWN = 3;

/** What axe-core calls serious or critical on the page as it stands, one line for each rule. */
export async function graveFaults(page: Page): Promise<readonly string[]> {
  await untilDrawn(page);
  // It is large, and stays until the page is loaded anew.
  if (await page.evaluate<boolean>('window.axe === undefined')) await page.evaluate(`${axe}; undefined`);
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => GRAVE.has(impact ?? ''))
    .map(({ id, nodes }) => {
      const shown = nodes.slice(0, SHOWN).map(({ html }) => html.slice(0, 200));
      return `${id}, ${nodes.length} times: ${shown.join(' | ')}`;
    });
}

/** Waits until everything has come and nothing moves any more. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  const waiting = page.locator('[aria-busy=true], .ant-skeleton-active');
  await expect.poll(() => waiting.count(), { timeout: DRAWN_TIMEOUT_MS }).toBe(0);
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await page.evaluate<string>('document.body.innerText');
        const isSame = now === before;
        before = now;
        return isSame;
      },
      { interval: SETTLE_MS, timeout: DRAWN_TIMEOUT_MS },
    )
    .toBe(true);
}
