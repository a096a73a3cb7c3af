import { localDate } from '@huiyin/kernel/local-date';
import { describe, expect, it } from 'vitest';
import {
  acknowledge,
  assign,
  assigned,
  Case,
  classify,
  confirmed,
  contact,
  FINANCE,
  LEAD,
  plan,
  POLICE,
  SIGNED,
  TRAFFIC,
  types,
  unit,
} from '../../test/given.ts';
import { decideAssignment } from './assign-suggestion.ts';
import type { Circumstances } from './clock-fact.ts';
import {
  decideCoOpinion,
  decideCoOpinionAccepted,
  decideCoOpinionDraft,
  decideCoOpinionSentBack,
} from './co-opinion.ts';
import { decideCoordinationMet, decideCoordinationRequest, decideCoordinationResult } from './coordinate.ts';
import { decideDifficulty, decideDifficultyResolved } from './difficulty.ts';
import type { OpinionParts } from './opinion-words.ts';
import { decideContact } from './record-contact.ts';
import { decideReturn, decideReturnRequest } from './return-assignment.ts';
import type { SuggestionCase } from './suggestion-case.ts';

const CO = 'share-2';
const GIVEN = '我局同意在上下学时段安排护学岗两人。';

/** 区交通运输局 leads with 区公安局, which has signed. */
const shared = (): Case =>
  new Case()
    .next('03-02', classify())
    .next('03-02', assign([TRAFFIC, 'lead'], [POLICE, 'co']))
    .next('03-03', acknowledge(CO));

const PARTS: OpinionParts = { facts: '校门口每日接送车辆三百余台。', commitments: [], resultClass: 'A' };
const give =
  (opinion = GIVEN, assignmentId = CO, opinionId = 'o-1', parts: Partial<OpinionParts> = {}) =>
  (state: SuggestionCase, on: Circumstances) =>
    decideCoOpinion(
      state,
      { ...PARTS, ...parts, assignmentId, opinionId, opinion, signedBy: 'head', textHash: 'hash' },
      on,
    );
const sendBack =
  (reason: string, opinionId = 'o-1') =>
  (state: SuggestionCase, on: Circumstances) =>
    decideCoOpinionSentBack(state, { opinionId, reason }, on);

const reportDifficulty = (assignmentId: string) => (state: SuggestionCase) =>
  decideDifficulty(state, { assignmentId, severity: 'red', description: '资金缺口80万元' });

describe('the opinion of a co-handler', () => {
  it('is given once by a co-handler who signed, and has substance', () => {
    expect(shared().refuses('03-05', give(GIVEN, LEAD))).toBe('not-a-co-share');
    expect(shared().refuses('03-05', give('同意'))).toBe('co-opinion-empty');
    const story = shared();
    expect(story.does('03-05', give())).toMatchObject([
      { type: 'co-opinion-given', payload: { leadUnitId: TRAFFIC } },
    ]);
    expect(story.refuses('03-06', give())).toBe('co-opinion-already-given');
    const unsigned = new Case()
      .next('03-02', classify())
      .next('03-02', assign([TRAFFIC, 'lead'], [POLICE, 'co']));
    expect(unsigned.refuses('03-05', give())).toBe('not-acknowledged');
  });

  it('says what is so, what the unit makes of its part, and for B what it promises', () => {
    const without = (parts: Partial<OpinionParts>) => give(GIVEN, CO, 'o-1', parts);
    expect(shared().refuses('03-05', without({ facts: ' ' }))).toBe('co-opinion-facts-missing');
    expect(shared().refuses('03-05', without({ resultClass: '' }))).toBe('co-opinion-class-missing');
    expect(shared().refuses('03-05', without({ resultClass: 'B' }))).toBe('co-opinion-commitment-missing');
    const commitments = [{ text: '安排护学岗两人', dueOn: localDate('2026-04-01') }];
    const promised = shared().does('03-05', without({ resultClass: 'B', commitments }));
    expect(promised).toMatchObject([{ payload: { ...PARTS, resultClass: 'B', commitments } }]);
    const nothing = [{ text: ' ', dueOn: localDate('2026-04-01') }];
    expect(shared().refuses('03-05', without({ commitments: nothing }))).toBe(
      'co-opinion-commitment-missing',
    );
    const due = (day: string) =>
      without({ resultClass: 'B', commitments: [{ text: '安排护学岗两人', dueOn: localDate(day) }] });
    expect(shared().refuses('03-05', due('2026-03-04'))).toBe('promise-invalid');
    expect(types(shared().does('03-05', due('2026-03-05')))).toEqual(['co-opinion-given']);
  });

  it('is drafted as far as it has got', () => {
    const draft = (opinion: string) => (state: SuggestionCase, on: Circumstances) =>
      decideCoOpinionDraft(
        state,
        { facts: '', commitments: [], resultClass: '', opinion, assignmentId: CO, draftedBy: 'liaison' },
        on,
      );
    expect(types(shared().does('03-05', draft(GIVEN)))).toEqual(['co-opinion-drafted']);
    expect(shared().refuses('03-05', draft('同意'))).toBe('co-opinion-empty');
  });

  it('goes back once, with a reason, and is then accepted', () => {
    const story = shared().next('03-05', give());
    expect(story.refuses('03-06', sendBack(''))).toBe('decision-reason-missing');
    expect(types(story.does('03-06', sendBack('请写明人数')))).toEqual(['co-opinion-sent-back']);
    story.next('03-07', give(`${GIVEN}长期执行。`, CO, 'o-2'));
    expect(story.refuses('03-08', sendBack('再写', 'o-2'))).toBe('co-opinion-sent-back-once');
    expect(types(story.does('03-08', (state) => decideCoOpinionAccepted(state, 'o-2')))).toEqual([
      'co-opinion-accepted',
    ]);
    expect(story.refuses('03-09', (state) => decideCoOpinionAccepted(state, 'o-2'))).toBe(
      'co-opinion-not-open',
    );
  });
});

describe('coordination', () => {
  const ask =
    (grounds = '职责交叉', assignmentId = LEAD) =>
    (state: SuggestionCase, on: Circumstances) =>
      decideCoordinationRequest(state, { assignmentId, coordinationId: 'k-1', grounds }, on);
  const close =
    (decision: string, responsibleUnitId = TRAFFIC) =>
    (state: SuggestionCase, on: Circumstances) =>
      decideCoordinationResult(state, { coordinationId: 'k-1', decision, responsibleUnitId }, on);

  it('is asked for by a handler with grounds, one at a time', () => {
    expect(assigned().refuses('03-03', ask(' '))).toBe('coordination-grounds-missing');
    const story = assigned();
    expect(types(story.does('03-03', ask()))).toEqual(['coordination-requested']);
    expect(story.refuses('03-04', ask())).toBe('coordination-open');
    story.next('03-04', assign([FINANCE, 'reference']));
    story.next('03-05', close('由交通部门牵头'));
    expect(story.refuses('03-06', ask('分歧', CO))).toBe('not-a-handling-share');
  });

  it('ends with a result in words, met or not', () => {
    const story = assigned().next('03-03', ask());
    expect(story.refuses('03-04', close(''))).toBe('decision-reason-missing');
    const held = { meetingId: 'm-1', on: localDate('2026-03-04') };
    expect(types(story.does('03-04', (state) => decideCoordinationMet(state, held)))).toEqual([
      'coordination-meeting-held',
    ]);
    expect(types(story.does('03-05', close('由交通部门牵头')))).toEqual(['coordination-closed']);
    expect(story.refuses('03-06', close('再议'))).toBe('coordination-not-open');
  });
});

describe('the papers of a share', () => {
  it('a return needs grounds and a legal basis, its decision a reason', () => {
    const ask = (grounds: string, legalBasis: string) => (state: SuggestionCase, on: Circumstances) => {
      const request = { assignmentId: LEAD, newId: 'r-1', grounds, legalBasis, ...SIGNED };
      return decideReturnRequest(state, request, on);
    };
    const story = assigned();
    expect(story.refuses('03-03', ask('', '三定规定'))).toBe('return-grounds-missing');
    expect(story.refuses('03-03', ask('不属职责', ''))).toBe('return-grounds-missing');
    expect(story.does('03-03', ask('不属职责', '三定规定')).at(-1)?.payload).toMatchObject({
      ...{ grounds: '不属职责', legalBasis: '三定规定', proposedUnitId: POLICE, signedBy: 'head' },
    });
    expect(story.refuses('03-04', ask('不属职责', '三定规定'))).toBe('return-already-requested');
    const decide = (reason: string) => (state: SuggestionCase, on: Circumstances) =>
      decideReturn(state, { returnRequestId: 'r-1', grant: true, reason }, on);
    expect(story.refuses('03-04', decide(''))).toBe('decision-reason-missing');
    expect(types(story.does('03-04', decide('按职责分工')))).toEqual(['assignment-returned']);
  });

  it.each([
    ['nobody', undefined, 'proposed-unit-missing'],
    ['the unit itself', { unitId: TRAFFIC, active: true }, 'same-unit'],
    ['a unit that is no more', { unitId: POLICE, active: false }, 'unit-inactive'],
  ])('a return that proposes %s instead is refused', (_whom, proposedUnit, code) => {
    const words = { grounds: '不属职责', legalBasis: '三定规定', signedBy: 'head' };
    const ask = (state: SuggestionCase, on: Circumstances) =>
      decideReturnRequest(state, { assignmentId: LEAD, newId: 'r-1', ...words, proposedUnit }, on);
    expect(assigned().refuses('03-03', ask)).toBe(code);
  });

  it('a plan has measures and a day that is still to come', () => {
    const story = assigned().next('03-03', acknowledge());
    story.hears('03-10', confirmed('03-10'));
    expect(story.refuses('03-12', plan({ solution: ' ' }))).toBe('plan-incomplete');
    expect(story.refuses('03-12', plan({ deadline: '' }))).toBe('plan-incomplete');
    expect(story.refuses('03-12', plan({ deadline: localDate('2026-03-11') }))).toBe('plan-deadline-past');
    expect(types(story.does('03-12', plan({ deadline: localDate('2026-03-12') })))).toEqual(['plan-filed']);
  });

  it('a plan is filed by a unit that owes the reply, not by a co-handler', () => {
    const story = shared().next('03-03', acknowledge());
    story.hears('03-10', confirmed('03-10'));
    expect(story.refuses('03-12', plan({}, CO))).toBe('share-owes-no-reply');
    expect(types(story.does('03-12', plan()))).toEqual(['plan-filed']);
  });

  it('a contact lies between 交办 and today, and says what was talked about', () => {
    const record = (onDate: string, summary: string) => (state: SuggestionCase, on: Circumstances) => {
      const how = { form: 'visit', outcome: 'talked', summary } as const;
      const contact = { assignmentId: LEAD, contactId: 'c-1', ...how };
      return decideContact(state, { ...contact, onDate: localDate(onDate) }, on);
    };
    expect(assigned().refuses('03-05', record('2026-03-06', '面商'))).toBe('day-in-future');
    expect(assigned().refuses('03-05', record('2026-03-01', '面商'))).toBe('contact-before-assignment');
    expect(assigned().refuses('03-05', record('2026-03-04', ''))).toBe('contact-summary-missing');
    const [recorded] = assigned().does('03-05', record('2026-03-04', '面商过街方案'));
    expect(recorded?.payload).toMatchObject({ summary: '面商过街方案', round: 1 });
  });

  it('five hundred contacts are recorded at most', () => {
    const story = assigned();
    for (let count = 0; count < 500; count += 1) story.next('03-05', contact());
    expect(story.share().contacts.total).toBe(500);
    expect(story.refuses('03-05', contact())).toBe('contacts-limit');
  });

  it.each([
    ['a contact', contact],
    ['a difficulty', reportDifficulty],
  ] as const)('%s is told by a unit that handles it, with others too', (_name, tell) => {
    const story = shared().next('03-04', assign([FINANCE, 'reference']));
    expect(story.refuses('03-05', tell('share-3'))).toBe('not-a-handling-share');
    story.next('03-05', reportDifficulty(LEAD));
    const request = { newId: 'r-1', grounds: '不属职责', legalBasis: '三定规定', ...SIGNED };
    story.next('03-05', (state, on) => decideReturnRequest(state, { assignmentId: LEAD, ...request }, on));
    const granted = { returnRequestId: 'r-1', grant: true, reason: '按职责分工' };
    story.next('03-06', (state, on) => decideReturn(state, granted, on));
    const resolved = { assignmentId: LEAD, how: '财政追加预算' };
    expect(story.refuses('03-06', (state) => decideDifficultyResolved(state, resolved))).toBe(
      'not-a-handling-share',
    );
    expect(story.refuses('03-06', tell(LEAD))).toBe('not-a-handling-share');
    expect(story.does('03-06', tell(CO))).toMatchObject([{ payload: { assignmentId: CO } }]);
  });
});

describe('a case merged into another', () => {
  it('is decided there: here it is neither classified nor handed over, and its shares are over', () => {
    const merged = { type: 'merged', parentId: 's-9', clocks: [] } as const;
    const waiting = new Case().next('03-02', classify());
    waiting.hears('03-03', merged);
    expect(waiting.refuses('03-03', classify())).toBe('case-merged');
    expect(waiting.refuses('03-03', assign([TRAFFIC, 'lead']))).toBe('case-merged');
    const handled = assigned();
    handled.hears('03-03', merged);
    expect(handled.refuses('03-03', acknowledge())).toBe('case-merged');
  });
});

describe('handing over', () => {
  it('goes only to units that exist and are active, and a reference unit signs nothing', () => {
    const closed = unit(POLICE, { active: false });
    const toClosed = (state: SuggestionCase, on: Circumstances) =>
      decideAssignment(
        state,
        { shares: [{ id: 'share-1', role: 'lead', unit: closed }], wishReason: '' },
        on,
      );
    expect(new Case().next('03-02', classify()).refuses('03-02', toClosed)).toBe('unit-inactive');
    const story = assigned().next('03-02', assign([FINANCE, 'reference']));
    expect(story.refuses('03-03', acknowledge(CO))).toBe('not-a-handling-share');
  });
});
