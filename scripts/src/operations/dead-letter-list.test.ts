import { describe, expect, it } from 'vitest';
import { heldLines, heldStreams, type DeadLetter } from './dead-letter-list.ts';

const letter = (stream: string, version: number, more: Partial<DeadLetter> = {}): DeadLetter => ({
  ...{ eventId: `${stream}-${version}`, tenant: 'donghu', source: 'intake', type: 'suggestion-submitted' },
  ...{ stream, version, error: 'waits', attempts: 0, diedAt: '2026-01-05T01:00:00.000Z', ...more },
});

describe('dead letters', () => {
  it('are one held stream with what waits behind its first event, however they are listed', () => {
    const poisonous = letter('s-1', 3, { error: 'cannot be applied', attempts: 10 });
    const [held, ...others] = heldStreams('archive', [letter('s-1', 5), letter('s-1', 4), poisonous]);
    expect(others).toEqual([]);
    expect(held).toMatchObject({ consumer: 'archive', head: poisonous });
    expect(held?.waiting.map(({ version }) => version)).toEqual([4, 5]);
  });

  it('of different tenants, sources and streams do not hold each other up, and the oldest comes first', () => {
    const held = heldStreams('archive', [
      letter('s-1', 1),
      letter('s-1', 2, { source: 'meeting' }),
      letter('s-1', 2, { tenant: 'xiling', diedAt: '2026-01-04T01:00:00.000Z' }),
    ]);
    expect(held.map(({ head }) => `${head.tenant} ${head.source}`)).toEqual([
      'xiling intake',
      'donghu intake',
      'donghu meeting',
    ]);
  });

  it('say who could not apply what, since when, why, and what waits', () => {
    const head = letter('s-1', 3, { error: 'cannot be applied', attempts: 10 });
    expect(heldLines({ consumer: 'archive', head, waiting: [letter('s-1', 4)] })).toEqual([
      's-1-3  archive ← intake  donghu  stream s-1, version 3 suggestion-submitted',
      '    since 2026-01-05T01:00:00.000Z, 10 attempts: cannot be applied; behind it wait 4 suggestion-submitted',
    ]);
    expect(heldLines({ consumer: 'archive', head, waiting: [] })[1]).toContain('nothing waits behind it');
  });
});
