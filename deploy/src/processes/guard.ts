import { stopRecorded, type ProcessRecord } from './pid-files.ts';

// Runs beside the starter in a session of its own and holds the other end of a pipe. When the pipe closes, the starter
// is gone: whatever the run directory still lists of it (after SIGKILL: everything) is ended in order.
const [directory, starter] = process.argv.slice(2);
if (directory === undefined || starter === undefined)
  throw new Error('usage: guard.ts <run directory> <pid of starter>');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdin.resume();
process.stdin.once('close', () => {
  const left = (record: ProcessRecord): boolean =>
    record.starter === Number(starter) && record.pid !== record.starter;
  void stopRecorded(directory, left).finally(() => process.exit(0));
});
