/** A source of the present instant. Injected everywhere; only `systemClock` reads the machine's time. */
export interface Clock {
  now(): Date;
}

/** The machine's own time: sessions, leases, `recorded_at`. Never business time (see docs/adr/0004-two-times.md). */
export const systemClock: Clock = { now: () => new Date() };
