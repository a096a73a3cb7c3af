import { runCommand } from './run-check.ts';
import { generateWebClient, WEB_CLIENT } from './web-client.ts';

/**
 * Rewrites what is generated: message code and the descriptor image that reflection serves from protobuf, the web
 * application's client from the API's document.
 */
const STEPS = [
  () => runCommand('buf', ['generate'], { show: true }),
  () => runCommand('buf', ['build', '-o', 'packages/contracts/src/gen/image.binpb'], { show: true }),
  () => generateWebClient(WEB_CLIENT),
];
for (const step of STEPS) {
  const { code, output } = await step();
  if (code === 0) continue;
  process.stderr.write(output);
  process.exit(code);
}
