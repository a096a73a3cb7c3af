import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { expect, it } from 'vitest';
import { DESKTOP, enterAs, openPage, useBrowser } from './support/open-page.ts';

useBrowser();

it.each([
  // Nobody hands anything over in this district, whatever its deputies write.
  ['an office', 'government@xiling'],
  ['a unit', 'liaison-tuiyi@xiling'],
])('%s without work leads a newcomer to the login that begins the road', async (_who, login) => {
  const { page, complaints } = await openPage(DESKTOP);
  await enterAs(page, login, '/');
  await page.getByText('演练里从代表写建议开始').waitFor();
  await page.getByRole('button', { name: '换成代表 deputy@xiling 写一件' }).click();
  const account = page.getByLabel('账号');
  await account.waitFor();
  expect(await account.inputValue()).toBe('deputy@xiling');
  await page.getByRole('textbox', { name: '密码' }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: /您好/ }).waitFor();
  await page.getByRole('link', { name: '写建议' }).first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  expect(complaints).toEqual([]);
});
