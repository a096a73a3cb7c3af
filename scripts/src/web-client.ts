import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { runCommand, type CommandOutcome } from './run-check.ts';

const WEB = join(REPOSITORY, 'services/web');
const API_DOCUMENT = join(REPOSITORY, 'services/gateway/openapi.json');
/** Types of the whole API as the web application sees it. */
export const WEB_CLIENT = join(WEB, 'src/api/schema.d.ts');

/** Writes the types of the API's document to a file. */
export function generateWebClient(file: string): Promise<CommandOutcome> {
  const program = join(WEB, 'node_modules/.bin/openapi-typescript');
  return runCommand(program, [API_DOCUMENT, '-o', file, '--root-types', 'false']);
}
