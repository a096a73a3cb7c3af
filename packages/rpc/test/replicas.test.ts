import { OperationsServiceService } from '@huiyin/contracts/gen/operations/v1/operations';
import { waitFor } from '@huiyin/testkit/wait-for';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rpcChannels, rpcClient, type RpcChannels, type RpcClient } from '../src/client.ts';
import { operation } from '../src/handlers.ts';
import { peerHealth } from '../src/health-client.ts';
import { signers, startOperations, type RunningOperations } from './support/operations.ts';

const nothing = { outboxUnpublished: 0n, outboxOldestSeconds: 0, deadLetters: 0n, eventsUnsealed: 0n };

let replicas: RunningOperations[];
let channels: RpcChannels;
let client: RpcClient<typeof OperationsServiceService>;
let target: string;

beforeEach(async () => {
  const { verifier, intake: signer } = await signers();
  const start = (service: string): Promise<RunningOperations> => {
    const status = { service, ...nothing, consumers: [], sweptUntil: '', publishedSequence: 0n };
    return startOperations({ getStatus: operation(async () => status) }, { verifier, signer });
  };
  replicas = [await start('first'), await start('second')];
  // As the topology names a service with replicas.
  target = `ipv4:${replicas.map(({ address }) => address).join(',')}`;
  channels = rpcChannels();
  client = rpcClient(OperationsServiceService, target, { channels, signer });
});
afterEach(async () => {
  channels.close();
  for (const replica of replicas) await replica.stop();
});

/** Which replica answers the next call. */
async function answering(): Promise<string> {
  const answer = await client.getStatus({}, { asService: {} });
  return 'service' in answer ? answer.service : answer.code;
}

test('given a service with replicas, then every one of them answers', async () => {
  const seen = new Set<string>();
  await waitFor('both replicas', async () => {
    seen.add(await answering());
    return seen.has('first') && seen.has('second');
  });
  expect(await peerHealth(channels, target, 2_000)).toBe('serving');
});

test('given a replica that stops, then the others go on, and nobody who asks sees it', async () => {
  await replicas[0]?.server.stop();
  for (let calls = 0; calls < 20; calls += 1) {
    expect(await answering()).toBe('second');
  }
});
