/** HTTP → gRPC client → gRPC server in one process, for telemetry.test.ts. Ends after one request. */
import { createServer, get } from 'node:http';
import { Client, credentials, Server, ServerCredentials } from '@grpc/grpc-js';
import { activeTraceparent, inSpan } from '../../src/tracing.ts';
import { flushTelemetry } from '../../src/telemetry-handle.ts';

const bytes = { path: '/test.Echo/Say', requestStream: false, responseStream: false } as const;
const plain = (value: Buffer): Buffer => value;
const echo = {
  say: {
    ...bytes,
    requestSerialize: plain,
    requestDeserialize: plain,
    responseSerialize: plain,
    responseDeserialize: plain,
  },
};
const rpc = new Server();
rpc.addService(echo, {
  say: (_call: object, answer: (error: null, value: Buffer) => void) =>
    void inSpan('decide', { attributes: { 'huiyin.step': 'decide' } }, async () =>
      Buffer.from(activeTraceparent()),
    ).then((value) => answer(null, value)),
});
const rpcPort = await new Promise<number>((resolve, fail) => {
  rpc.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
    error ? fail(error) : resolve(port),
  );
});
const client = new Client(`127.0.0.1:${rpcPort}`, credentials.createInsecure());
const web = createServer((_request, response) => {
  client.makeUnaryRequest(bytes.path, plain, plain, Buffer.from('x'), (error, value) =>
    response.end(value ?? String(error)),
  );
});
await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
const address = web.address();
const webPort = typeof address === 'object' && address !== null ? address.port : 0;
const answer = await new Promise<string>((resolve, fail) => {
  get(
    `http://127.0.0.1:${webPort}/cases?q=private`,
    { headers: { 'user-agent': 'private-agent' } },
    (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve(body));
    },
  ).on('error', fail);
});
process.stdout.write(`${answer}\n`);
await flushTelemetry(5_000);
process.exit(0);
