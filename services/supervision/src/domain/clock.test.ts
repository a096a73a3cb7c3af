import { describe, expect, it } from 'vitest';
import { cancelled, day, LEAD_SHARE, met, on, POLICE, started, TRANSPORT } from '../../test/given.ts';
import { evolveClock, owedBy, underRules, type Clock, type ClockFactBody } from './clock.ts';
import type { CaseFact } from './fact.ts';

function clockOf(...facts: readonly [CaseFact, string][]): Clock | undefined {
  return facts.reduce<Clock | undefined>(
    (clock, [fact, when]) => evolveClock(clock, fact as ClockFactBody, on(when)),
    undefined,
  );
}

const extended = (n: number): CaseFact => ({
  type: 'clock-extend',
  key: { kind: 'reply', subject: LEAD_SHARE, round: 1 },
  term: { n, unit: 'month' },
  grantedBy: 'desk-zhou',
});

describe('a clock', () => {
  it('runs from its start to its stop', () => {
    expect(clockOf([started('plan', '2026-03-02'), '2026-03-02'])).toMatchObject({ status: 'open' });
    expect(
      clockOf([started('plan', '2026-03-02'), '2026-03-02'], [met('plan', '2026-03-10'), '2026-03-10']),
    ).toMatchObject({ status: 'met', on: '2026-03-10' });
    expect(
      clockOf([started('plan', '2026-03-02'), '2026-03-02'], [cancelled('plan', '2026-03-10'), '2026-03-10']),
    ).toMatchObject({ status: 'cancelled', on: '2026-03-10' });
  });

  it('is started and met when its stop comes first', () => {
    const clock = clockOf(
      [met('plan', '2026-03-01'), '2026-03-01'],
      [started('plan', '2026-03-02'), '2026-03-02'],
    );
    expect(clock).toMatchObject({
      status: 'met',
      on: '2026-03-01',
      course: { timing: { startDate: '2026-03-02' } },
    });
  });

  it('keeps its first stop', () => {
    const clock = clockOf(
      [started('plan', '2026-03-02'), '2026-03-02'],
      [met('plan', '2026-03-10'), '2026-03-10'],
      [cancelled('plan', '2026-03-12'), '2026-03-12'],
    );
    expect(clock).toMatchObject({ status: 'met', on: '2026-03-10' });
  });

  it('runs anew when it is started again after a stop, and remembers how the run before ended', () => {
    const clock = clockOf(
      [started('plan', '2026-03-02'), '2026-03-02'],
      [met('plan', '2026-03-10'), '2026-03-10'],
      [started('plan', '2026-04-01'), '2026-04-01'],
    );
    expect(clock).toMatchObject({
      status: 'open',
      course: { run: 2, timing: { startDate: '2026-04-01' }, stopBefore: { how: 'met', on: '2026-03-10' } },
    });
  });

  it('keeps its start and takes the longer term of a granted extension', () => {
    const clock = clockOf([started('reply', '2026-03-02'), '2026-03-02'], [extended(6), '2026-05-20']);
    expect(clock).toMatchObject({
      status: 'open',
      course: {
        timing: { startDate: day('2026-03-02'), term: { n: 3, unit: 'month' } },
        extension: { term: { n: 6, unit: 'month' }, grantedOn: '2026-05-20', grantedBy: 'desk-zhou' },
      },
    });
  });

  it('is not extended once stopped', () => {
    const before = clockOf(
      [started('reply', '2026-03-02'), '2026-03-02'],
      [met('reply', '2026-05-01'), '2026-05-01'],
    );
    expect(evolveClock(before, extended(6) as ClockFactBody, on('2026-05-20'))).toEqual(before);
  });
});

describe('a clock whose case changes under it', () => {
  const terms = [
    { kind: 'reply', term: { n: 2, unit: 'month' } },
    { kind: 'extended_total', term: { n: 5, unit: 'month' } },
  ] as const;
  const moved = { version: 'cq-1', terms };

  it('keeps its start and takes the term of the version the case was moved to', () => {
    const clock = clockOf([started('reply', '2026-03-02'), '2026-03-02']);
    expect(clock && underRules(clock, moved)).toMatchObject({
      course: {
        rulePackVersion: 'cq-1',
        run: 1,
        timing: { startDate: '2026-03-02', term: { n: 2, unit: 'month' } },
      },
    });
  });

  it('stays extended, by the new version’s whole term; one that has ended stays as it ended', () => {
    const longer = clockOf([started('reply', '2026-03-02'), '2026-03-02'], [extended(6), '2026-03-20']);
    expect(longer && underRules(longer, moved)).toMatchObject({
      course: { extension: { term: { n: 5, unit: 'month' } } },
    });
    const done = clockOf(
      [started('reply', '2026-03-02'), '2026-03-02'],
      [met('reply', '2026-04-01'), '2026-04-01'],
    );
    expect(done && underRules(done, moved)).toBe(done);
  });

  it('passes to the unit that took over, and only from the unit that owed it', () => {
    const clock = clockOf([started('reply', '2026-03-02'), '2026-03-02']);
    expect(clock && owedBy(clock, TRANSPORT, POLICE)).toMatchObject({
      course: { owner: { unitId: POLICE } },
    });
    expect(clock && owedBy(clock, POLICE, TRANSPORT)).toBe(clock);
  });
});
