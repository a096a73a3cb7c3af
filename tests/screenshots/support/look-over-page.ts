import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import type { LookFault } from '@huiyin/scripts/screenshots/look';
import type { Page } from 'playwright-core';

const LOOK_OVER = join(REPOSITORY, 'services/web/src/inspect/look-over.ts');

/** What is broken on the page as it is drawn now. */
export async function lookOverPage(page: Page, phone: boolean): Promise<LookFault[]> {
  const source = stripTypeScriptTypes(await readFile(LOOK_OVER, 'utf8')).replace(
    'export function',
    'function',
  );
  return page.evaluate<LookFault[]>(`(() => { ${source}; return lookOver({ phone: ${phone} }) })()`);
}
