import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UploadTurns } from './upload-turns.ts';

/** An answer that has not been sent. */
function upload(): Pick<FastifyReply, 'raw'> {
  return { raw: new EventEmitter() as FastifyReply['raw'] };
}

/** Four running uploads, and those that wait behind them. */
async function full(turns: UploadTurns, waiting: number) {
  const running = [upload(), upload(), upload(), upload()];
  for (const one of running) await turns.take(one);
  const begun: number[] = [];
  const queue = Array.from({ length: waiting }, upload);
  const turnsOf = queue.map(async (one, index) => {
    await turns.take(one);
    begun.push(index);
  });
  return { running, queue, turnsOf, begun };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('uploads', () => {
  it('beyond four at once wait for their turn in the order of their coming', async () => {
    const { running, queue, begun } = await full(new UploadTurns(), 3);
    expect(begun).toEqual([]);
    running[2]?.raw.emit('close');
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual([0]);
    queue[0]?.raw.emit('close');
    running[0]?.raw.emit('close');
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual([0, 1, 2]);
  });

  it('give their turn away when their connection is gone while they wait', async () => {
    const { running, queue, turnsOf, begun } = await full(new UploadTurns(), 2);
    const refused = expect(turnsOf[0]).rejects.toThrow('rate-limited');
    queue[0]?.raw.emit('close');
    running[0]?.raw.emit('close');
    await refused;
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual([1]);
  });

  it('are told to come back when no turn gets free', async () => {
    const { turnsOf } = await full(new UploadTurns(), 1);
    const refused = expect(turnsOf[0]).rejects.toThrow('rate-limited');
    await vi.advanceTimersByTimeAsync(10_000);
    await refused;
  });

  it('are refused at once when too many wait', async () => {
    const turns = new UploadTurns();
    const { turnsOf } = await full(turns, 200);
    await expect(turns.take(upload())).rejects.toThrow('rate-limited');
    const all = Promise.allSettled(turnsOf);
    await vi.advanceTimersByTimeAsync(10_000);
    await all;
  });
});
