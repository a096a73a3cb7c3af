import { observe } from './instruments.ts';

/** CPU and memory of this process, whenever metrics are sent. */
export function observeProcess(onError: (error: unknown) => void): void {
  let before = { at: performance.now(), cpu: process.cpuUsage() };
  observe(
    'process.cpu.utilization',
    () => {
      const { user, system } = process.cpuUsage(before.cpu);
      const elapsedMs = performance.now() - before.at;
      before = { at: performance.now(), cpu: process.cpuUsage() };
      return elapsedMs > 0 ? [{ value: (user + system) / 1000 / elapsedMs }] : [];
    },
    onError,
  );
  observe('process.memory.usage', () => [{ value: process.memoryUsage.rss() }], onError);
}
