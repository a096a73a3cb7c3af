import { parentPort } from 'node:worker_threads';
import type { OfficialDocument } from '../document/official-document.ts';
import { createTypstCompiler } from './typst-compiler.ts';

/** One document at a time, in the order asked. */
interface Job {
  readonly id: number;
  readonly document: OfficialDocument;
}

const port = parentPort;
if (port === null) throw new Error('pdf-worker runs as a worker thread');
const compile = createTypstCompiler();
port.on('message', ({ id, document }: Job) => {
  try {
    port.postMessage({ id, pdf: compile(document) });
  } catch (cause) {
    port.postMessage({ id, problem: cause instanceof Error ? cause.message : String(cause) });
  }
});
