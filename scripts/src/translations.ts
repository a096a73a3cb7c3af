import { writeFile } from 'node:fs/promises';
import { faultsOf, writeCatalogue } from '@huiyin/translations/catalogue';
import { CATALOGUE, freshCatalogue } from './web-translations.ts';

// Brings the catalogue up to the sources and says which texts still lack their English.
const { entries } = await freshCatalogue();
await writeFile(CATALOGUE, writeCatalogue(entries));
const faults = faultsOf(entries);
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${entries.length} texts, ${faults.length} to be translated\n`);
