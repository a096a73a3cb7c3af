import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { faultsOf, writeCatalogue } from '@huiyin/translations/catalogue';
import { halfWidthTexts } from './chinese-marks.ts';
import { runCommand } from './run-check.ts';
import { generateWebClient, WEB_CLIENT } from './web-client.ts';
import { freshCatalogue } from './web-translations.ts';

/** One thing a machine can hold against the rules; `run` answers what is wrong, or undefined. */
export interface Check {
  readonly name: string;
  run(): Promise<string | undefined>;
}

const GENERATED = 'packages/contracts/src/gen';
/** What reflection serves. */
const REFLECTED_IMAGE = `${GENERATED}/image.binpb`;
const BASE_IMAGE = 'proto/base.binpb';
const CRUISE = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'];

/** Everything that needs no server, in the order in which a mistake is cheapest to find. */
export const CHECKS: readonly Check[] = [
  command('types', 'tsc', ['-p', 'tsconfig.json', '--noEmit']),
  command('types of the web application', 'tsc', ['-p', 'services/web/tsconfig.json', '--noEmit']),
  command('lint', 'oxlint', ['--quiet', '.']),
  command('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  command('import rules', 'depcruise', [...CRUISE, 'packages', 'services', 'deploy']),
  { name: 'import rules see a planted violation', run: plantedViolation },
  command('unused code', 'knip', ['--no-progress']),
  command('protobuf lint', 'buf', ['lint']),
  command('protobuf is compatible', 'buf', ['breaking', '--against', BASE_IMAGE]),
  { name: 'generated code is current', run: generatedIsCurrent },
  { name: 'web client is current', run: webClientIsCurrent },
  { name: 'everything the interface says has its English', run: englishIsComplete },
  { name: 'Chinese texts take full-width marks', run: marksAreFullWidth },
];

function command(name: string, program: string, args: readonly string[]): Check {
  return {
    name,
    run: async () => {
      const { code, output } = await runCommand(program, args);
      return code === 0 ? undefined : output;
    },
  };
}

/** With a compiler it cannot use, dependency-cruiser reads nothing and is content: a bad import must be found. */
async function plantedViolation(): Promise<string | undefined> {
  const folder = join(REPOSITORY, 'services/intake/src/domain');
  const planted = join(folder, 'planted-violation.ts');
  await writeFile(planted, "export { maybeRow } from '@huiyin/postgres/query';\n");
  try {
    const { code, output } = await runCommand('depcruise', [...CRUISE, 'services/intake/src/domain']);
    return code !== 0 && output.includes('domain-is-pure')
      ? undefined
      : `the planted import was not found:\n${output}`;
  } finally {
    await rm(planted);
  }
}

async function generatedIsCurrent(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-gen-'));
  try {
    const { code, output } = await runCommand('buf', ['generate', '--output', folder]);
    if (code !== 0) return output;
    const fresh = await filesOf(join(folder, GENERATED));
    const kept = await filesOf(join(REPOSITORY, GENERATED));
    const image = join(folder, 'image.binpb');
    const built = await runCommand('buf', ['build', '-o', image]);
    if (built.code !== 0) return built.output;
    if (!(await readFile(image)).equals(await readFile(join(REPOSITORY, REFLECTED_IMAGE))))
      return `run npm run generate; ${REFLECTED_IMAGE} differs`;
    const stale = [...new Set([...fresh.keys(), ...kept.keys()])].filter(
      (file) => fresh.get(file) !== kept.get(file),
    );
    return stale.length === 0 ? undefined : `run npm run generate; these differ: ${stale.join(', ')}`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The web application calls the API through types made from the API's document. */
async function webClientIsCurrent(): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-client-'));
  try {
    const fresh = join(folder, 'schema.d.ts');
    const { code, output } = await generateWebClient(fresh);
    if (code !== 0) return output;
    const same = (await readFile(fresh, 'utf8')) === (await readFile(WEB_CLIENT, 'utf8'));
    return same ? undefined : 'run npm run generate; services/web/src/api/schema.d.ts differs';
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What is said in Chinese in the sources of the web application stands in its catalogue, with English. */
async function englishIsComplete(): Promise<string | undefined> {
  const { kept, entries } = await freshCatalogue();
  const faults = faultsOf(entries);
  const catalogue = 'services/web/src/language/english.po';
  if (faults.length > 0) {
    return `${faults.join('\n')}\nrun npm run translations and write the English into ${catalogue}`;
  }
  return writeCatalogue(entries) === kept ? undefined : `run npm run translations; ${catalogue} differs`;
}

async function marksAreFullWidth(): Promise<string | undefined> {
  const texts = await halfWidthTexts();
  return texts.length === 0 ? undefined : `${texts.join('\n')}\nwrite ，；：（）！？ beside Chinese`;
}

/** TypeScript files of a folder by their path in it. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  const pairs = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [relative(folder, path), await readFile(path, 'utf8')] as const;
  });
  return new Map(await Promise.all(pairs));
}
