import { parentPort } from 'node:worker_threads';
import { isRejection, type Rejection } from '@huiyin/kernel/rejection';
import { checkContent, type ContentCode } from '../domain/attachment-content.ts';
import { inflate } from './inflate.ts';

/** What the main thread hands over, the memory of the bytes with it. */
export interface CheckOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What it gets back: a Buffer arrives as the bytes it is made of. */
export type CheckAnswer =
  { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> } | Rejection<ContentCode>;

const port = parentPort;
if (port === null) throw new Error('check-worker runs as a worker thread');
// One file at a time, in the order asked; a fault ends the thread and thereby fails the file it was at.
port.on('message', ({ name, bytes }: CheckOrder) => {
  const checked = checkContent(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), inflate);
  if (isRejection(checked)) return port.postMessage(checked);
  const kept = ownMemory(checked.bytes);
  const answer: CheckAnswer = { mediaType: checked.mediaType, bytes: kept };
  port.postMessage(answer, [kept.buffer]);
});

/** Bytes that lie alone in their memory, which can then be handed over: those of the whole file, and a copy of others. */
function ownMemory(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
