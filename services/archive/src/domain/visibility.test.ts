import type { Role } from '@huiyin/kernel/actor';
import { describe, expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import { foldCase } from './fold.ts';
import { groupOf, readableGroups, type Group } from './visibility.ts';

let version = 0;
const fact = (service: string, type: string, day: string, payload: object = {}): Fact => {
  version += 1;
  const occurredAt = new Date(`${day}T02:00:00Z`);
  return { service, type, version, eventId: `${service}-${version}`, occurredAt, payload: { ...payload } };
};

const DRAFTED = [
  fact('intake', 'suggestion-drafted', '2026-01-05', { leadDeputyId: 'lin' }),
  fact('intake', 'cosignature-requested', '2026-01-05', { deputyIds: ['su', 'wu'] }),
  fact('intake', 'cosigner-removed', '2026-01-05', { deputyId: 'wu', cause: 'declined' }),
];
const ASKED = fact('intake', 'pre-review-requested', '2026-01-05');
const HANDED_OVER = [
  fact('intake', 'suggestion-submitted', '2026-01-06', { leadDeputyId: 'lin', cosignerIds: ['su'] }),
  fact('intake', 'suggestion-registered', '2026-01-07'),
  fact('assignment', 'assignment-made', '2026-01-08', {
    ...{ assignmentId: 'a1', unitId: 'zhujian', role: 'lead', decidingOffice: 'government-office' },
  }),
  fact('assignment', 'reply-issued', '2026-02-01', { assignmentId: 'a1', replyId: 'r1', round: 1 }),
  fact('assignment', 'reply-delivered', '2026-02-02', { replyId: 'r1', deputy: { deputyId: 'lin' } }),
];

function reads(group: Group, [role, personId, unitId]: readonly [Role, string, string?], more: Fact[] = []) {
  const reader = { tenant: 'donghu', personId, roles: [role], ...(unitId === undefined ? {} : { unitId }) };
  return readableGroups(foldCase('c1', [...DRAFTED, ...more, ...HANDED_OVER]), reader).has(group);
}

const LEAD = ['deputy', 'lin'] as const;
const DESK = ['congress-desk', 'xu'] as const;
const UNIT = ['unit-head', 'fang', 'zhujian'] as const;

describe('what a reader of the text does not read (domain.md §3.2)', () => {
  it('how it was written and who declined to sign: its deputies’ alone, and 代表工委’s where it pre-reviewed', () => {
    expect(groupOf('intake', 'cosigner-removed')).toBe('draft');
    expect(groupOf('intake', 'pre-review-answered')).toBe('draft');
    for (const signer of [LEAD, ['deputy', 'su'], ['former-deputy', 'su']] as const)
      expect(reads('draft', signer)).toBe(true);
    for (const other of [['deputy', 'wu'], UNIT, DESK, ['council', 'feng']] as const)
      expect([reads('text', other), reads('draft', other)]).toEqual([true, false]);
    expect(reads('draft', DESK, [ASKED])).toBe(true);
    expect(reads('draft', ['council', 'feng'], [ASKED])).toBe(false);
  });

  it('how it was classified: no unit’s; what a unit asks of its office is its own', () => {
    expect([reads('analysis', DESK), reads('analysis', UNIT)]).toEqual([true, false]);
    for (const type of ['assignment-return-requested', 'extension-refused', 'coordination-closed'])
      expect(groupOf('assignment', type)).toBe('contact-records');
    expect(reads('contact-records', UNIT)).toBe(true);
  });

  it('a co-opinion: no deputy’s, who has it as the reply states it', () => {
    expect([reads('co-opinion', LEAD), reads('final-reply', LEAD)]).toEqual([false, true]);
    expect(reads('co-opinion', UNIT)).toBe(true);
  });
});
