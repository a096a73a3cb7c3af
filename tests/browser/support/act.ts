import type { Page } from 'playwright-core';

/** The drawer of an act, opened from the case page. */
export async function act(page: Page, name: string): Promise<ReturnType<Page['getByRole']>> {
  const bar = page.getByRole('group', { name: '可以办的事' });
  await bar.getByRole('button', { name, exact: true }).click();
  return page.getByRole('dialog', { name });
}

export async function finish(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}
