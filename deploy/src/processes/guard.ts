import { stopRecorded } from './pid-files.ts';

// Runs beside the starter in a session of its own and holds the other end of a pipe. When the pipe closes, the starter
// is gone: whatever the run directory still lists (after SIGKILL: everything) is ended in order.
const directory = process.argv[2];
if (directory === undefined) throw new Error('usage: guard.ts <run directory>');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdin.resume();
process.stdin.once('close', () => {
  void stopRecorded(directory).finally(() => process.exit(0));
});
