import type { Role } from '@huiyin/kernel/actor';
import { describe, expect, it } from 'vitest';
import { factTeller } from '../../test/fact-teller.ts';
import type { Fact } from './fact.ts';
import { mayKnowDue, mayReadColoursOf, mayReadDocument, mayReadFact } from './fact-sight.ts';
import { foldCase } from './fold.ts';
import { nextAct } from './next-act.ts';
import { groupOf, readableGroups } from './visibility.ts';

const fact = factTeller();
const assignment = (type: string, payload: object): Fact => fact('assignment', type, '2026-01-09', payload);

const made = (assignmentId: string, unitId: string, role: string): Fact =>
  fact('assignment', 'assignment-made', '2026-01-08', {
    ...{ assignmentId, unitId, role, decidingOffice: 'government-office' },
  });
const clock = (clockId: string, unitId: string): Fact =>
  fact('supervision', 'clock-started', '2026-01-08', {
    ...{ clockId, kind: 'reply', owner: 'unit', unitId, dueDate: '2026-04-08' },
  });

const REGISTERED = [
  fact('intake', 'suggestion-submitted', '2026-01-06', {
    ...{ leadDeputyId: 'lin', cosignerIds: ['su'], period: 'in-session' },
  }),
  fact('intake', 'suggestion-registered', '2026-01-07', { overseerIds: ['chenghuan'] }),
];
/** 住建 leads, 财政 helps, 水务 has it for reference. */
const LED = [
  ...REGISTERED,
  ...[made('a1', 'zhujian', 'lead'), made('a2', 'caizheng', 'co'), made('a3', 'shuiwu', 'reference')],
  ...[clock('k1', 'zhujian'), clock('k2', 'caizheng')],
];

const reader = (role: Role, personId: string, unitId?: string) => ({
  ...{ tenant: 'donghu', personId, roles: [role] },
  ...(unitId === undefined ? {} : { unitId }),
});
const LEAD = reader('unit-clerk', 'fang', 'zhujian');
const CO = reader('unit-clerk', 'qian', 'caizheng');
const REFERENCE = reader('unit-clerk', 'shen', 'shuiwu');
const DEPUTY = reader('deputy', 'lin');
const DESK = reader('congress-desk', 'xu');
const OFFICE = reader('government-office', 'gu');
const REGISTRAR = reader('session-registrar', 'ji');
const ALL = { DEPUTY, DESK, OFFICE, LEAD, CO, REFERENCE, REGISTRAR };

/** Names of the readers who see a fact, as a timeline shows it. */
function seenBy(shown: Fact, facts: readonly Fact[] = LED): string[] {
  const file = foldCase('c1', [...facts, shown]);
  return Object.entries(ALL).flatMap(([name, who]) => {
    const isGroupOpen = readableGroups(file, who).has(groupOf(shown.service, shown.type));
    return isGroupOpen && mayReadFact(file, who, shown) ? [name] : [];
  });
}

describe('which facts of a group a unit sees (domain.md §3.2)', () => {
  it('clocks, urges, letters and talks: the unit that leads all, a co-handler its own', () => {
    const letter = (unitId: string): Fact =>
      fact('supervision', 'supervision-letter-sent', '2026-02-01', { letterId: 'l1', unitId });
    expect(seenBy(letter('zhujian'))).toEqual(['DEPUTY', 'DESK', 'OFFICE', 'LEAD']);
    expect(seenBy(letter('caizheng'))).toEqual(['DEPUTY', 'DESK', 'OFFICE', 'LEAD', 'CO']);
    const missed = (clockId: string): Fact => fact('supervision', 'clock-missed', '2026-04-09', { clockId });
    expect(seenBy(missed('k1'))).not.toContain('CO');
    expect(seenBy(missed('k2'))).toContain('CO');
  });

  it('of a parallel handling each unit its own', () => {
    const file = foldCase('c1', [
      ...REGISTERED,
      ...[made('a1', 'zhujian', 'parallel'), made('a2', 'caizheng', 'parallel')],
    ]);
    const seen = (who: typeof LEAD) => [
      mayReadColoursOf(file, who, 'zhujian'),
      mayReadColoursOf(file, who, 'caizheng'),
    ];
    expect([seen(LEAD), seen(CO), seen(DESK)]).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  it('a meeting that a fact names stands for its share: a co-handler does not hear who declined it', () => {
    const meeting = { meetingId: 'm1', kind: 'dual-confirmation', assignmentId: 'a1' };
    const scheduled = fact('meeting', 'meeting-scheduled', '2026-01-12', {
      ...{ ...meeting, startsAt: '2026-01-15T01:00:00Z', participantIds: ['lin'] },
    });
    for (const type of ['meeting-declined', 'meeting-checked-in', 'meeting-confirmed', 'meeting-cancelled']) {
      const told = fact('meeting', type, '2026-01-13', { meetingId: 'm1', personId: 'lin' });
      expect(seenBy(told, [...LED, scheduled]), type).toEqual(['DEPUTY', 'DESK', 'OFFICE', 'LEAD']);
    }
  });

  it('整改 belongs to the unit that is to put it right', () => {
    const ordered = fact('evaluation', 'rectification-ordered', '2026-05-01', {
      ...{ rectificationId: 'r1', assignmentId: 'a1', unitId: 'zhujian' },
    });
    const rejected = fact('evaluation', 'rectification-rejected', '2026-05-20', { rectificationId: 'r1' });
    expect(seenBy(rejected, [...LED, ordered])).toEqual(['DEPUTY', 'DESK', 'OFFICE', 'LEAD']);
  });

  it('专班 is its members’ and the offices’, no deputy’s', () => {
    const formed = assignment('task-force-formed', { taskForceId: 't1', unitIds: ['zhujian', 'caizheng'] });
    expect(seenBy(formed)).toEqual(['DESK', 'OFFICE', 'LEAD', 'CO']);
    const given = assignment('work-package-added', { taskForceId: 't1', workPackage: { unitId: 'zhujian' } });
    expect(seenBy(given)).toEqual(['DESK', 'OFFICE', 'LEAD', 'CO']);
  });
});

describe('协调', () => {
  const asked = (assignmentId: string): Fact =>
    assignment('coordination-requested', { coordinationId: 'x1', assignmentId, grounds: '职责交叉' });
  const closed = (responsibleUnitId: string): Fact =>
    fact('assignment', 'coordination-closed', '2026-02-01', { coordinationId: 'x1', responsibleUnitId });

  it('asked for by the lead: no co-handler’s until one is made responsible', () => {
    expect(seenBy(asked('a1'))).toEqual(['DEPUTY', 'DESK', 'OFFICE', 'LEAD']);
    expect(seenBy(closed('zhujian'), [...LED, asked('a1')])).toEqual(['DEPUTY', 'DESK', 'OFFICE', 'LEAD']);
    expect(seenBy(closed('caizheng'), [...LED, asked('a1')])).toContain('CO');
  });

  it('asked for by a co-handler: the lead’s too; its minutes like its facts', () => {
    expect(seenBy(asked('a2'))).toEqual(['DEPUTY', 'DESK', 'OFFICE', 'LEAD', 'CO']);
    const file = foldCase('c1', [...LED, asked('a1'), closed('zhujian')]);
    const minutes = {
      ...{ of: 'x1', assignmentId: '', unitId: 'zhujian' },
      kind: 'coordination-minutes',
      needs: ['contact-records'],
    } as const;
    expect([DESK, LEAD, CO].map((who) => mayReadDocument(file, who, minutes))).toEqual([true, true, false]);
  });
});

it('督办函 and 约谈 are papers of the unit they went to, and of the one that leads', () => {
  const file = foldCase('c1', LED);
  const letter = (unitId: string) => ({
    ...{ of: 'l1', assignmentId: '', unitId },
    kind: 'supervision-letter' as const,
    needs: ['colours'] as const,
  });
  const seen = (who: typeof LEAD) =>
    ['zhujian', 'caizheng'].map((unitId) => mayReadDocument(file, who, letter(unitId)));
  expect([seen(LEAD), seen(CO), seen(REFERENCE)]).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
});

describe('the day by which the next act is due', () => {
  it('is a clock: known to the party, the deputies and the offices, not for reference', () => {
    const file = foldCase('c1', LED);
    const knows = Object.entries(ALL).filter(([, who]) => mayKnowDue(file, who, nextAct(file)));
    expect(knows.map(([name]) => name)).toEqual(['DEPUTY', 'DESK', 'OFFICE', 'LEAD']);
  });

  it('of the secretariat’s own turn is its own', () => {
    const file = foldCase('c1', REGISTERED);
    expect(nextAct(file).kind).toBe('desk');
    expect(mayKnowDue(file, REGISTRAR, nextAct(file))).toBe(true);
  });
});
