import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { isRejection, reject, type Rejection } from '@huiyin/kernel/rejection';
import type { CheckedContent, ContentCode } from '../domain/attachment-content.ts';
import type { CheckAnswer, CheckOrder } from './check-worker.ts';

/** Inflating is bounded, so only a machine that is overloaded takes this long. */
const CHECK_WITHIN_MS = 15_000;

/**
 * What a file is and what is kept of it, or why it is refused; told by a thread of its own, because a container may take seconds to
 * inflate. Rejects when the thread fails.
 */
export async function checkInWorker(
  name: string,
  bytes: Buffer,
): Promise<CheckedContent | Rejection<ContentCode | 'attachment-check-busy'>> {
  const order: CheckOrder = { name, bytes };
  // The process's own preloads (telemetry) have nothing to do there, and take longer than the check.
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    workerData: order,
    execArgv: [],
  });
  try {
    const answer: unknown[] = await once(worker, 'message', { signal: AbortSignal.timeout(CHECK_WITHIN_MS) });
    const checked = answer[0] as CheckAnswer;
    if (isRejection(checked)) return checked;
    const { mediaType, bytes: kept } = checked;
    return { mediaType, bytes: Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength) };
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    return reject('unavailable', 'attachment-check-busy', '系统正忙，文件没有检查完，请稍后再试');
  } finally {
    await worker.terminate();
  }
}
