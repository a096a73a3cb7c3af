import { once } from 'node:events';
import { constants, createServer as createHttp2Server } from 'node:http2';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { OperationsServiceService } from '@huiyin/contracts/gen/operations/v1/operations';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rpcChannels, rpcClient, type RpcChannels, type RpcClient } from '../src/client.ts';
import { RpcUnavailable } from '../src/errors.ts';
import { operation } from '../src/handlers.ts';
import { signers, startOperations, type RunningOperations } from './support/operations.ts';

const STATUS = {
  ...{
    service: 'intake',
    outboxUnpublished: 0n,
    outboxOldestSeconds: 0,
    deadLetters: 0n,
    eventsUnsealed: 0n,
    publishedSequence: 0n,
  },
  ...{ consumers: [], sweptUntil: '' },
};
const REPLAYED = { outcome: 'replayed', error: '' };

let server: RunningOperations;
let way: Server;
let channels: RpcChannels;
let client: RpcClient<typeof OperationsServiceService>;
let sockets: Socket[];
/** Calls that reached the server; of the first `lost` the connection ends before they are answered. */
let calls: number;
let lost: number;

/** Ends every connection instead of answering, so often as the test wants. */
async function answered<Answer>(answer: Answer): Promise<Answer> {
  calls += 1;
  if (calls > lost) return answer;
  for (const socket of sockets.splice(0)) socket.destroy();
  return new Promise<never>(() => undefined);
}

beforeEach(async () => {
  const { verifier, intake: signer } = await signers();
  const handlers = {
    getStatus: operation(() => answered(STATUS)),
    replayDeadLetter: operation(() => answered(REPLAYED)),
  };
  server = await startOperations(handlers, { verifier, signer });
  sockets = [];
  way = createServer((incoming) => {
    const outgoing = connect(server.server.port, '127.0.0.1');
    for (const socket of [incoming, outgoing]) socket.on('error', () => undefined);
    incoming.pipe(outgoing).pipe(incoming);
    sockets.push(incoming, outgoing);
  }).listen(0, '127.0.0.1');
  await once(way, 'listening');
  channels = rpcChannels();
  const address = `127.0.0.1:${(way.address() as AddressInfo).port}`;
  client = rpcClient(OperationsServiceService, address, { channels, signer });
  calls = 0;
});
afterEach(async () => {
  channels.close();
  for (const socket of sockets) socket.destroy();
  way.close();
  await server.stop();
});

test('given a connection that ends under a question, then it is asked once more', async () => {
  lost = 1;
  expect(await client.getStatus({}, { asService: {} })).toEqual(STATUS);
  expect(calls).toBe(2);
});

test('given a connection that ends under a command with its key, then it is sent once more', async () => {
  lost = 1;
  const options = { asService: {}, idempotencyKey: 'key-1' };
  expect(await client.replayDeadLetter({ eventId: 'e-1', source: 'intake' }, options)).toEqual(REPLAYED);
  expect(calls).toBe(2);
});

test('given a change without a key, then nobody sends it twice', async () => {
  lost = 1;
  const sent = client.replayDeadLetter({ eventId: 'e-1', source: 'intake' }, { asService: {} });
  await expect(sent).rejects.toBeInstanceOf(RpcUnavailable);
  expect(calls).toBe(1);
});

test('given connections that end again and again, then it is not asked for ever', async () => {
  lost = Number.POSITIVE_INFINITY;
  await expect(client.getStatus({}, { asService: {} })).rejects.toBeInstanceOf(RpcUnavailable);
  expect(calls).toBe(2);
});

test('given a peer that closes the call without an answer, then the outcome is unknown, not a fault', async () => {
  const silent = createHttp2Server((_request, answer) => answer.stream.close(constants.NGHTTP2_NO_ERROR));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const { intake: signer } = await signers();
  const asked = rpcClient(OperationsServiceService, address, { channels, signer });
  await expect(asked.getStatus({}, { asService: {} })).rejects.toBeInstanceOf(RpcUnavailable);
  silent.close();
});
