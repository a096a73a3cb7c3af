import { connect, type Socket } from 'node:net';
import type { Scanner } from '../app/ports.ts';

/** Time for one file from connecting to the verdict. */
const SCAN_WITHIN_MS = 20_000;
const MAX_ANSWER_BYTES = 4096;
const PIECE_BYTES = 64 * 1024;

/**
 * A client of clamd's INSTREAM command (clamd(8)): pieces with their length in four bytes, big endian, ended by an
 * empty one. Anything but a plain OK or FOUND is no verdict.
 */
export function clamdScanner(
  address: { readonly host: string; readonly port: number },
  withinMs: number = SCAN_WITHIN_MS,
): Scanner {
  return {
    name: 'clamd',
    scan: async (bytes) => {
      const answer = await ask(address, bytes, withinMs);
      if (answer === 'stream: OK') return 'clean';
      if (/^stream: .+ FOUND$/.test(answer)) return 'refused';
      throw new Error('the scanner gave no verdict');
    },
  };
}

function ask(
  address: { readonly host: string; readonly port: number },
  bytes: Buffer,
  withinMs: number,
): Promise<string> {
  return new Promise((resolve, fail) => {
    const socket = connect(address);
    const answer: Buffer[] = [];
    const deadline = setTimeout(() => socket.destroy(new Error('the scanner took too long')), withinMs);
    socket.on('data', (piece) => {
      answer.push(Buffer.from(piece));
      if (Buffer.concat(answer).length > MAX_ANSWER_BYTES)
        socket.destroy(new Error('the scanner says too much'));
    });
    socket.on('error', fail);
    socket.on('close', () => {
      clearTimeout(deadline);
      // The verdict ends with a zero byte; one that was cut is none.
      const said = Buffer.concat(answer).toString('utf8');
      if (said.endsWith('\u0000')) resolve(said.slice(0, -1));
      else fail(new Error('the scanner closed without a verdict'));
    });
    socket.on('connect', () => sendStream(socket, bytes));
  });
}

function sendStream(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\u0000');
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    socket.write(length);
    socket.write(piece);
  }
  socket.write(Buffer.alloc(4));
}
