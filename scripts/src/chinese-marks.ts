import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { findMessages } from '@huiyin/translations/find-messages';
import { hasHalfWidthMark } from '@huiyin/translations/half-width-marks';

const SOURCES = ['services/*/src/**/*.{ts,tsx}', 'packages/*/src/**/*.ts', 'scripts/src/**/*.ts'];
/** Tests say what people type; generated files repeat what was said in the sources. */
const PASSED_OVER = /\.test\.tsx?$|\/gen\/|schema\.d\.ts$|^packages\/testkit\//;

/** Every Chinese text of the sources that stands with half-width marks, with its file. */
export async function halfWidthTexts(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of glob(SOURCES, { cwd: REPOSITORY })) {
    if (PASSED_OVER.test(file)) continue;
    const source = await readFile(join(REPOSITORY, file), 'utf8');
    for (const { text } of findMessages(source, file))
      if (hasHalfWidthMark(text)) found.push(`${file}: ${text}`);
  }
  return found.toSorted();
}
