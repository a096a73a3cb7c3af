import { CHECKS } from './checks.ts';
import { endCommands } from './run-check.ts';
import { stopRequested } from './stop-request.ts';

void stopRequested().then(async () => {
  await endCommands();
  process.exit(1);
});
let failed = 0;
for (const check of CHECKS) {
  const wrong = await check.run();
  if (wrong !== undefined) failed += 1;
  process.stdout.write(wrong === undefined ? `✓ ${check.name}\n` : `✗ ${check.name}\n${wrong}\n`);
}
process.exit(failed === 0 ? 0 : 1);
