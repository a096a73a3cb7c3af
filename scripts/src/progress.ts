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
    format: `{bar} {value}/{total} ${what}, {rate} a second, {eta_formatted} to go`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: LINE_EVERY_MS,
    stream: process.stderr,
  });
  const rate = (): { rate: number } => {
    const seconds = (performance.now() - startedAt) / 1000;
    return { rate: Math.round(done / Math.max(seconds, 0.001)) };
  };
  bar.start(total, 0, { rate: 0 });
  return {
    advance: (items) => {
      done += items;
      bar.update(done, rate());
    },
    stop: () => bar.stop(),
  };
}
