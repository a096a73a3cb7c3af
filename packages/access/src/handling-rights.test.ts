import { ROLES, type Role } from '@huiyin/kernel/actor';
import { describe, expect, it } from 'vitest';

import type { Action } from './actions.ts';
import { can, type Resource } from './can.ts';
import type { Trait } from './policy-row.ts';
import type { Relation } from './relation.ts';

/** Everybody who can open a case in which a share is handled. */
const READERS = {
  lead: ['deputy', 'lead-deputy'],
  cosigner: ['deputy', 'cosigner'],
  merged: ['deputy', 'merged-deputy'],
  former: ['former-deputy', 'cosigner'],
  desk: ['congress-desk'],
  council: ['council'],
  committee: ['committee', 'overseeing-committee'],
  office: ['government-office', 'deciding-office'],
  registrar: ['session-registrar'],
  handler: ['unit-clerk', 'lead-unit'],
  helper: ['unit-clerk', 'co-unit'],
  reference: ['unit-clerk', 'reference-unit'],
  // Who has no part in it.
  deputy: ['deputy'],
  'former deputy': ['former-deputy'],
  unit: ['unit-clerk'],
  'other field': ['committee'],
} as const satisfies Record<string, readonly [Role, Relation?]>;

type Reader = keyof typeof READERS;

function readersOf(action: Action): Reader[] {
  return (Object.keys(READERS) as Reader[]).filter((reader) => {
    const [role, relation]: readonly [Role, Relation?] = READERS[reader];
    return allowed(role, action, relation === undefined ? [] : [relation], ['in-session', 'assigned']);
  });
}

function allowed(role: Role, action: Action, relations: readonly Relation[], traits: Trait[] = []): boolean {
  const on: Resource = { tenant: 'donghu', relations, traits };
  return can({ tenant: 'donghu', personId: 'p', roles: [role] }, action, on).allowed;
}

const OWN: readonly Reader[] = ['lead', 'cosigner', 'merged', 'former'];
const OFFICES: readonly Reader[] = ['desk', 'council', 'committee', 'office'];

describe('who reads what of a share (domain.md §3.2)', () => {
  it('who has it: everybody of the case', () => {
    expect(readersOf('assignment.read-case')).toEqual([
      ...OWN,
      ...OFFICES,
      ...['registrar', 'handler', 'helper', 'reference'],
    ]);
  });

  it('what is done and asked: the deputies on it, the offices and its handlers, not the secretariat, not for reference', () => {
    for (const action of ['assignment.read-share', 'assignment.read-plan'] as const)
      expect(readersOf(action), action).toEqual([...OWN, ...OFFICES, 'handler', 'helper']);
  });

  it('专班 with its work packages: its members and the offices', () => {
    for (const action of ['assignment.read-task-force', 'archive.read-task-force'] as const)
      expect(readersOf(action), action).toEqual([...OFFICES, 'handler', 'helper']);
  });

  it('what a unit for reference reads: the text, its author, who has it', () => {
    const own = ['reference-unit'] as const;
    const read = [
      'assignment.read-case',
      'assignment.read-author',
      'archive.read-text',
      'archive.read-author',
    ];
    for (const action of read) expect(allowed('unit-head', action as Action, own), action).toBe(true);
    const closed: readonly Action[] = [
      ...(['assignment.read-share', 'assignment.read-plan', 'assignment.read-task-force'] as const),
      ...([
        'assignment.read-co-opinions',
        'assignment.read-final-reply',
        'assignment.read-analysis',
      ] as const),
      ...(['archive.read-contact-records', 'archive.read-task-force', 'archive.read-colours'] as const),
      ...(['archive.read-co-opinion', 'archive.read-final-reply', 'archive.read-evaluation'] as const),
      ...(['meeting.read', 'supervision.read-case', 'evaluation.read-follow-up'] as const),
      ...(['assignment.record-contact', 'assignment.report-difficulty', 'assignment.acknowledge'] as const),
    ];
    for (const action of closed) expect(allowed('unit-head', action, own, ['evaluated']), action).toBe(false);
  });
});

describe('who convenes which meeting', () => {
  const conveners = (action: Action, relations: readonly Relation[], traits: Trait[] = []): Role[] =>
    ROLES.filter((role) => allowed(role, action, relations, traits));
  const UNITS = ['unit-head', 'unit-liaison', 'unit-clerk'];

  it('约谈: 代表工委; 政府办 about the units to which it distributes', () => {
    expect(conveners('meeting.convene-talk', ['deciding-office'])).toEqual([
      'congress-desk',
      'government-office',
    ]);
    for (const relation of ['lead-unit', 'co-unit', 'overseeing-committee', 'participant'] as const)
      expect(conveners('meeting.convene-talk', [relation]), relation).toEqual(['congress-desk']);
    expect(conveners('meeting.convene-talk', [], ['in-session', 'outside-case'])).toEqual(['congress-desk']);
  });

  it('交办会: of many by whoever hands over, of one case by its own office', () => {
    expect(conveners('meeting.convene-hand-over', [], ['outside-case']).toSorted()).toEqual([
      'congress-desk',
      'government-office',
      'session-registrar',
    ]);
    expect(conveners('meeting.convene-hand-over', ['deciding-office']).toSorted()).toEqual([
      'congress-desk',
      'government-office',
    ]);
    expect(conveners('meeting.convene-hand-over', [], ['in-session'])).toEqual(['congress-desk']);
  });

  it('the three that gate, and those of the case', () => {
    expect(conveners('meeting.convene-with-unit', ['lead-unit']).toSorted()).toEqual(
      ['congress-desk', ...UNITS].toSorted(),
    );
    expect(conveners('meeting.convene-look-back', ['lead-unit', 'deciding-office'])).toEqual([
      'congress-desk',
    ]);
    expect(conveners('meeting.convene-case', ['deciding-office', 'overseeing-committee']).toSorted()).toEqual(
      ['committee', 'congress-desk', 'government-office'],
    );
  });
});
