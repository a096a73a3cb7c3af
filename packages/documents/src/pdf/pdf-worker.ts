import { parentPort } from 'node:worker_threads';
import type { OfficialDocument } from '../document/official-document.ts';
import { createTypstCompiler } from './typst-compiler.ts';

const port = parentPort;
if (port === null) throw new Error('pdf-worker runs as a worker thread');
const compile = createTypstCompiler();
port.postMessage({ ready: true });
// One document at a time, in the order asked.
port.on('message', (document: OfficialDocument) => {
  try {
    port.postMessage({ pdf: compile(document) });
  } catch (cause) {
    port.postMessage({ problem: cause instanceof Error ? cause.message : String(cause) });
  }
});
