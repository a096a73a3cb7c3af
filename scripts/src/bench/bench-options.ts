import { parseArgs } from 'node:util';
import { WORK_IDS, type WorkId } from './bench-row.ts';

/** What one run of the bench is asked for. */
export interface BenchOptions {
  /** In the order of the table. */
  readonly works: readonly WorkId[];
  /** Sizes that end in minutes; the table says them. */
  readonly quick: boolean;
  /** Ten million clocks in P7, too. */
  readonly huge: boolean;
  /** Folder for CPU profiles of the processes under test; a run that writes them is slower. */
  readonly profile?: string;
}

export type ParsedBenchOptions = { readonly options: BenchOptions } | { readonly problem: string };

const USAGE = `usage: npm run bench -- [${WORK_IDS.join(' ')}] [--quick] [--huge] [--profile FOLDER]`;

/** Reads the arguments of `npm run bench`; without a work all are run. */
export function readBenchOptions(args: readonly string[]): ParsedBenchOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        huge: { type: 'boolean', default: false },
        profile: { type: 'string' },
      },
    });
    const { quick, huge, profile } = values;
    const asked = positionals.map((word) => word.toUpperCase());
    const unknown = asked.filter((word) => !WORK_IDS.some((id) => id === word));
    if (unknown.length > 0) return { problem: `there is no work ${unknown.join(', ')}\n${USAGE}` };
    if (quick && huge) return { problem: `--quick and --huge exclude each other\n${USAGE}` };
    const works = WORK_IDS.filter((id) => asked.length === 0 || asked.includes(id));
    return { options: { works, quick, huge, ...(profile === undefined ? {} : { profile }) } };
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : String(error)}\n${USAGE}` };
  }
}
