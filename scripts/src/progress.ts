import cliProgress from 'cli-progress';

/** Shows how far a long job is: a bar in a terminal, a line now and then elsewhere. On standard error. */
export interface Progress {
  advance(items: number): void;
  stop(): void;
}

const LINE_EVERY_MS = 2_000;

export function showProgress(total: number, what: string): Progress {
  const startedAt = performance.now();
  let done = 0;
  const bar = new cliProgress.SingleBar({
    format: `{bar} {value}/{total} ${what}, {pace}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: LINE_EVERY_MS,
    stream: process.stderr,
  });
  const pace = (): { pace: string } => ({
    pace: paceOf(done, total, (performance.now() - startedAt) / 1000),
  });
  bar.start(total, 0, pace());
  return {
    advance: (items) => {
      done += items;
      bar.update(done, pace());
    },
    stop: () => bar.stop(),
  };
}

/** How fast a job went so far, and how long the rest takes at that pace; nothing is known before the first item. */
export function paceOf(done: number, total: number, seconds: number): string {
  if (done === 0) return 'just begun';
  const rate = done / Math.max(seconds, 0.001);
  return `${Math.round(rate)} a second, ${timeText((total - done) / rate)} to go`;
}

function timeText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return minutes === 0 ? `${rest}s` : `${minutes}m${rest}s`;
}
