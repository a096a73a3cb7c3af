import { laidOut } from '@huiyin/documents/document/laid-out';
import { describe, expect, it } from 'vitest';
import { foldCase } from '../fold.ts';
import { GROUPS, groupOf, type Group } from '../visibility.ts';
import { caseDocuments, unitIdsIn } from './case-documents.ts';
import type { CaseSource, ReasonedFact } from './case-source.ts';

let second = 0;
function fact(service: string, type: string, payload: Record<string, unknown>, reason = ''): ReasonedFact {
  second += 1;
  const occurredAt = new Date(Date.UTC(2026, 2, 2, 1, 0, second));
  const by = { personId: 'chen', roles: ['congress-desk'] };
  return { service, version: second, eventId: `e-${second}`, type, occurredAt, payload, reason, ...by };
}

const ROAD = [
  fact('intake', 'suggestion-submitted', {
    ...{ title: '关于增设过街设施的建议', facts: '校门前车多。', demands: ['增设人行横道'] },
    ...{ leadDeputyId: 'wang', cosignerIds: ['li'], period: 'in-session', submittedOn: '2026-01-14' },
  }),
  fact('intake', 'suggestion-registered', {
    ...{ number: '990101-19-5-0030', displayNumber: '第30号', title: '关于增设过街设施的建议' },
    ...{ leadDeputyId: 'wang', cosignerIds: ['li'], period: 'in-session', demands: ['增设人行横道'] },
  }),
  fact('assignment', 'assignment-made', {
    ...{ assignmentId: 'a-1', unitId: 'u-1', role: 'lead', decidingOffice: 'government-office' },
    ...{ assignedOn: '2026-01-19', clockStartOn: '2026-01-19' },
  }),
  fact('assignment', 'assignment-return-requested', {
    ...{ assignmentId: 'a-1', unitId: 'u-1', returnRequestId: 'r-1', grounds: '非职责', legalBasis: '三定' },
    ...{ proposedUnitId: 'u-2', decidingOffice: 'government-office', requestedOn: '2026-01-21' },
    signedBy: 'shi',
  }),
  fact('assignment', 'contact-recorded', {
    assignmentId: 'a-1',
    form: 'visit',
    onDate: '2026-02-02',
    round: 1,
    summary: '王秀兰代表希望暑假前开工',
  }),
  fact('assignment', 'reply-issued', {
    ...{ assignmentId: 'a-1', unitId: 'u-1', replyId: 'p-1', round: 1, resultClass: 'D', signedBy: 'shi' },
    ...{ letterNumber: '东交字〔2026〕1号', issuedOn: '2026-04-09', disclosure: 'proactive' },
    ...{ owed: [{ deputyId: 'wang' }, { deputyId: 'li' }], evidence: { legalBasis: '规范第5条' } },
    sections: [{ demand: '增设人行横道', answer: '按规范不能增设。' }],
  }),
];
const NAMES = new Map([
  ['wang', '王秀兰'],
  ['li', '李建国'],
  ['shi', '石磊'],
]);

function source(more: Partial<CaseSource> = {}, confidential = false): CaseSource {
  const file = { ...foldCase('case-1', ROAD), authorConfidential: confidential };
  return {
    ...{ file, facts: ROAD, place: '东湖区', desk: '东湖区人大常委会代表工委' },
    ...{ governmentOffice: '东湖区人民政府办公室', authorKnown: true, officials: new Map() },
    unitNames: new Map([
      ['u-1', '东湖区交通运输局'],
      ['u-2', '东湖区公安局'],
    ]),
    ...more,
  };
}

function words(of: CaseSource, kind: string): string {
  const found = caseDocuments(of, new Set(GROUPS)).find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return JSON.stringify(laidOut(found.compose(NAMES, new Map(), { name: '罗思齐', phone: '0000-5550123' })));
}

describe('the documents of a case', () => {
  it('are those its facts allow, and no others', () => {
    expect(
      caseDocuments(source(), new Set(GROUPS))
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['assignment-notice', 'contact-record', 'reply-letter', 'return-request', 'suggestion-form']);
  });

  it('are only those of the parts a reader may see', () => {
    const seen = (...groups: Group[]): string[] =>
      caseDocuments(source(), new Set(groups)).map(({ kind }) => kind);
    expect(seen('text')).toEqual(['suggestion-form', 'assignment-notice']);
    expect(seen('text', 'final-reply')).toEqual(['suggestion-form', 'assignment-notice', 'reply-letter']);
    expect(seen('contact-records')).toEqual(['return-request', 'contact-record']);
    expect(seen()).toEqual([]);
  });

  it('say what was talked about, to those who read contact records of that share', () => {
    expect(words(source(), 'contact-record')).toContain('王秀兰代表希望暑假前开工');
    const [record] = caseDocuments(source(), new Set<Group>(['contact-records'])).filter(
      ({ kind }) => kind === 'contact-record',
    );
    expect(record).toMatchObject({ needs: ['contact-records'], assignmentId: 'a-1' });
    expect(groupOf('assignment', 'contact-recorded')).toBe('contact-records');
  });

  it('name people, units and congress in words', () => {
    const letter = words(source(), 'reply-letter');
    expect(letter).toContain('王秀兰、李建国代表');
    expect(letter).toContain('东湖区第十九届人民代表大会');
    expect(letter).toContain('石磊');
    expect(letter).toContain('抄送：东湖区人大常委会代表工委，东湖区人民政府办公室。');
    expect(letter).toContain('联系单位：东湖区交通运输局，联系人：罗思齐，联系电话：0000-5550123');
    expect(words(source(), 'return-request')).toContain('建议由东湖区公安局办理。');
    expect(words(source(), 'return-request')).toContain('石磊');
  });

  it('state the contact of their unit with its phone in the letter to the deputies alone', () => {
    const stating = caseDocuments(source(), new Set(GROUPS)).filter(({ statesContact }) => statesContact);
    expect(stating.map(({ kind, unitId }) => [kind, unitId])).toEqual([['reply-letter', 'u-1']]);
    for (const kind of ['suggestion-form', 'contact-record', 'return-request'])
      expect(words(source(), kind)).not.toContain('0000-5550123');
  });

  it('call a confidential author 代表, whoever reads', () => {
    const letter = words(source({}, true), 'reply-letter');
    expect(letter).toContain('"salutation":"代表"');
    const form = words(source({ authorKnown: false }, true), 'suggestion-form');
    for (const text of [letter, form]) {
      expect(text).not.toContain('王秀兰');
      expect(text).not.toContain('李建国');
    }
    expect(form).toContain('代表（要求保密）');
  });

  it('about urging and evaluation are for those who read colours, evaluations and what a unit does', () => {
    const unit = { unitId: 'u-1', assignmentId: 'a-1' };
    const later = [
      fact('supervision', 'unit-urged', { ...unit, urgeId: 'd-1' }, '将到期'),
      fact('supervision', 'supervision-letter-sent', { ...unit, letterId: 'l-1' }, '逾期'),
      fact('supervision', 'talk-called', { ...unit, talkId: 't-1' }, '逾期'),
      fact('supervision', 'talk-held', { ...unit, talkId: 't-1' }),
      fact('evaluation', 'rehandling-ordered', { ...unit, round: 2 }),
      fact('evaluation', 'rectification-ordered', { ...unit, rectificationId: 'z-1', attempt: 1 }),
      fact('evaluation', 'rectification-submitted', { ...unit, rectificationId: 'z-1', attempt: 1 }),
    ];
    const facts = [...ROAD, ...later];
    const seen = (group: Group): string[] =>
      caseDocuments(source({ facts }), new Set([group])).map(({ kind }) => kind);
    expect(seen('colours')).toEqual(['urge-slip', 'supervision-letter', 'talk-notice', 'talk-minutes']);
    expect(seen('evaluation')).toEqual(['rehandling-notice']);
    expect(seen('contact-records')).toEqual(
      expect.arrayContaining(['rectification-notice', 'rectification-report']),
    );
  });

  it('ask for the names of every unit that a fact names', () => {
    expect([...unitIdsIn(ROAD)].toSorted()).toEqual(['u-1', 'u-2']);
  });
});
