import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSettings } from '@huiyin/deploy/containers/write-settings';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { complain, say } from './console.ts';
import { knowsSyncInterval } from './compose/nats-version.ts';
import { readStartOptions } from './start-options.ts';

const USAGE =
  'usage: npm run compose:settings -- FOLDER [--nats 2.12.0] (with the variables of npm start; the folder lies outside of the repository)';

process.exitCode = run();

function run(): number {
  const parsed = parseArgs({ options: { nats: { type: 'string' } }, allowPositionals: true });
  const [folder] = parsed.positionals;
  if (folder === undefined || !isAbsolute(folder) || isInside(folder)) {
    complain(USAGE);
    return 1;
  }
  const options = readStartOptions(process.env, []);
  if ('problems' in options) {
    for (const problem of options.problems) complain(problem);
    return 1;
  }
  const { environment, messages } = options.options;
  const messageAuthorities = contentOf(messages.MESSAGE_CA_FILE);
  if (messageAuthorities instanceof Error) {
    complain(`variable MESSAGE_CA_FILE: ${messageAuthorities.message}`);
    return 1;
  }
  const { HUIYIN_MODE, HUIYIN_PORT, LOG_LEVEL, SCANNER_URL, OTEL_EXPORTER_OTLP_ENDPOINT } = environment;
  writeSettings(folder, {
    ...{ mode: HUIYIN_MODE, hostPort: HUIYIN_PORT, logLevel: LOG_LEVEL, scannerUrl: SCANNER_URL, messages },
    syncAlways: parsed.values.nats === undefined || knowsSyncInterval(parsed.values.nats),
    ...(messageAuthorities === undefined ? {} : { messageAuthorities }),
    ...(OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? {} : { otlpEndpoint: OTEL_EXPORTER_OTLP_ENDPOINT }),
  });
  say(`settings written; next: docker compose --env-file ${folder}/compose.env -f deploy/compose.yaml …`);
  return 0;
}

/** Undefined where no file is named. */
function contentOf(file: string | undefined): string | undefined | Error {
  try {
    return file === undefined ? undefined : readFileSync(file, 'utf8');
  } catch (error) {
    return error as Error;
  }
}

/** A secret that lies in the repository is committed one day. */
function isInside(folder: string): boolean {
  return !relative(REPOSITORY, resolve(folder)).startsWith('..');
}
