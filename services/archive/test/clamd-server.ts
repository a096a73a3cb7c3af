import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** The test file of the antivirus makers (eicar.org), which every scanner refuses; put together so that none finds it here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

type Manner = 'honest' | 'garbage' | 'cut' | 'silent';

/** Speaks the server's side of INSTREAM: it finds EICAR and nothing else. */
export interface ClamdServer {
  readonly address: { readonly host: string; readonly port: number };
  manner: Manner;
  /** Files scanned. */
  scanned: number;
  close(): Promise<void>;
}

export async function clamdServer(): Promise<ClamdServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    let said = Buffer.alloc(0);
    socket.on('data', (piece) => {
      said = Buffer.concat([said, Buffer.from(piece)]);
      const file = streamedFile(said);
      if (file !== undefined) answer(socket, file);
    });
  });
  const answer = (socket: Socket, file: Buffer): void => {
    clamd.scanned += 1;
    if (clamd.manner === 'silent') return;
    if (clamd.manner === 'garbage') return void socket.end('stream: OK, or so\u0000');
    if (clamd.manner === 'cut') return void socket.end('stream: OK');
    socket.end(`stream: ${file.includes(EICAR) ? 'Eicar-Test-Signature FOUND' : 'OK'}\u0000`);
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const clamd: ClamdServer = {
    address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    manner: 'honest',
    scanned: 0,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return clamd;
}

const COMMAND = 'zINSTREAM\u0000';

/** The bytes of a stream that has ended; undefined while it has not. */
function streamedFile(said: Buffer): Buffer | undefined {
  if (!said.subarray(0, COMMAND.length).equals(Buffer.from(COMMAND))) return undefined;
  const pieces: Buffer[] = [];
  let at = COMMAND.length;
  while (at + 4 <= said.length) {
    const length = said.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(said.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
