import { parseArgs } from 'node:util';
import { SERVICES } from '@huiyin/contracts/services';
import type { ApiSession } from './api/session.ts';
import { complain, say } from './console.ts';
import { heldLines, heldStreams, type DeadLetter, type HeldStream } from './operations/dead-letter-list.ts';
import { DEMO_OPERATOR, logInAsOperator, OPERATOR_OPTIONS } from './operations/operator.ts';

const USAGE = 'npm run dead-letters [-- [list | replay ID… | replay --all] [--url U] [--login L]]';

/**
 * `npm run dead-letters`: lists the events no consumer could apply, with what waits behind each, and replays them in
 * order once the cause is gone. Exit code 0 when the list was read or everything asked for was applied, else 1.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { ...OPERATOR_OPTIONS, all: { type: 'boolean', default: false } },
  });
  const [verb = 'list', ...ids] = positionals;
  const isReplay = verb === 'replay' && values.all !== ids.length > 0;
  if (!isReplay && (verb !== 'list' || ids.length > 0 || values.all)) return usage();
  const operator = await logInAsOperator(values.url, values.login?.[0] ?? DEMO_OPERATOR);
  const held = await everyHeldStream(operator);
  if (verb === 'list') return list(held);
  const unknown = ids.filter((id) => !held.some((stream) => holds(stream, id)));
  for (const id of unknown) complain(`${id} is not among the dead letters`);
  const wanted = values.all ? held : held.filter((stream) => ids.some((id) => holds(stream, id)));
  const failed = await replayAll(operator, wanted);
  return failed + unknown.length === 0 ? 0 : 1;
}

function usage(): number {
  complain(USAGE);
  return 1;
}

async function everyHeldStream(operator: ApiSession): Promise<readonly HeldStream[]> {
  const held: HeldStream[] = [];
  for (const consumer of SERVICES) {
    const letters = await operator.all<DeadLetter>(`/operations/dead-letters?service=${consumer}`);
    held.push(...heldStreams(consumer, letters));
  }
  return held;
}

/** An id of what waits means the stream as well: nothing of it can be applied before its first. */
function holds({ head, waiting }: HeldStream, eventId: string): boolean {
  return head.eventId === eventId || waiting.some((letter) => letter.eventId === eventId);
}

function list(held: readonly HeldStream[]): number {
  for (const line of held.flatMap(heldLines)) process.stdout.write(`${line}\n`);
  const waiting = held.reduce((sum, stream) => sum + stream.waiting.length, 0);
  say(held.length === 0 ? 'no dead letters' : `${held.length} dead letters, ${waiting} events wait behind`);
  return 0;
}

/** Puts each stream back through its consumer, from its first letter on. Answers how many still stand. */
async function replayAll(operator: ApiSession, held: readonly HeldStream[]): Promise<number> {
  let failed = 0;
  for (const { consumer, head, waiting } of held) {
    const path = `/operations/dead-letters/${head.eventId}:replay`;
    const body = { service: consumer, source: head.source };
    const { outcome, error } = await operator.send<{ outcome: string; error?: string }>('POST', path, body);
    const events = waiting.length === 0 ? 'it' : `it and ${waiting.length} behind it`;
    if (outcome === 'failed-again') {
      failed += 1;
      complain(`${head.eventId} ${consumer}: failed again: ${error ?? ''}`);
    } else say(`${head.eventId} ${consumer}: ${outcome}, ${events}`);
  }
  say(`${held.length - failed} of ${held.length} streams flow again`);
  return failed;
}

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
