import * as archive from '@huiyin/contracts/gen/archive/v1/events';
import * as assignment from '@huiyin/contracts/gen/assignment/v1/events';
import * as evaluation from '@huiyin/contracts/gen/evaluation/v1/events';
import * as intake from '@huiyin/contracts/gen/intake/v1/events';
import * as meeting from '@huiyin/contracts/gen/meeting/v1/events';
import { systemActor } from '@huiyin/kernel/actor';
import { describe, expect, it } from 'vitest';
import { CASE, LEAD_SHARE, RULES, TRANSPORT } from '../../test/given.ts';
import { ASSIGNMENT_FACTS, EVALUATION_FACTS, factsOf, INTAKE_FACTS } from './case-facts.ts';

const START = {
  ...{ op: 'CLOCK_OP_START', kind: 'reply', subject: LEAD_SHARE, round: 1, startDate: '2026-03-02' },
  ...{ term: { n: 3, unit: 'month' }, rulePackVersion: RULES, owner: 'unit', unitId: TRANSPORT },
};
const EVENT = {
  actor: { ...systemActor('assignment'), personId: 'zhou' },
  occurredAt: new Date('2026-03-01T16:30:00Z'),
  type: 'assignment-made',
};

const made = (more: object) => assignment.AssignmentMade.fromJSON({ suggestionId: CASE, ...more });

/** The codecs of all events that have a field `clocks`. */
function clocked(): { name: string; decode: (json: unknown) => unknown }[] {
  return Object.entries({ ...intake, ...assignment, ...meeting, ...evaluation, ...archive }).flatMap(
    ([name, found]) => {
      if (typeof found !== 'object' || !('fromJSON' in found)) return [];
      const decode = (json: unknown): unknown => found.fromJSON(json);
      const empty = decode({});
      return typeof empty === 'object' && empty !== null && 'clocks' in empty ? [{ name, decode }] : [];
    },
  );
}

describe('the facts of an event', () => {
  it('hold its clocks, whichever event carries them', () => {
    const events = clocked();
    expect(events.length).toBeGreaterThan(30);
    for (const { name, decode } of events) {
      const facts = factsOf(EVENT, decode({ clocks: [START] }), undefined);
      expect({ name, types: facts.map((fact) => fact.type) }).toEqual({ name, types: ['clock-start'] });
    }
  });

  it('read every operation of a clock', () => {
    const key = { kind: 'reply', subject: LEAD_SHARE, round: 1 };
    const clocks = [
      START,
      { op: 'CLOCK_OP_EXTEND', ...key, startDate: '2026-03-02', term: { n: 6, unit: 'month' } },
      { op: 'CLOCK_OP_MEET', ...key, startDate: '2026-05-06' },
      { op: 'CLOCK_OP_CANCEL', ...key },
    ];
    expect(factsOf(EVENT, made({ clocks }), undefined)).toEqual([
      {
        ...{ type: 'clock-start', key, rulePackVersion: RULES },
        timing: { type: 'term', startDate: '2026-03-02', term: { n: 3, unit: 'month' } },
        owner: { kind: 'unit', unitId: TRANSPORT, personId: '' },
      },
      { type: 'clock-extend', key, term: { n: 6, unit: 'month' }, grantedBy: 'zhou' },
      { type: 'clock-meet', key, on: '2026-05-06' },
      // Without a day of its own: the day of the event, in Shanghai.
      { type: 'clock-cancel', key, on: '2026-03-02' },
    ]);
  });

  it('keep which office owes what an office owes', () => {
    const owed = (owner: string, decidingOffice: string) => {
      const clocks = [{ ...START, owner, unitId: '' }];
      return factsOf(EVENT, made({ decidingOffice, clocks }), undefined)[0];
    };
    expect(owed('office', 'government-office')).toMatchObject({
      owner: { kind: 'office', unitId: '', personId: '', office: 'government-office' },
    });
    expect(owed('office', 'congress-desk')).toMatchObject({ owner: { office: 'congress-desk' } });
    for (const other of [owed('office', ''), owed('desk', 'government-office')])
      expect(other).not.toHaveProperty('owner.office');
  });

  it('keep the event that a clock counts from, as its owner named it', () => {
    const [started] = factsOf(EVENT, made({ clocks: [{ ...START, startEvent: 'reassignment' }] }), undefined);
    expect(started).toMatchObject({ timing: { startDate: '2026-03-02', startEvent: 'reassignment' } });
    const unknown = made({ clocks: [{ ...START, startEvent: 'full_moon' }] });
    expect(() => factsOf(EVENT, unknown, undefined)).toThrow(/starts by what we do not know/);
  });

  it('name the case before its clocks, and end it before what the same event starts', () => {
    const named = factsOf(
      EVENT,
      made({ number: '0030', title: '建议', clocks: [START] }),
      ASSIGNMENT_FACTS['assignment-made'],
    );
    expect(named.map((fact) => fact.type)).toEqual(['named', 'share-made', 'clock-start']);
    const declined = intake.SuggestionDeclined.fromJSON({
      clocks: [{ ...START, kind: 'not_admitted_notice' }],
    });
    const facts = factsOf(EVENT, declined, INTAKE_FACTS['suggestion-declined']);
    expect(facts.map((fact) => fact.type)).toEqual(['ended', 'clock-start']);
  });

  it('say 不满意 when either grade is', () => {
    const evaluated = (attitude: string, result: string) =>
      factsOf(
        EVENT,
        evaluation.SuggestionEvaluated.fromJSON({ assignmentId: LEAD_SHARE, round: 1, attitude, result }),
        EVALUATION_FACTS['suggestion-evaluated'],
      )[0];
    expect(evaluated('satisfied', 'dissatisfied')).toMatchObject({ dissatisfied: true });
    expect(evaluated('dissatisfied', 'satisfied')).toMatchObject({ dissatisfied: true });
    expect(evaluated('basically-satisfied', 'satisfied')).toMatchObject({ dissatisfied: false });
  });

  it('refuse a clock that nobody owes or that lasts for no term, so that it is seen among the dead letters', () => {
    expect(() => factsOf(EVENT, made({ clocks: [{ ...START, owner: '' }] }), undefined)).toThrow(
      /owed by nobody/,
    );
    expect(() => factsOf(EVENT, made({ clocks: [{ ...START, term: undefined }] }), undefined)).toThrow(
      /no term/,
    );
    expect(() => factsOf(EVENT, made({ clocks: [{ ...START, op: 0 }] }), undefined)).toThrow(/no operation/);
  });
});
