import { readFileSync } from 'node:fs';
import type { Role } from '@huiyin/kernel/actor';
import { describe, expect, it } from 'vitest';
import { factTeller } from '../../test/fact-teller.ts';
import { availableActs, OFFERS } from './available-acts.ts';
import type { Fact } from './fact.ts';
import { foldCase } from './fold.ts';
import { nextAct } from './next-act.ts';

const fact = factTeller();

const a1 = { assignmentId: 'a1', unitId: 'zhujian', role: 'lead', decidingOffice: 'government-office' };
const a2 = { assignmentId: 'a2', unitId: 'caizheng', role: 'co', decidingOffice: 'government-office' };
const submitted = { leadDeputyId: 'lin', cosignerIds: ['su'], title: '加装电梯' };
const meeting = {
  ...{ meetingId: 'm1', kind: 'dual-confirmation', assignmentId: 'a1', startsAt: '2026-01-14T02:00:00Z' },
  participantIds: ['lin', 'luo'],
};

const SUBMITTED = [fact('intake', 'suggestion-submitted', '2026-01-06', submitted)];
const REGISTERED = [...SUBMITTED, fact('intake', 'suggestion-registered', '2026-01-07')];
const CLASSIFIED = [
  ...REGISTERED,
  fact('assignment', 'suggestion-classified', '2026-01-07', { handlingType: 'general' }),
];
const ASSIGNED = [
  ...CLASSIFIED,
  fact('assignment', 'assignment-made', '2026-01-08', a1),
  fact('assignment', 'assignment-made', '2026-01-08', a2),
];
const MET = [
  ...ASSIGNED,
  fact('assignment', 'assignment-acknowledged', '2026-01-09', a1),
  fact('assignment', 'assignment-acknowledged', '2026-01-09', a2),
  fact('meeting', 'meeting-scheduled', '2026-01-10', meeting),
  fact('meeting', 'meeting-held', '2026-01-14', { ...meeting, heldOn: '2026-01-14', presentIds: ['lin'] }),
];
const PLANNED = [
  ...MET,
  fact('meeting', 'dual-confirmation-completed', '2026-01-15', {
    ...{ meetingId: 'm1', assignmentId: 'a1', manner: 'both' },
  }),
  fact('assignment', 'plan-filed', '2026-01-20', { assignmentId: 'a1', planVersion: 1 }),
  fact('assignment', 'contact-recorded', '2026-01-21', { assignmentId: 'a1', round: 1 }),
  fact('assignment', 'reply-drafted', '2026-01-22', { assignmentId: 'a1', replyId: 'r1', round: 1 }),
];
const NOT_RESPONDING = fact('meeting', 'dual-confirmation-completed', '2026-01-15', {
  ...{ meetingId: 'm1', assignmentId: 'a1', manner: 'deputy-not-responding' },
});
const BY_TELEPHONE = fact('assignment', 'contact-recorded', '2026-01-21', {
  ...{ assignmentId: 'a1', round: 1, form: 'telephone', outcome: 'talked' },
});
const DECLINED = fact('assignment', 'contact-recorded', '2026-01-22', {
  ...{ assignmentId: 'a1', round: 1, form: 'visit', outcome: 'declined' },
});
const ISSUED = [
  ...PLANNED,
  fact('assignment', 'reply-issued', '2026-02-01', { ...a1, replyId: 'r1', round: 1, owed: [{}, {}] }),
];
const DELIVERED = [
  ...ISSUED,
  ...['lin', 'su'].map((deputyId) =>
    fact('assignment', 'reply-delivered', '2026-02-02', {
      ...{ replyId: 'r1', assignmentId: 'a1', deputy: { deputyId }, allDelivered: deputyId === 'su' },
    }),
  ),
];

type Reader = readonly [role: Role, personId: string, unitId?: string];
const LEAD: Reader = ['deputy', 'lin'];
const COSIGNER: Reader = ['deputy', 'su'];
const DESK: Reader = ['congress-desk', 'xu'];
const OFFICE: Reader = ['government-office', 'guo'];
const HEAD: Reader = ['unit-head', 'fang', 'zhujian'];
const LIAISON: Reader = ['unit-liaison', 'luo', 'zhujian'];
const CO_LIAISON: Reader = ['unit-liaison', 'jin', 'caizheng'];

function acts(
  facts: readonly Fact[],
  [role, personId, unitId]: Reader,
  around = { leadInOffice: true },
): string[] {
  const reader = { tenant: 'donghu', personId, roles: [role], ...(unitId === undefined ? {} : { unitId }) };
  return availableActs(foldCase('c1', facts), reader, around).map(
    ({ act, targetId }) => `${act} ${targetId}`,
  );
}

describe('what a reader may do now', () => {
  it('names operations of the API', () => {
    const openApi = new URL('../../../gateway/openapi.json', import.meta.url);
    const { paths } = JSON.parse(readFileSync(openApi, 'utf8')) as {
      paths: Record<string, Record<string, { operationId?: string }>>;
    };
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    const known = new Set(operations.map(({ operationId }) => operationId));
    expect(OFFERS.map(({ act }) => act).filter((act) => !known.has(act))).toEqual([]);
  });

  it('the desk registers what is submitted, classifies what is registered, then hands over', () => {
    expect(acts(SUBMITTED, DESK)).toEqual([
      'registerSuggestion c1',
      'returnForCorrection c1',
      'declineSuggestion c1',
    ]);
    expect(acts(REGISTERED, DESK)).toEqual([
      'declineSuggestion c1',
      'mergeSuggestion c1',
      'classifySuggestion c1',
      'moveRules c1',
    ]);
    expect(acts(CLASSIFIED, DESK)).toContain('assignSuggestion c1');
    expect(acts(ASSIGNED, DESK)).toContain('moveRules c1');
    expect(acts(ASSIGNED, LIAISON)).not.toContain('moveRules c1');
  });

  it('the head signs what the unit prepared, which the liaison cannot', () => {
    const head: Reader = ['unit-head', 'tian', 'caizheng'];
    expect(acts(MET, head)).toEqual(expect.arrayContaining(['giveCoOpinion a2', 'draftCoOpinion a2']));
    expect(acts(MET, CO_LIAISON)).toContain('draftCoOpinion a2');
    expect(acts(MET, CO_LIAISON)).not.toContain('giveCoOpinion a2');
  });

  it('a task force gets packages from its conveners; each unit reports its own, once', () => {
    const held = (packageId: string, unitId: string) => ({ packageId, unitId, task: '设计' });
    const formed = [
      ...ASSIGNED,
      fact('assignment', 'task-force-formed', '2026-01-09', {
        ...{ taskForceId: 't1', unitIds: ['zhujian', 'caizheng'] },
        workPackages: [held('w1', 'zhujian'), held('w2', 'caizheng')],
      }),
    ];
    expect(acts(formed, DESK)).toEqual(
      expect.arrayContaining(['addWorkPackage t1', 'amendWorkPackage w1', 'amendWorkPackage w2']),
    );
    expect(acts(formed, ['council', 'su'])).toContain('addWorkPackage t1');
    const done = (facts: readonly Fact[], reader: Reader): string[] =>
      acts(facts, reader).filter((act) => act.startsWith('completeWorkPackage'));
    expect(done(formed, LIAISON)).toEqual(['completeWorkPackage w1']);
    expect(done(formed, CO_LIAISON)).toEqual(['completeWorkPackage w2']);
    const completed = [
      ...formed,
      fact('assignment', 'work-package-completed', '2026-01-20', { packageId: 'w2', unitId: 'caizheng' }),
      fact('assignment', 'work-package-amended', '2026-01-20', { workPackage: held('w1', 'caizheng') }),
    ];
    expect(done(completed, CO_LIAISON)).toEqual(['completeWorkPackage w1']);
    const dissolved = [...completed, fact('assignment', 'task-force-dissolved', '2026-02-20')];
    expect(acts(dissolved, DESK).filter((act) => act.includes('WorkPackage'))).toEqual([]);
  });

  it('the lead takes invitations back while writing, and nobody else', () => {
    const drafted = fact('intake', 'suggestion-drafted', '2026-01-05', { leadDeputyId: 'lin' });
    const invited = fact('intake', 'cosignature-requested', '2026-01-05', { deputyIds: ['su'] });
    const removed = fact('intake', 'cosigner-removed', '2026-01-05', { deputyId: 'su' });
    expect(acts([drafted], LEAD)).not.toContain('removeCosigner c1');
    expect(acts([drafted, invited], LEAD)).toContain('removeCosigner c1');
    expect(acts([drafted, invited], DESK)).not.toContain('removeCosigner c1');
    expect(acts([drafted, invited, removed], LEAD)).not.toContain('removeCosigner c1');
    expect(acts([drafted, invited, ...SUBMITTED], LEAD)).not.toContain('removeCosigner c1');
  });

  it('a motion is registered only once the desk has recorded the presidium’s decision', () => {
    const motion = [fact('intake', 'suggestion-submitted', '2026-01-06', { ...submitted, kind: 'motion' })];
    expect(acts(motion, DESK)).toContain('convertMotion c1');
    expect(acts(motion, DESK)).not.toContain('registerSuggestion c1');
    expect(acts(motion, LEAD)).not.toContain('convertMotion c1');
    const converted = [...motion, fact('intake', 'suggestion-converted', '2026-01-07')];
    expect(acts(converted, DESK)).toContain('registerSuggestion c1');
    expect(acts(converted, DESK)).not.toContain('convertMotion c1');
    expect(acts(SUBMITTED, DESK)).not.toContain('convertMotion c1');
    expect(nextAct(foldCase('c1', motion)).act).toBe('convert');
  });

  it('the liaison signs for each unit its own share, and for nobody else’s', () => {
    expect(acts(ASSIGNED, LIAISON)).toContain('acknowledgeAssignment a1');
    expect(acts(ASSIGNED, CO_LIAISON)).toContain('acknowledgeAssignment a2');
    expect(acts(ASSIGNED, LIAISON)).not.toContain('acknowledgeAssignment a2');
    expect(acts(MET, LIAISON)).not.toContain('acknowledgeAssignment a1');
    expect(acts(ASSIGNED, ['unit-clerk', 'p', 'zhujian'])).not.toContain('acknowledgeAssignment a1');
  });

  it('a return that is asked for is the deciding office’s to decide', () => {
    const asked = fact('assignment', 'assignment-return-requested', '2026-01-10', {
      ...{ assignmentId: 'a1', returnRequestId: 'q1', unitId: 'zhujian' },
    });
    expect(acts([...MET, asked], OFFICE)).toContain('decideReturn q1');
    expect(acts([...MET, asked], DESK)).not.toContain('decideReturn q1');
    const granted = fact('assignment', 'assignment-returned', '2026-01-11', {
      ...{ assignmentId: 'a1', returnRequestId: 'q1' },
    });
    expect(acts([...MET, asked, granted], OFFICE)).toContain('reassignShare a1');
    expect(acts([...MET, asked, granted], OFFICE)).not.toContain('decideReturn q1');
    expect(acts([...MET, asked, granted], LIAISON)).toEqual([]);
  });

  it('both sides confirm the record once, each for itself', () => {
    expect(acts(MET, LEAD)).toContain('confirmMeeting m1');
    expect(acts(MET, HEAD)).toContain('confirmMeeting m1');
    expect(acts(MET, COSIGNER)).not.toContain('confirmMeeting m1');
    const confirmed = fact('meeting', 'meeting-confirmed', '2026-01-14', { meetingId: 'm1', side: 'deputy' });
    expect(acts([...MET, confirmed], LEAD)).not.toContain('confirmMeeting m1');
    expect(acts([...MET, confirmed], HEAD)).toContain('confirmMeeting m1');
  });

  it('the head alone signs the reply, once all that stands before it is done', () => {
    expect(acts(MET, HEAD)).not.toContain('issueReply a1');
    expect(acts(PLANNED, HEAD)).toContain('issueReply a1');
    expect(acts(PLANNED, LIAISON)).not.toContain('issueReply a1');
    const telephoned = [...PLANNED.slice(0, -2), BY_TELEPHONE, ...PLANNED.slice(-1)];
    expect(acts(telephoned, HEAD)).toContain('issueReply a1');
    const unheard = telephoned.map((each) =>
      each.type === 'dual-confirmation-completed' ? NOT_RESPONDING : each,
    );
    expect(acts(unheard, HEAD)).not.toContain('issueReply a1');
    expect(acts([...unheard, DECLINED], HEAD)).toContain('issueReply a1');
    expect(acts(PLANNED, LIAISON)).toContain('draftReply a1');
    expect(acts(ISSUED, LIAISON)).toContain('deliverReply r1');
    expect(acts(DELIVERED, LIAISON)).not.toContain('deliverReply r1');
  });

  it('the lead deputy evaluates what was delivered, the co-signer gives an opinion, the unit neither', () => {
    expect(acts(ISSUED, LEAD)).not.toContain('submitEvaluation c1');
    expect(acts(DELIVERED, LEAD)).toContain('submitEvaluation c1');
    expect(acts(DELIVERED, COSIGNER)).toContain('giveCosignerOpinion c1');
    expect(acts(DELIVERED, COSIGNER)).not.toContain('submitEvaluation c1');
    for (const unit of [HEAD, LIAISON]) {
      expect(acts(DELIVERED, unit).filter((act) => /Evaluation|Opinion/.test(act))).toEqual([]);
    }
    const evaluated = fact('evaluation', 'suggestion-evaluated', '2026-02-10', {
      ...{ evaluationId: 'e1', assignmentId: 'a1', signedSuggestionId: 'c1', round: 1 },
    });
    expect(acts([...DELIVERED, evaluated], LEAD)).not.toContain('submitEvaluation c1');
  });

  it('what a delivered reply says can change: unit or desk say so, the head supplements, then the file is sealed', () => {
    const closed = [...DELIVERED, fact('evaluation', 'suggestion-closed', '2026-03-10')];
    for (const reader of [LIAISON, DESK]) {
      expect(acts(ISSUED, reader)).not.toContain('recordSituationChange a1');
      expect(acts(DELIVERED, reader)).toContain('recordSituationChange a1');
      expect(acts(closed, reader)).toContain('recordSituationChange a1');
    }
    expect(acts(DELIVERED, CO_LIAISON)).not.toContain('recordSituationChange a2');
    expect(acts(closed, HEAD)).toContain('supplementReply r1');
    expect(acts(closed, DESK)).toContain('sealCase c1');
    const of = { assignmentId: 'a1', replyId: 'r1' };
    const changed = [...closed, fact('assignment', 'situation-changed', '2026-03-11', of)];
    expect(acts(changed, DESK)).not.toContain('recordSituationChange a1');
    expect(acts(changed, DESK)).not.toContain('sealCase c1');
    const supplemented = [...changed, fact('assignment', 'reply-supplemented', '2026-03-12', of)];
    expect(acts(supplemented, DESK)).toContain('sealCase c1');
    const sealed = [...supplemented, fact('archive', 'case-sealed', '2026-03-13')];
    expect(acts(sealed, HEAD)).not.toContain('supplementReply r1');
  });

  it('a co-signer takes the lead, or the desk names one, once the lead deputy has left office', () => {
    const left = { leadInOffice: false };
    for (const reader of [COSIGNER, DESK]) {
      expect(acts(ASSIGNED, reader)).not.toContain('takeLead c1');
      expect(acts(ASSIGNED, reader, left)).toContain('takeLead c1');
    }
    for (const reader of [LEAD, OFFICE, HEAD])
      expect(acts(ASSIGNED, reader, left)).not.toContain('takeLead c1');
    const passed = fact('intake', 'lead-passed', '2026-02-03', {
      ...{ fromDeputyId: 'lin', leadDeputyId: 'su', cosignerIds: ['lin'] },
    });
    expect(acts([...DELIVERED, passed], COSIGNER)).toContain('submitEvaluation c1');
    expect(acts([...DELIVERED, passed], LEAD)).toContain('giveCosignerOpinion c1');
    expect(acts([...DELIVERED, passed], LEAD)).not.toContain('submitEvaluation c1');
  });

  it('a colour changed by hand waits for another person', () => {
    const clock = { clockId: 'k1', kind: 'reply', owner: 'unit', unitId: 'zhujian' };
    const asked = [
      fact('supervision', 'clock-started', '2026-01-08', clock),
      fact('supervision', 'colour-override-requested', '2026-01-20', { clockId: 'k1', firstPersonId: 'xu' }),
    ];
    expect(acts([...MET, ...asked], DESK)).not.toContain('confirmOverride k1');
    expect(acts([...MET, ...asked], ['congress-desk', 'he'])).toContain('confirmOverride k1');
    expect(acts([...MET, ...asked], OFFICE)).toContain('urgeUnit k1');
    expect(acts([...MET, ...asked], LIAISON)).not.toContain('urgeUnit k1');
  });

  it('nothing is left to do about a withdrawn suggestion but to seal it', () => {
    const withdrawn = fact('intake', 'suggestion-withdrawn', '2026-01-20');
    expect(acts([...ASSIGNED, withdrawn], DESK)).toEqual(['sealCase c1']);
    for (const reader of [LEAD, COSIGNER, OFFICE, HEAD, LIAISON, CO_LIAISON]) {
      expect(acts([...ASSIGNED, withdrawn], reader)).toEqual([]);
    }
  });
});
