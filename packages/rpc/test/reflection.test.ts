import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { operation } from '../src/handlers.ts';
import { expect, test } from 'vitest';
import { signers, startOperations } from './support/operations.ts';

const run = promisify(execFile);

async function bufCurl(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('buf', ['curl', '--protocol', 'grpc', '--http2-prior-knowledge', ...args]);
  return stdout;
}

test('a stock client finds the service by reflection and calls it', async () => {
  const people = await signers();
  const { address, stop } = await startOperations(
    {
      getStatus: operation(async (_request, { service = '' }) => ({
        service,
        outboxUnpublished: 3n,
        outboxOldestSeconds: 0.5,
        deadLetters: 0n,
        consumers: [{ source: 'directory', pending: 2n, ackPending: 1n, deliveredSequence: 9n }],
        sweptUntil: '2026-01-05T02:00:00.000Z',
        eventsUnsealed: 0n,
        publishedSequence: 5n,
      })),
    },
    people,
  );
  try {
    const service = `http://${address}/huiyin.operations.v1.OperationsService`;
    expect(await bufCurl('--list-methods', `http://${address}`)).toContain(
      'huiyin.operations.v1.OperationsService/ReplayEvents',
    );
    const token = await people.intake.service();
    const answer = await bufCurl('-H', `authorization: Bearer ${token}`, '-d', '{}', `${service}/GetStatus`);
    expect(JSON.parse(answer)).toMatchObject({
      service: 'intake',
      outboxUnpublished: '3',
      publishedSequence: '5',
      consumers: [{ source: 'directory', pending: '2', ackPending: '1', deliveredSequence: '9' }],
    });
    // 16 = UNAUTHENTICATED; buf multiplies by eight.
    await expect(bufCurl('-d', '{}', `${service}/GetStatus`)).rejects.toMatchObject({ code: 16 * 8 });
  } finally {
    await stop();
  }
});
