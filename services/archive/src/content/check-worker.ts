import { parentPort, workerData } from 'node:worker_threads';
import { checkContent } from '../domain/attachment-content.ts';
import { inflate } from './inflate.ts';

/** What the main thread hands over. */
export interface CheckOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const { name, bytes } = workerData as CheckOrder;
parentPort?.postMessage(
  checkContent(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), inflate),
);
