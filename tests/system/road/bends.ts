import { ApiRefusal, type ApiSession } from '@huiyin/scripts/api/session';
import type { Cast } from '@huiyin/scripts/road/cast';
import { Journey } from '@huiyin/scripts/road/journey';
import { acknowledge, handOver } from '@huiyin/scripts/road/raise';
import { furtherCase, type RoadCase } from '@huiyin/scripts/road/road-case';
import { expect } from 'vitest';

let taken = 0;

/** A further case of the register with a deputy of its own, so that bends do not meet each other. */
export function newJourney(cast: Cast, name: string, change: Partial<RoadCase> = {}): Journey {
  taken += 1;
  return new Journey(cast, { ...furtherCase(name, 10 + taken, `deputy-${10 + taken}`), ...change });
}

/** Written, submitted and registered without pre-review. */
export async function registered(journey: Journey): Promise<void> {
  const { text, category } = journey.roadCase;
  await journey.step('起草', journey.lead(), '/suggestions', { text: { ...text } });
  await journey.step('提交', journey.lead(), `${journey.path}:submit`);
  await journey.step('登记', journey.desk(), `${journey.path}:register`, { category });
}

/** Registered, handed over and signed for. */
export async function inHands(journey: Journey): Promise<void> {
  await registered(journey);
  await handOver(journey);
  await acknowledge(journey);
}

/** The code with which a command is refused; 'accepted' when it is not. */
export async function refusal(who: Promise<ApiSession>, path: string, body?: unknown): Promise<string> {
  try {
    await (await who).send('POST', path, body);
    return 'accepted';
  } catch (error) {
    if (error instanceof ApiRefusal) return `${error.status} ${error.code}`;
    throw error;
  }
}

/** Which of these kinds a reader finds on the case, each as a PDF; in the order of the alphabet. */
export async function papers(
  journey: Journey,
  reader: Promise<ApiSession>,
  kinds: readonly string[],
): Promise<readonly string[]> {
  const session = await reader;
  const path = `/cases/${journey.suggestionId}/documents`;
  const { documents } = await session.get<{ documents: readonly { kind: string; of: string }[] }>(path);
  const found = documents.filter(({ kind }) => kinds.includes(kind));
  for (const { kind, of } of found) {
    const pdf = await session.get<Uint8Array>(`${path}/${kind}.pdf?of=${of}`);
    expect(Buffer.from(pdf).toString('latin1', 0, 4)).toBe('%PDF');
  }
  return [...new Set(found.map(({ kind }) => kind))].toSorted();
}
