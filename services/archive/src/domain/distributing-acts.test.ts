import type { Role } from '@huiyin/kernel/actor';
import { describe, expect, it } from 'vitest';
import { factTeller } from '../../test/fact-teller.ts';
import { availableActs } from './available-acts.ts';
import type { Fact } from './fact.ts';
import { foldCase } from './fold.ts';

const fact = factTeller();

const made = (assignmentId: string, unitId: string, role: string, decidingOffice = 'government-office') =>
  fact('assignment', 'assignment-made', '2026-01-08', { assignmentId, unitId, role, decidingOffice });

const REGISTERED = [
  fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin', period: 'in-session' }),
  fact('intake', 'suggestion-registered', '2026-01-07'),
];
const CLASSIFIED = [
  ...REGISTERED,
  fact('assignment', 'suggestion-classified', '2026-01-07', { handlingType: 'general' }),
];
const ASSIGNED = [...CLASSIFIED, made('a1', 'zhujian', 'lead'), made('a2', 'caizheng', 'co')];
const REPLIED = [
  ...ASSIGNED,
  fact('assignment', 'reply-issued', '2026-02-01', { assignmentId: 'a1', replyId: 'r1', round: 1 }),
];

type Reader = readonly [role: Role, unitId?: string];
const DESK: Reader = ['congress-desk'];
const SESSION: Reader = ['session-registrar'];
const OFFICE: Reader = ['government-office'];

const ADD = 'assignSuggestion';
const BOTH = ['classifySuggestion', ADD];

/** Of the two acts by which a case is distributed, those offered on its page. */
function offered(facts: readonly Fact[], [role, unitId]: Reader): readonly string[] {
  const reader = { tenant: 'donghu', personId: 'guo', roles: [role], ...(unitId && { unitId }) };
  const acts = availableActs(foldCase('c1', facts), reader, { leadInOffice: true });
  return acts.filter(({ act }) => BOTH.includes(act)).map(({ act }) => act);
}

describe('who classifies a case and gives it units', () => {
  it('is the congress side alone before 交办, and nobody hands over what is not classified', () => {
    for (const reader of [DESK, SESSION]) {
      expect(offered(REGISTERED, reader)).toEqual(['classifySuggestion']);
      expect(offered(CLASSIFIED, reader)).toEqual(BOTH);
    }
    for (const facts of [REGISTERED, CLASSIFIED]) expect(offered(facts, OFFICE)).toEqual([]);
  });

  it('is also the office of the unit that leads, from 交办 until the case is closed', () => {
    for (const facts of [ASSIGNED, REPLIED]) {
      for (const reader of [DESK, SESSION, OFFICE]) expect(offered(facts, reader)).toEqual(BOTH);
    }
    const closed = [...REPLIED, fact('evaluation', 'suggestion-closed', '2026-03-10')];
    for (const reader of [DESK, SESSION, OFFICE]) expect(offered(closed, reader)).toEqual([]);
    const reopened = [...closed, fact('evaluation', 'suggestion-reopened', '2026-03-11')];
    expect(offered(reopened, OFFICE)).toEqual(BOTH);
  });

  it('is not the office of a unit that only helps, until the lead goes to a unit of that office', () => {
    const court = [
      ...CLASSIFIED,
      made('a1', 'fayuan', 'lead', 'congress-desk'),
      made('a2', 'caizheng', 'co'),
    ];
    expect(offered(court, OFFICE)).toEqual([]);
    expect(offered(court, DESK)).toEqual(BOTH);
    const reassigned = { fromAssignmentId: 'a1', assignmentId: 'a3' };
    const moved = [
      ...court,
      made('a3', 'zhujian', 'lead'),
      fact('assignment', 'assignment-reassigned', '2026-01-12', reassigned),
    ];
    expect(offered(moved, OFFICE)).toEqual(BOTH);
  });

  it('stays that office while the share that leads is given back, and is the first of several that reply', () => {
    const returned = fact('assignment', 'assignment-returned', '2026-01-12', { assignmentId: 'a1' });
    expect(offered([...ASSIGNED, returned], OFFICE)).toEqual(BOTH);
    const court = ['a1', 'fayuan', 'parallel', 'congress-desk'] as const;
    const housing = ['a2', 'zhujian', 'parallel'] as const;
    expect(offered([...CLASSIFIED, made(...court), made(...housing)], OFFICE)).toEqual([]);
    expect(offered([...CLASSIFIED, made(...housing), made(...court)], OFFICE)).toEqual(BOTH);
  });

  it('is no unit and no deputy', () => {
    for (const reader of [['unit-head', 'zhujian'], ['unit-liaison', 'caizheng'], ['deputy']] as const)
      expect(offered(ASSIGNED, reader)).toEqual([]);
  });
});
