import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { catalogueOf, parseCatalogue, type Entry } from '@huiyin/translations/catalogue';
import { readSources } from '@huiyin/translations/read-sources';

const SOURCES = join(REPOSITORY, 'services/web/src');
/** The English of the web application, by its Chinese. */
export const CATALOGUE = join(SOURCES, 'language/english.po');

/** What the catalogue says, and the entries it must have after the sources. */
export async function freshCatalogue(): Promise<{ kept: string; entries: readonly Entry[] }> {
  const kept = await readFile(CATALOGUE, 'utf8');
  return { kept, entries: catalogueOf(await readSources(SOURCES), parseCatalogue(kept)) };
}
