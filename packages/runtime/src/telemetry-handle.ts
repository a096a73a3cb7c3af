/**
 * The preload runs before the application and cannot be imported by it without being run again; it leaves the way
 * to flush what it holds under this name.
 */
const FLUSH = Symbol.for('huiyin.telemetry.flush');

type Flush = () => Promise<void>;

/** Called by the preload. */
export function offerTelemetryFlush(flush: Flush): void {
  (globalThis as { [FLUSH]?: Flush })[FLUSH] = flush;
}

/** Sends what the telemetry still holds; nothing to do without the preload. Never rejects. */
export async function flushTelemetry(capMs: number): Promise<void> {
  const flush = (globalThis as { [FLUSH]?: Flush })[FLUSH];
  if (flush === undefined) return;
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, capMs);
  await Promise.race([flush().catch(() => undefined), late.promise]);
  clearTimeout(timer);
}
