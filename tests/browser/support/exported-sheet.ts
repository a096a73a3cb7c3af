import type { Locator } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { expect } from 'vitest';

/** What 导出 in a part of a page gives, row by row; empty cells as ''. */
export async function exported(part: Locator): Promise<readonly (readonly string[])[]> {
  const download = part.page().waitForEvent('download');
  await part.getByRole('button', { name: '导出' }).click();
  const rows = await readSheet(await (await download).path());
  return rows.map((row) => row.map((cell) => (cell === null ? '' : `${cell}`)));
}

/** A column of a sheet by its heading. */
export function column(
  [headings = [], ...rows]: readonly (readonly string[])[],
  name: string,
): readonly string[] {
  expect(headings).toContain(name);
  return rows.map((row) => row[headings.indexOf(name)] ?? '');
}
