import { parentPort, workerData } from 'node:worker_threads';
import type { Rejection } from '@huiyin/kernel/rejection';
import { checkContent, type ContentCode } from '../domain/attachment-content.ts';
import { inflate } from './inflate.ts';

/** What the main thread hands over. */
export interface CheckOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What it gets back: a Buffer arrives as the bytes it is made of. */
export type CheckAnswer = { readonly mediaType: string; readonly bytes: Uint8Array } | Rejection<ContentCode>;

const { name, bytes } = workerData as CheckOrder;
const answer: CheckAnswer = checkContent(
  name,
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
  inflate,
);
parentPort?.postMessage(answer);
