import { runCommand } from './run-check.ts';
import { generateWebClient, WEB_CLIENT } from './web-client.ts';

const GOLDEN_TESTS = [
  'tests/databases/golden-schema.test.ts',
  'services/gateway/test/openapi.test.ts',
  'packages/documents/test/layout.test.ts',
];

/**
 * Rewrites what is made from something else: message code and the descriptor image that reflection serves from
 * protobuf, schema.sql from the migrations, the API's document from the routes, pictures of documents from their
 * templates, the web application's client from the API's document, the catalogue of its words from its sources.
 */
const STEPS = [
  () => runCommand('buf', ['generate']),
  () => runCommand('buf', ['build', '-o', 'packages/contracts/src/gen/image.binpb']),
  () =>
    runCommand('vitest', ['run', '--project', 'integration', ...GOLDEN_TESTS], {
      env: { HUIYIN_GOLDEN: 'write', NO_COLOR: '1' },
    }),
  () => generateWebClient(WEB_CLIENT),
  () => runCommand('node', ['scripts/src/translations.ts']),
];
for (const step of STEPS) {
  const { code, output } = await step();
  if (code === 0) continue;
  process.stderr.write(output);
  process.exit(code);
}
