import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { gatewayUrl, PHONE, useBrowser, useSharedPage } from './support/open-page.ts';

useBrowser();

const TITLE = '关于首次保存时按下按钮的建议';
const SAVING = '**/api/v1/suggestions';

/** Presses what `selector` finds in the task that reads the answer to a draft's first saving, or in the one after it. */
function pressAtAnswer(selector: string, when: 'now' | 'next'): string {
  const press = `document.querySelector(${JSON.stringify(selector)}).click()`;
  return `(() => {
    const { json } = Response.prototype;
    Response.prototype.json = async function () {
      const answer = await json.call(this);
      if (new URL(this.url).pathname !== '/api/v1/suggestions') return answer;
      Response.prototype.json = json;
      ${when === 'now' ? press : `setTimeout(() => ${press})`};
      return answer;
    };
  })()`;
}

describe('a draft whose first saving is answered', () => {
  const writing = useSharedPage(PHONE, 'deputy-3@xiling');

  /** A blank sheet filled in; its first saving has been sent, and is answered when `press` is in place. */
  async function answered(press: string): Promise<Page> {
    const { page } = writing();
    await page.goto(`${gatewayUrl}/write`);
    await page.route(SAVING, async (route) => {
      if (route.request().method() === 'POST') await page.evaluate(press);
      await route.continue();
    });
    await page.getByRole('textbox', { name: '情况和问题' }).fill('答复到达的那一刻，代表正好按下按钮。');
    await page.getByRole('textbox', { name: '具体建议 1' }).fill('建议按下的按钮算数。');
    await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
    await page.waitForResponse(
      (answer) => answer.url().endsWith('/suggestions') && answer.request().method() === 'POST',
    );
    await page.unroute(SAVING);
    return page;
  }

  it.each(['now', 'next'] as const)('is checked when that is pressed at this moment (%s)', async (when) => {
    const page = await answered(pressAtAnswer('.write-foot .ant-btn-primary', when));
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await page.waitForURL(/\/write\/[0-9a-f-]{36}\?step=check$/);
    await page.getByRole('button', { name: '回去改' }).click();
    expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe(TITLE);
  });

  it.each(['now', 'next'] as const)('is left when that is pressed at this moment (%s)', async (when) => {
    const page = await answered(pressAtAnswer('.write-head a', when));
    await page
      .getByRole('link', { name: new RegExp(TITLE) })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });
});
