import { isRejection } from '@huiyin/kernel/rejection';
import { expect, test } from 'vitest';
import { RpcFailed, RpcUnavailable } from '../src/errors.ts';
import { large, operation } from '../src/handlers.ts';
import { LARGEST_FILE_MESSAGE_BYTES } from '../src/message-limit.ts';
import { signers, startOperations } from './support/operations.ts';

const MIB = 1024 * 1024;
const as = { asService: {} };
const length = operation(async ({ eventId }: { eventId: string }) => ({
  outcome: String(eventId.length),
  error: '',
}));

test('only a method that is declared large takes more than 4 MiB, up to its own bound', async () => {
  const people = await signers();
  const identity = { verifier: people.verifier, signer: people.intake };
  const request = (size: number) => ({ eventId: 'x'.repeat(size), source: '' });
  const running = await startOperations(
    { replayDeadLetter: large(length, LARGEST_FILE_MESSAGE_BYTES) },
    identity,
  );
  const answer = await running.client.replayDeadLetter(request(20 * MIB), as);
  expect(isRejection(answer) ? answer : answer.outcome).toBe(String(20 * MIB));
  await expect(running.client.replayDeadLetter(request(22 * MIB), as)).rejects.toThrow(RpcUnavailable);
  const events = { tenant: 'x'.repeat(5 * MIB), stream: '', fromVersion: 0n, limit: 1 };
  await expect(running.client.replayEvents(events, as)).rejects.toThrow(RpcFailed);
  await running.stop();

  const usual = await startOperations({ replayDeadLetter: length }, identity);
  await expect(usual.client.replayDeadLetter(request(5 * MIB), as)).rejects.toThrow(RpcUnavailable);
  await usual.stop();
});
