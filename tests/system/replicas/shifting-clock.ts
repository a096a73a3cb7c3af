/**
 * Loaded by `node --import` into a replica under test: SIGUSR2 sets its wall clock a day ahead, then a day back, then
 * right again, in turn, as a machine with a broken time service would. Timers, which run by a steady clock, are not moved.
 */
const DAY_MS = 86_400_000;
const SHIFTS_MS = [DAY_MS, -DAY_MS, 0];

const RealDate = Date;
let turn = -1;
const offset = (): number => SHIFTS_MS[turn] ?? 0;

/** A `Date` that says the shifted time where it is asked for the present. */
const ShiftedDate = new Proxy(RealDate, {
  construct: (target, given: unknown[], newTarget) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + offset()] : given, newTarget) as Date,
  get: (target, key) =>
    key === 'now' ? () => target.now() + offset() : (Reflect.get(target, key) as unknown),
});

globalThis.Date = ShiftedDate;
process.on('SIGUSR2', () => {
  turn = (turn + 1) % SHIFTS_MS.length;
});

export {};
