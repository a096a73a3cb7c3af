import { describe, expect, it } from 'vitest';
import { isAtRest, type Health, type ServiceHealth } from './at-rest.ts';

const NOW = '2026-03-02T01:00:00.000Z';
type Consumer = ServiceHealth['consumers'][number];

function heard(source: string, deliveredSequence: number, rest: Partial<Consumer> = {}): Consumer {
  return { source, deliveredSequence, pending: 0, ackPending: 0, ...rest };
}

/** Intake has published 7 events and assignment, which hears intake, 3; archive hears both. */
function looked(services: Record<string, Partial<ServiceHealth>> = {}, up = true): Health {
  const city: readonly ServiceHealth[] = [
    { service: 'intake', outboxUnpublished: 0, publishedSequence: 7, consumers: [] },
    { service: 'assignment', outboxUnpublished: 0, publishedSequence: 3, consumers: [heard('intake', 7)] },
    {
      service: 'archive',
      outboxUnpublished: 0,
      publishedSequence: 0,
      consumers: [heard('intake', 7), heard('assignment', 3)],
    },
  ];
  return { up, services: city.map((each) => ({ ...each, ...services[each.service] })) };
}

describe('rests', () => {
  it.each([
    ['when everything published is settled', looked(), ''],
    ['before anything was published', looked({ archive: { consumers: [heard('archive', 0)] } }), ''],
    ['when every sweep has passed now', looked({ assignment: { sweptUntil: NOW } }), NOW],
  ])('%s', (_, health, now) => {
    expect(isAtRest(health, now)).toBe(true);
  });
});

describe('does not rest', () => {
  it.each<[string, Health]>([
    ['while a service does not answer', looked({}, false)],
    ['while an event waits to be published', looked({ intake: { outboxUnpublished: 1 } })],
    [
      'while one waits to be delivered',
      looked({ assignment: { consumers: [heard('intake', 6, { pending: 1 })] } }),
    ],
    [
      'while one is being handled',
      looked({ assignment: { consumers: [heard('intake', 7, { ackPending: 1 })] } }),
    ],
    ['while a sweep has not passed now', looked({ assignment: { sweptUntil: '2026-03-02T00:59:59.999Z' } })],
  ])('%s', (_, health) => {
    expect(isAtRest(health, NOW)).toBe(false);
  });

  it('when an event slipped from a service already looked at to one looked at after it', () => {
    // Intake was looked at with 7 events; its eighth was handled by assignment before assignment was looked at.
    const health = looked({ assignment: { consumers: [heard('intake', 8)] } });
    expect(isAtRest(health, '')).toBe(false);
  });

  it('when an event slipped from a service not yet looked at to one looked at before it', () => {
    // Assignment was looked at with 7 events of intake settled; intake had published its eighth at its own look.
    expect(isAtRest(looked({ intake: { publishedSequence: 8 } }), '')).toBe(false);
  });

  it('when what an event led to slipped on as well', () => {
    // Archive was looked at first, then intake; the eighth event made assignment record its fourth, both settled since.
    const health = looked({
      intake: { publishedSequence: 8 },
      assignment: { publishedSequence: 4, consumers: [heard('intake', 8)] },
    });
    expect(isAtRest(health, '')).toBe(false);
  });

  it('when a source that is heard says nothing of itself', () => {
    expect(isAtRest(looked({ archive: { consumers: [heard('meeting', 0)] } }), '')).toBe(false);
  });
});
