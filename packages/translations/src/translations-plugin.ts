import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { contextIn, dictionaryOf, parseCatalogue } from './catalogue.ts';
import { isTranslated } from './is-translated.ts';
import { translateSource } from './translate-source.ts';

/** Folder of the sources, the catalogue, and the module the translated sources ask; absolute paths. */
interface Options {
  readonly sources: string;
  readonly catalogue: string;
  readonly runtime: string;
}

/** Has the Chinese in the sources asked for at run time; a catalogue .po is a module that exports `english`. */
export function translations({ sources, catalogue, runtime }: Options): Plugin {
  let contextOf: ReturnType<typeof contextIn> = () => '';
  return {
    name: 'huiyin:translations',
    enforce: 'pre',
    async buildStart() {
      this.addWatchFile(catalogue);
      contextOf = contextIn(parseCatalogue(await readFile(catalogue, 'utf8')));
    },
    transform(code, id) {
      if (id === catalogue) {
        const english = JSON.stringify(dictionaryOf(parseCatalogue(code)));
        return { code: `export const english = ${english};`, map: null, moduleType: 'js' };
      }
      const file = relative(sources, id);
      if (file.startsWith('..') || !isTranslated(file)) return undefined;
      return translateSource(code, file, { runtime, contextOf: (message) => contextOf(message, file) });
    },
  };
}
