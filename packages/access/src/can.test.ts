import { ROLES, type Role } from '@huiyin/kernel/actor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ACTIONS, POLICY, type Action } from './actions.ts';
import { can, type Resource } from './can.ts';
import { TRAITS } from './policy-row.ts';
import { RELATIONS, relationsTo, type Relation, type Subject } from './relation.ts';

const DONGHU = 'donghu';

function as(role: Role, more: Partial<Subject> = {}): Subject {
  return { tenant: DONGHU, personId: 'wang', roles: [role], ...more };
}

function resource(...relations: Relation[]): Resource {
  return { tenant: DONGHU, relations };
}

function allowed(subject: Subject, action: Action, on: Resource): boolean {
  return can(subject, action, on).allowed;
}

const anyRoles = fc.uniqueArray(fc.constantFrom(...ROLES));
const anyAction = fc.constantFrom(...ACTIONS);
const anyResource = fc.record({
  tenant: fc.constant(DONGHU),
  relations: fc.uniqueArray(fc.constantFrom(...RELATIONS)),
  traits: fc.uniqueArray(fc.constantFrom(...TRAITS)),
});

describe('the policy', () => {
  it('denies by default: a person without a role may do nothing', () => {
    fc.assert(
      fc.property(anyAction, anyResource, (action, on) => {
        expect(allowed({ tenant: DONGHU, personId: 'wang', roles: [] }, action, on)).toBe(false);
      }),
    );
  });

  it('never lets anybody into another tenant', () => {
    fc.assert(
      fc.property(anyRoles, anyAction, anyResource, (roles, action, on) => {
        const decision = can({ tenant: 'xiling', personId: 'wang', roles }, action, on);
        expect(decision).toMatchObject({ allowed: false, because: 'other-tenant' });
      }),
    );
  });

  it('never takes an allowance away with an added role', () => {
    fc.assert(
      fc.property(anyRoles, fc.constantFrom(...ROLES), anyAction, anyResource, (roles, added, action, on) => {
        const before = allowed({ tenant: DONGHU, personId: 'wang', roles }, action, on);
        const after = allowed({ tenant: DONGHU, personId: 'wang', roles: [...roles, added] }, action, on);
        expect(after || !before).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets no unit evaluate, judge or accept, whatever else its person is', () => {
    const judging = ACTIONS.filter((action) => /evaluate$|judge|accept|cosigner-opinion/.test(action));
    expect(judging.length).toBeGreaterThan(4);
    for (const action of judging) {
      for (const role of ['unit-head', 'unit-liaison', 'unit-clerk'] as const) {
        for (const relation of RELATIONS) expect(allowed(as(role), action, resource(relation))).toBe(false);
      }
      const both = as('deputy', { roles: ['deputy', 'unit-head'] });
      expect(allowed(both, action, resource('lead-deputy', 'cosigner', 'lead-unit'))).toBe(false);
    }
  });

  it('names every action after its service, each with a row that somebody can meet', () => {
    for (const action of ACTIONS) {
      expect(action).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
      const reachable = POLICY[action].some((row) => row.roles.length > 0 && row.relations?.length !== 0);
      expect(reachable, action).toBe(true);
    }
  });

  it('knows no other actions, by type', () => {
    // @ts-expect-error an unknown action does not compile
    const unknown: Action = 'intake.approve';
    expect(ACTIONS).not.toContain(unknown);
  });
});

describe('on the road', () => {
  it('only the lead deputy submits, only the invited confirm, all signatories withdraw', () => {
    expect(allowed(as('deputy'), 'intake.submit', resource('lead-deputy'))).toBe(true);
    expect(allowed(as('deputy'), 'intake.submit', resource('cosigner'))).toBe(false);
    expect(allowed(as('deputy'), 'intake.confirm-cosignature', resource('invited-cosigner'))).toBe(true);
    expect(allowed(as('deputy'), 'intake.confirm-cosignature', resource('lead-deputy'))).toBe(false);
    expect(allowed(as('deputy'), 'intake.withdraw', resource('cosigner'))).toBe(true);
  });

  it('the session’s registrar registers what came in session, the desk everything', () => {
    const inSession: Resource = { ...resource(), traits: ['in-session'] };
    expect(allowed(as('session-registrar'), 'intake.register', inSession)).toBe(true);
    expect(allowed(as('session-registrar'), 'intake.register', resource())).toBe(false);
    expect(allowed(as('congress-desk'), 'intake.register', resource())).toBe(true);
  });

  it('the right office decides a return', () => {
    const byGovernment = { decidingOffice: 'government-office' } as const;
    const byDesk = { decidingOffice: 'congress-desk' } as const;
    const may = (role: Role, facts: typeof byGovernment | typeof byDesk): boolean =>
      allowed(as(role), 'assignment.decide-return', resource(...relationsTo(facts, as(role))));
    expect([may('government-office', byGovernment), may('congress-desk', byGovernment)]).toEqual([
      true,
      false,
    ]);
    expect([may('government-office', byDesk), may('congress-desk', byDesk)]).toEqual([false, true]);
  });

  it('the head signs a reply that the clerk wrote', () => {
    expect(allowed(as('unit-clerk'), 'assignment.draft-reply', resource('lead-unit'))).toBe(true);
    expect(allowed(as('unit-clerk'), 'assignment.issue-reply', resource('lead-unit'))).toBe(false);
    expect(allowed(as('unit-head'), 'assignment.issue-reply', resource('lead-unit'))).toBe(true);
    expect(allowed(as('unit-head'), 'assignment.issue-reply', resource('co-unit'))).toBe(false);
  });

  it('代表工委 delivers the letter to a confidential author, never the unit', () => {
    const confidential: Resource = { ...resource('lead-unit'), traits: ['confidential-author'] };
    expect(allowed(as('unit-liaison'), 'assignment.deliver-reply', resource('lead-unit'))).toBe(true);
    expect(allowed(as('unit-liaison'), 'assignment.deliver-reply', confidential)).toBe(false);
    expect(allowed(as('congress-desk'), 'assignment.deliver-reply', confidential)).toBe(true);
  });

  it('only the 主任会议 makes an item key and decides a third 不满意', () => {
    const may = (action: Action): Role[] => ROLES.filter((role) => allowed(as(role), action, resource()));
    expect(may('assignment.mark-key')).toEqual(['council']);
    expect(may('evaluation.decide-escalation')).toEqual(['council']);
    expect(may('meeting.record-no-response')).toEqual(['congress-desk']);
  });

  it('leaves a former deputy what was signed in office, and nothing new or of others', () => {
    const former = as('former-deputy');
    const assigned: Resource = { ...resource(), traits: ['assigned', 'replied'] };
    const own: Resource = { ...resource('lead-deputy'), traits: ['assigned', 'replied'] };
    for (const action of ACTIONS) {
      const more = allowed(former, action, own) && !allowed(as('deputy'), action, own);
      expect(more, action).toBe(false);
    }
    for (const action of ['evaluation.evaluate', 'meeting.confirm', 'archive.read-final-reply'] as const) {
      expect(allowed(former, action, own), action).toBe(true);
      expect(allowed(former, action, assigned), action).toBe(false);
    }
    expect(allowed(former, 'archive.read-text', assigned)).toBe(false);
    for (const action of ACTIONS.filter((each) => each.startsWith('intake.'))) {
      const left = ['intake.confirm-decline-notice', 'intake.withdraw'].includes(action);
      expect(allowed(former, action, resource('lead-deputy', 'cosigner', 'invited-cosigner')), action).toBe(
        left,
      );
    }
  });

  it('says in Chinese whose business a refused action is', () => {
    expect(can(as('deputy'), 'supervision.call-talk', resource())).toEqual({
      allowed: false,
      because: 'role',
      reason: '此操作由代表工委办理',
    });
    expect(can(as('deputy'), 'intake.submit', resource('cosigner'))).toMatchObject({
      because: 'circumstance',
    });
  });
});

describe('relations', () => {
  it('come from the facts around a resource', () => {
    const facts = {
      leadDeputyId: 'wang',
      cosignerIds: ['li'],
      leadUnitIds: ['traffic'],
      coUnitIds: ['finance'],
      decidingOffice: 'government-office',
      participantIds: ['wang', 'zhao'],
    } as const;
    expect(relationsTo(facts, as('deputy'))).toEqual(['lead-deputy', 'participant']);
    expect(relationsTo(facts, as('deputy', { personId: 'li' }))).toEqual(['cosigner']);
    const head = as('unit-head', { personId: 'zhao', unitId: 'finance' });
    expect(relationsTo(facts, head)).toEqual(['co-unit', 'participant']);
    expect(relationsTo(facts, as('government-office', { personId: 'qian' }))).toEqual(['deciding-office']);
    expect(relationsTo({}, as('unit-head', { unitId: 'traffic' }))).toEqual([]);
  });
});
