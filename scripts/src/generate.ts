import { runCommand } from './run-check.ts';

/** Rewrites what is generated from protobuf: message code and the descriptor image that reflection serves. */
for (const args of [['generate'], ['build', '-o', 'packages/contracts/src/gen/image.binpb']]) {
  const { code } = await runCommand('buf', args, { show: true });
  if (code !== 0) process.exit(code);
}
