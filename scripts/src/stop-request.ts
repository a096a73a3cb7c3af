/** Resolves with the reason when a person or the system asks this process to end. Repeated requests change nothing. */
export function stopRequested(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    // bootstrap.mjs holds the other end of this channel: closed means that it was killed.
    if (process.channel !== undefined) {
      process.once('disconnect', () => resolve('the starting command is gone'));
      process.channel.unref();
    }
  });
}
