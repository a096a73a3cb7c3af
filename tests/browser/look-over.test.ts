import { describe, expect, it } from 'vitest';
import { lookOverPage } from '../screenshots/support/look-over-page.ts';
import { openPage, PHONE, useBrowser } from './support/open-page.ts';

useBrowser();

async function kindsOn(body: string): Promise<readonly string[]> {
  const { page } = await openPage(PHONE);
  await page.setContent(
    `<!doctype html><meta name="viewport" content="width=device-width"><body style="font: 16px sans-serif">${body}</body>`,
  );
  return (await lookOverPage(page, true)).map(({ kind }) => kind);
}

const CUT = 'width: 60px; overflow: hidden; white-space: nowrap';

describe('the look-over of a drawn page', () => {
  it.each([
    ['sideways', '<div style="width: 900px">建议</div>'],
    ['clipped', `<div style="${CUT}">关于整治东湖大道积水点的建议</div>`],
    ['clipped', `<div style="${CUT}; text-overflow: ellipsis">关于整治东湖大道积水点的建议</div>`],
    ['glyph', '<p>建议\u{E123}</p>'],
    ['small-text', '<p style="font-size: 11px">建议</p>'],
    ['advice', '<button style="height: 20px">交办</button>'],
  ])('sees %s in %s', async (kind, body) => {
    expect(await kindsOn(body)).toEqual([kind]);
  });

  it.each([
    `<div style="${CUT}; text-overflow: ellipsis" title="关于整治东湖大道积水点的建议">关于整治东湖大道积水点的建议</div>`,
    '<div style="width: 60px; overflow: auto; white-space: nowrap">关于整治东湖大道积水点的建议</div>',
    '<div style="height: 0; overflow: hidden">折起来的</div>',
    '<p>第 3 步，共 6 步：办理 →</p><button style="height: 44px">交办</button>',
  ])('sees nothing in %s', async (body) => {
    expect(await kindsOn(body)).toEqual([]);
  });
});
