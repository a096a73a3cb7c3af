// Preloaded into every child: when the starter is gone, even by SIGKILL, its IPC channel closes and the child ends
// through its own SIGTERM handling, so that a killed start leaves nothing behind.
const GRACE_MS = 10_000;

if (process.channel !== undefined) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // Listening alone would keep a process alive that has nothing else to do.
  process.channel.unref();
}
