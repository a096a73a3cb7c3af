import { describe, expect, it } from 'vitest';
import { announce } from './announcement.ts';

describe('an announcement', () => {
  it('tells the liaison of the unit and the lead deputy of an assignment', () => {
    expect(announce('assignment', 'assignment-made', { unitId: 'zhujian' })).toEqual({
      to: [{ kind: 'role', role: 'unit-liaison', unitId: 'zhujian' }, { kind: 'lead-deputy' }],
      text: '建议已交办',
    });
  });

  it('tells nobody when a colour turns green, and the desk and the unit when it turns red', () => {
    expect(announce('supervision', 'colour-changed', { toColour: 'green', unitId: 'u' })?.to).toEqual([]);
    expect(announce('supervision', 'colour-changed', { toColour: 'red', unitId: 'u' })?.to).toHaveLength(2);
    expect(announce('supervision', 'colour-changed', { toColour: 'red' })?.to).toHaveLength(1);
  });

  it('tells each deputy of the own copy of a reply, and asks only leads for the evaluation', () => {
    const told = (isLead: boolean) =>
      announce('assignment', 'reply-delivered', { deputy: { deputyId: 'su', suggestionId: 'c2', isLead } });
    const to = [{ kind: 'person', personId: 'su' }];
    expect(told(true)).toEqual({ to, text: '答复已送达，请填写征询意见表' });
    expect(told(false)).toEqual({ to, text: '答复已送达' });
  });

  it('reminds the deputy who has not evaluated, with the last day for it', () => {
    const fact = { personId: 'su', ordinal: 2, dueDate: '2026-06-23' };
    expect(announce('supervision', 'feedback-reminded', fact)).toMatchObject({
      ...{ to: [{ kind: 'person', personId: 'su' }], dueOn: '2026-06-23' },
    });
  });

  it('tells the former and the new lead when a co-signer takes the lead', () => {
    const passed = { fromDeputyId: 'wang', leadDeputyId: 'li', cosignerIds: ['wang'] };
    expect(announce('intake', 'lead-passed', passed)?.to).toEqual([
      { kind: 'person', personId: 'wang' },
      { kind: 'person', personId: 'li' },
    ]);
  });

  it('tells the lead deputies of both suggestions that they were merged', () => {
    const lead = [{ kind: 'lead-deputy' }];
    expect(announce('intake', 'suggestion-merged', { parentId: 'c2' })?.to).toEqual(lead);
    expect(announce('intake', 'suggestion-absorbed', { childNumber: '990101-19-5-0030' })).toEqual({
      to: lead,
      text: '内容相同的建议990101-19-5-0030并入您的建议一起办理',
    });
  });

  it('tells every unit that had a share when a case ends', () => {
    const ended = announce('assignment', 'case-ended', {
      cause: 'withdrawn',
      unitIds: ['jiaotong', 'gongan'],
    });
    expect(ended?.to).toEqual([
      { kind: 'role', role: 'unit-liaison', unitId: 'jiaotong' },
      { kind: 'role', role: 'unit-liaison', unitId: 'gongan' },
    ]);
  });

  it('tells the unit and the lead deputy that the situation changed, and of the supplement', () => {
    expect(announce('assignment', 'situation-changed', { unitId: 'u' })?.to).toEqual([
      { kind: 'role', role: 'unit-liaison', unitId: 'u' },
      { kind: 'role', role: 'unit-head', unitId: 'u' },
      { kind: 'lead-deputy' },
    ]);
    expect(announce('assignment', 'reply-supplemented', {})?.to).toContainEqual({ kind: 'lead-deputy' });
  });

  it('tells the head that an opinion waits for the signature, and the unit of its work package', () => {
    expect(announce('assignment', 'co-opinion-drafted', { unitId: 'u' })?.to).toEqual([
      { kind: 'role', role: 'unit-head', unitId: 'u' },
    ]);
    expect(announce('assignment', 'work-package-added', { workPackage: { unitId: 'u' } })?.to).toEqual([
      { kind: 'role', role: 'unit-liaison', unitId: 'u' },
    ]);
  });

  it('tells the unit that lost a share, not only the one that got it', () => {
    const moved = announce('assignment', 'assignment-reassigned', { fromUnitId: 'old', unitId: 'new' });
    expect(moved?.to).toContainEqual({ kind: 'role', role: 'unit-liaison', unitId: 'old' });
  });

  it('tells the deputies who were 不满意, and the unit, why there is no re-handling (SH21)', () => {
    const waived = { deputyIds: ['lin', 'zhao'], unitId: 'u' };
    expect(announce('evaluation', 'rehandling-waived', waived)?.to).toEqual([
      { kind: 'person', personId: 'lin' },
      { kind: 'person', personId: 'zhao' },
      { kind: 'role', role: 'unit-liaison', unitId: 'u' },
    ]);
  });

  it('tells the desk and the 主任会议 of an undertaking that was not kept', () => {
    expect(announce('supervision', 'talk-checked', { undertakingKept: false })?.to).toEqual([
      { kind: 'role', role: 'congress-desk' },
      { kind: 'role', role: 'council' },
    ]);
    expect(announce('supervision', 'talk-checked', { undertakingKept: true })?.to).toEqual([]);
  });

  it('urges liaison and clerk, the head where it is for the head, and copies 政府办 (domain.md §2.5)', () => {
    const of = (role: string) => ({ kind: 'role', role, unitId: 'u' });
    const copy = { kind: 'government-office-of', unitId: 'u' };
    const urged = (toHead: boolean) => announce('supervision', 'unit-urged', { unitId: 'u', toHead })?.to;
    expect(urged(false)).toEqual([of('unit-liaison'), of('unit-clerk'), copy]);
    expect(urged(true)).toEqual([of('unit-liaison'), of('unit-clerk'), of('unit-head'), copy]);
  });

  it('tells whoever is asked to decide: 延期 the desk, 协调 the office, the colour a second person', () => {
    const desk = { kind: 'role', role: 'congress-desk' };
    const office = { kind: 'role', role: 'government-office' };
    const coordination = (decidingOffice: string) =>
      announce('assignment', 'coordination-requested', { decidingOffice })?.to;
    expect(announce('assignment', 'extension-requested', { unitId: 'u' })?.to).toEqual([desk]);
    expect(coordination('government-office')).toEqual([office]);
    expect(coordination('congress-desk')).toEqual([desk]);
    const override = announce('supervision', 'colour-override-requested', { firstPersonId: 'xu' });
    expect(override).toMatchObject({ to: [desk, { kind: 'role', role: 'council' }], except: 'xu' });
  });

  it('tells the sender of the answer to a letter, and the desk of a talk that it owes', () => {
    const answered = (office: string) =>
      announce('supervision', 'supervision-letter-answered', { office, unitId: 'u' })?.to;
    expect(answered('government-office')).toEqual([{ kind: 'role', role: 'government-office' }]);
    expect(answered('')).toEqual([{ kind: 'role', role: 'congress-desk' }]);
    expect(announce('supervision', 'talk-called', { unitId: 'u' })?.to).toEqual([
      { kind: 'role', role: 'unit-head', unitId: 'u' },
      { kind: 'role', role: 'congress-desk' },
    ]);
  });

  it('tells the committees of a joint study, and the 主任会议 of what it decides', () => {
    const escalated = (stage: string) =>
      announce('evaluation', 'suggestion-escalated', { stage, unitId: 'u', overseerIds: ['chenghuan'] })?.to;
    const desk = { kind: 'role', role: 'congress-desk' };
    expect(escalated('joint-study')).toEqual([
      desk,
      { kind: 'role', role: 'committee', unitId: 'chenghuan' },
    ]);
    expect(escalated('council')).toEqual([desk, { kind: 'role', role: 'council' }]);
  });

  it('tells units of a key mark that their reply waits for the plan, and who supervises it', () => {
    const marked = { unitIds: ['u'], supervisorId: 'shi', supervisingUnitId: 'chenghuan' };
    expect(announce('assignment', 'suggestion-marked-key', marked)?.to).toEqual([
      ...['unit-liaison', 'unit-clerk', 'unit-head'].map((role) => ({ kind: 'role', role, unitId: 'u' })),
      { kind: 'person', personId: 'shi' },
      { kind: 'role', role: 'committee', unitId: 'chenghuan' },
    ]);
    // Told before it named its units.
    expect(announce('assignment', 'suggestion-marked-key', {})?.to).toEqual([]);
  });

  it('tells the unit that leads of an opinion it has to judge, and the deputy and the desk of a look-back', () => {
    const given = { unitId: 'co', leadUnitId: 'u' };
    expect(announce('assignment', 'co-opinion-given', given)?.to).toEqual(
      ['unit-liaison', 'unit-head'].map((role) => ({ kind: 'role', role, unitId: 'u' })),
    );
    expect(announce('meeting', 'look-back-required', {})?.to).toEqual([
      { kind: 'lead-deputy' },
      { kind: 'role', role: 'congress-desk' },
    ]);
  });

  it('tells the desk of a withdrawal, but not of a draft’s', () => {
    const withdrawn = (submitted?: boolean) => announce('intake', 'suggestion-withdrawn', { submitted })?.to;
    expect(withdrawn(true)).toEqual([{ kind: 'role', role: 'congress-desk' }]);
    expect(withdrawn(false)).toEqual([]);
    expect(withdrawn()).toEqual([]);
  });

  it('tells whoever owes the step that turned yellow, besides the desk', () => {
    const yellow = (owing: object) =>
      announce('supervision', 'colour-changed', { toColour: 'yellow', ...owing })?.to.slice(1);
    expect(yellow({ owner: 'office', decidingOffice: 'government-office' })).toEqual([
      { kind: 'role', role: 'government-office' },
    ]);
    expect(yellow({ owner: 'deputy', personId: 'wang' })).toEqual([{ kind: 'person', personId: 'wang' }]);
    expect(yellow({ owner: 'committee', overseerIds: ['chenghuan'] })).toEqual([
      { kind: 'role', role: 'committee', unitId: 'chenghuan' },
    ]);
    // Before the owner was told.
    expect(yellow({})).toEqual([]);
  });

  it('tells everybody who was invited that a meeting was moved or does not take place', () => {
    const to = ['wang', 'luo'].map((personId) => ({ kind: 'person', personId }));
    for (const type of ['meeting-scheduled', 'meeting-rescheduled', 'meeting-cancelled'])
      expect(announce('meeting', type, { participantIds: ['wang', 'luo'] })?.to, type).toEqual(to);
  });

  it('tells whoever invited that somebody declined, and the desk where nobody knows who did', () => {
    const declined = (convenerId?: string) =>
      announce('meeting', 'meeting-declined', { personId: 'wang', convenerId })?.to;
    expect(declined('luo')).toEqual([{ kind: 'person', personId: 'luo' }]);
    expect(declined('')).toEqual([{ kind: 'role', role: 'congress-desk' }]);
    expect(declined()).toEqual([{ kind: 'role', role: 'congress-desk' }]);
  });

  it('says nothing of facts that concern nobody in particular', () => {
    expect(announce('supervision', 'clock-started', {})).toBeUndefined();
  });

  it('tells the desk that a ballot opened, and nobody of checking in or casting', () => {
    expect(announce('evaluation', 'ballot-opened', { voters: 6 })?.to).toEqual([
      { kind: 'role', role: 'congress-desk' },
    ]);
    for (const type of ['ballot-check-in-closed', 'ballot-casting-opened', 'ballot-closed'])
      expect(announce('evaluation', type, {}), type).toBeUndefined();
  });

  it('never tells a unit what the deputy answered before the desk has it', () => {
    const to = announce('evaluation', 'suggestion-evaluated', { unitId: 'u' })?.to ?? [];
    expect(to.some((each) => each.kind === 'role' && each.role.startsWith('unit-'))).toBe(false);
  });
});
