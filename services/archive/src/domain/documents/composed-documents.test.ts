import { laidOut } from '@huiyin/documents/document/laid-out';
import { expect, it } from 'vitest';
import { foldCase } from '../fold.ts';
import { GROUPS } from '../visibility.ts';
import { caseDocuments } from './case-documents.ts';
import { DOCUMENT_KINDS, type CaseSource, type ReasonedFact } from './case-source.ts';

let second = 0;
function fact(service: string, type: string, payload: Record<string, unknown>, reason = ''): ReasonedFact {
  second += 1;
  const occurredAt = new Date(Date.UTC(2026, 2, 2, 1, 0, second));
  const by = { personId: 'chen', roles: ['congress-desk'] };
  return { service, version: second, eventId: `e-${second}`, type, occurredAt, payload, reason, ...by };
}

const said = { title: '关于增设过街设施的建议', leadDeputyId: 'wang', cosignerIds: [] };
const share = { assignmentId: 'a-2', unitId: 'u-2', role: 'lead', decidingOffice: 'government-office' };
const extension = { extensionId: 'x-1', assignmentId: 'a-2', unitId: 'u-2' };
const FACTS = [
  fact('intake', 'suggestion-submitted', { ...said, facts: '校门前车多。', demands: ['增设人行横道'] }),
  fact('intake', 'suggestion-registered', { ...said, number: '990101-19-5-0030', displayNumber: '第30号' }),
  fact('assignment', 'assignment-made', { ...share, clockStartOn: '2026-03-02' }),
  fact(
    'assignment',
    'assignment-reassigned',
    { assignmentId: 'a-2', unitId: 'u-2', fromUnitId: 'u-1', fromAssignmentId: 'a-1' },
    '属公安部门职责',
  ),
  fact('assignment', 'contact-recorded', {
    ...{ assignmentId: 'a-2', form: 'visit', onDate: '2026-03-03', round: 1, outcome: 'talked' },
  }),
  fact('assignment', 'contact-recorded', {
    ...{ assignmentId: 'a-2', form: 'visit', onDate: '2026-03-04', round: 1, outcome: 'declined' },
    summary: '代表在外地',
  }),
  fact('assignment', 'co-opinion-given', {
    ...{ opinionId: 'o-1', assignmentId: 'a-3', unitId: 'u-1', opinion: '同意配合施划标线。', attempt: 1 },
    ...{ givenOn: '2026-03-02', facts: '路口标线归我局养护。', resultClass: 'B' },
    commitments: [{ text: '配合封道施工', dueOn: '2026-04-05' }],
  }),
  fact('assignment', 'coordination-requested', {
    ...{ coordinationId: 'k-1', assignmentId: 'a-2', requestedByUnitId: 'u-2', grounds: '养护职责交叉' },
    decidingOffice: 'government-office',
  }),
  fact('assignment', 'coordination-closed', {
    ...{ coordinationId: 'k-1', decision: '标线由交通部门养护。', responsibleUnitId: 'u-1' },
  }),
  fact('assignment', 'extension-requested', { ...extension, grounds: '须征求沿线居民意见' }),
  fact('assignment', 'extension-granted', extension),
  fact('assignment', 'assignment-return-requested', {
    ...{ returnRequestId: 'r-1', assignmentId: 'a-2', unitId: 'u-2', grounds: '非本单位职责' },
    ...{ legalBasis: '三定规定第二条', proposedUnitId: 'u-1', decidingOffice: 'government-office' },
    ...{ requestedOn: '2026-03-02', signedBy: 'shi' },
  }),
  fact('assignment', 'plan-filed', {
    ...{ assignmentId: 'a-2', unitId: 'u-2', planVersion: 1, leaderName: '顾行远', leaderPost: '副区长' },
    ...{ solution: '先施划标线，再设信号灯。', deadline: '2026-05-20', filedOn: '2026-03-02' },
    milestones: [{ text: '完成施划', dueOn: '2026-04-10' }],
  }),
  fact('meeting', 'meeting-held', {
    ...{ meetingId: 'm-1', kind: 'dual-confirmation', assignmentId: 'a-2', heldOn: '2026-03-02' },
    presentIds: ['wang'],
    consultation: { background: '学校新建', demands: ['增设人行横道'], approach: '先易后难', measures: [] },
  }),
  fact('meeting', 'meeting-held', {
    ...{ meetingId: 'm-2', kind: 'on-site', assignmentId: 'a-2', heldOn: '2026-03-02', presentIds: ['wang'] },
    findings: '路口没有斑马线',
    decisions: [{ what: '施划斑马线', who: '东湖区公安局', dueOn: '2026-04-10' }],
  }),
  fact('assignment', 'reply-issued', {
    ...{ assignmentId: 'a-2', unitId: 'u-2', replyId: 'p-1', round: 1, resultClass: 'B', signedBy: 'shi' },
    ...{ letterNumber: '东公字〔2026〕1号', issuedOn: '2026-03-02', disclosure: 'proactive' },
    ...{ owed: [{ deputyId: 'wang' }], evidence: {}, promises: [{ text: '装信号灯', dueOn: '2026-09-30' }] },
    sections: [{ demand: '增设人行横道', answer: '四月施划。' }],
  }),
  fact('assignment', 'face-to-face-recorded', {
    ...{ assignmentId: 'a-2', replyId: 'p-1', recordId: 'f-1', onDate: '2026-03-02', place: '区公安局' },
    ...{ attendees: '石磊、王秀兰', content: '到路口看了标线位置。', scan: [], recordedOn: '2026-03-02' },
    deputy: { deputyId: 'wang', suggestionId: 'case-1', isLead: true },
  }),
  fact('assignment', 'face-to-face-signed', {
    ...{ assignmentId: 'a-2', replyId: 'p-1', recordId: 'f-1', deputyId: 'wang' },
    ...{ opinion: '希望四月底前画好。', signedOn: '2026-03-03' },
  }),
  fact('assignment', 'reply-delivered', {
    ...{ assignmentId: 'a-2', replyId: 'p-1', method: 'face-to-face', deliveredOn: '2026-03-02' },
    deputy: { deputyId: 'wang', isLead: true },
  }),
  fact('assignment', 'reply-supplemented', {
    ...{ assignmentId: 'a-2', replyId: 'p-1', resultClass: 'A', supplementedOn: '2026-03-02' },
    ...{ why: '信号灯提前装好', text: '信号灯已经启用。' },
  }),
  fact('supervision', 'clock-started', {
    ...{ clockId: 'c-1', kind: 'reply', subject: 'a-2', round: 1, dueDate: '2026-03-13' },
  }),
  fact('supervision', 'unit-urged', { urgeId: 'd-1', clockId: 'c-1', unitId: 'u-2' }, '请尽快起草答复稿'),
  fact(
    'supervision',
    'supervision-letter-sent',
    {
      ...{ letterId: 'l-1', clockId: 'c-1', unitId: 'u-2', sentOn: '2026-03-02' },
      ...{ office: 'government-office', requiredAction: '起草答复稿' },
    },
    '答复期限只剩5个工作日',
  ),
  fact('supervision', 'clock-started', {
    ...{ clockId: 'c-2', kind: 'letter_answer', subject: 'l-1', round: 1, dueDate: '2026-03-09' },
  }),
  fact('supervision', 'talk-called', {
    ...{ talkId: 't-1', unitId: 'u-2', problems: '红色预警超过10个工作日', calledOn: '2026-03-02' },
  }),
  fact('supervision', 'talk-held', {
    ...{ talkId: 't-1', unitId: 'u-2', undertaking: '月底前答复。', checkOn: '2026-03-20' },
    ...{ minutes: '单位说明了延误的原因。', attendedByPersonId: 'shi', heldOn: '2026-03-02' },
  }),
  fact('supervision', 'talk-checked', {
    ...{ talkId: 't-1', unitId: 'u-2', undertakingKept: false, findings: '仍未答复代表。' },
  }),
  fact('evaluation', 'suggestion-evaluated', {
    ...{ evaluationId: 'e-1', assignmentId: 'a-2', round: 1, attitude: 'satisfied', result: 'dissatisfied' },
    reasons: '没有写明开工时间。',
  }),
  fact(
    'evaluation',
    'rehandling-ordered',
    { assignmentId: 'a-2', unitId: 'u-2', round: 2, orderedOn: '2026-03-02' },
    '明确开工时间。',
  ),
  fact('supervision', 'clock-started', {
    ...{ clockId: 'c-3', kind: 'rehandle_reply', subject: 'a-2', round: 2, dueDate: '2026-04-02' },
  }),
  fact('meeting', 'look-back-judged', { assignmentId: 'a-2', judgedOn: '2026-03-01', gaps: ['标线没有画'] }),
  ...[1, 2].flatMap((attempt) => [
    fact('evaluation', 'rectification-ordered', {
      ...{ rectificationId: 'z-1', assignmentId: 'a-2', unitId: 'u-2', gaps: ['标线没有画'], attempt },
    }),
    fact('evaluation', 'rectification-submitted', {
      ...{
        rectificationId: 'z-1',
        report: `第${attempt}次：标线已经画好。`,
        attempt,
        submittedOn: '2026-03-02',
      },
    }),
    fact('evaluation', 'rectification-rejected', {
      ...{ rectificationId: 'z-1', explanation: '只画了一侧。', attempt },
    }),
  ]),
  fact('intake', 'withdrawal-requested', { signedBy: ['wang'], handlingBegun: true }, '问题已经解决'),
  fact('intake', 'suggestion-declined', { ground: 'no-content', explanation: '没有写明具体位置。' }),
];

const SOURCE: CaseSource = {
  ...{ file: foldCase('case-1', FACTS), facts: FACTS, place: '东湖区', desk: '东湖区人大常委会代表工委' },
  ...{ governmentOffice: '东湖区人民政府办公室', authorKnown: true, officials: new Map() },
  unitNames: new Map([
    ['u-1', '东湖区交通运输局'],
    ['u-2', '东湖区公安局'],
  ]),
};

/** Words that each kind of document must hold. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'suggestion-form': [
    '关于增设过街设施的建议',
    '校门前车多。',
    '增设人行横道',
    '王秀兰',
    '第二代表团',
    '990101-0007',
    '＿＿',
  ],
  'assignment-notice': ['东湖区公安局', '第30号', '建议附件', '无', '机关联系人', '联系电话', '＿＿＿＿'],
  'return-request': ['非本单位职责', '三定规定第二条', '建议由东湖区交通运输局办理。', '石磊'],
  'handling-plan': ['顾行远', '副区长', '先施划标线，再设信号灯。', '完成施划'],
  'consultation-record': ['学校新建', '先易后难', '王秀兰'],
  'on-site-minutes': ['路口没有斑马线', '施划斑马线', '东湖区公安局'],
  'reply-letter': [
    '东公字〔2026〕1号',
    '四月施划。',
    '装信号灯',
    '石磊',
    '联系人：罗思齐，联系电话：＿＿＿＿',
  ],
  'face-to-face-record': [
    '王秀兰',
    '四月施划。',
    '区公安局',
    '希望四月底前画好。',
    '2026年3月3日经本人登录系统签署',
  ],
  'supplementary-reply': ['信号灯提前装好', '信号灯已经启用。'],
  'reassignment-slip': ['东湖区交通运输局', '东湖区公安局', '属公安部门职责'],
  'contact-record': ['代表婉拒见面：代表在外地'],
  'co-opinion-letter': [
    ...[
      '东湖区交通运输局',
      '路口标线归我局养护。',
      '同意配合施划标线。',
      '配合封道施工',
      '2026年4月5日',
      'B类',
    ],
  ],
  'coordination-minutes': ['养护职责交叉', '标线由交通部门养护。', '责任单位：东湖区交通运输局。'],
  'extension-request': ['须征求沿线居民意见', '已于2026年3月3日与代表沟通。'],
  'extension-notice': ['王秀兰', '延期理由：须征求沿线居民意见'],
  'withdrawal-request': ['王秀兰', '撤回理由：问题已经解决'],
  'urge-slip': ['东湖区人大常委会代表工委', '东湖区公安局', '请尽快起草答复稿', '2026年3月13日前'],
  'supervision-letter': [
    ...['东湖区人民政府办公室', '东湖区公安局', '答复期限只剩5个工作日', '起草答复稿', '2026年3月9日前'],
  ],
  'talk-notice': ['东湖区人大常委会代表工委', '东湖区公安局', '红色预警超过10个工作日'],
  'talk-minutes': [
    ...['石磊', '单位说明了延误的原因。', '月底前答复。', '2026年3月20日', '承诺没有做到。仍未答复代表。'],
  ],
  'rehandling-notice': ['第二次办理', '没有写明开工时间。', '明确开工时间。', '2026年4月2日前'],
  'rectification-notice': ['2026年3月1日', '标线没有画'],
  'rectification-report': ['标线没有画', '第1次：标线已经画好。'],
  'decline-notice': ['没有实际内容', '说明：没有写明具体位置。'],
};
const CONTACTS = new Map([['wang', { delegation: '第二代表团', cardNumber: '990101-0007', phone: '' }]]);
const CONTACT = { name: '罗思齐', phone: '' };
const NAMES = new Map([
  ['wang', '王秀兰'],
  ['shi', '石磊'],
]);

it('a second 整改通知 says why the first attempt was not enough', () => {
  const [first, second] = caseDocuments(SOURCE, new Set(GROUPS))
    .filter(({ kind }) => kind === 'rectification-notice')
    .map((each) => JSON.stringify(laidOut(each.compose(NAMES, CONTACTS, CONTACT))));
  expect(first).not.toContain('只画了一侧。');
  expect(second).toContain('只画了一侧。');
});

it.each(DOCUMENT_KINDS)('%s is composed from the facts of the case', (kind) => {
  const found = caseDocuments(SOURCE, new Set(GROUPS)).find((each) => each.kind === kind);
  const text = JSON.stringify(found && laidOut(found.compose(NAMES, CONTACTS, CONTACT)));
  const wanted = WORDS[kind] ?? [];
  expect(wanted.length).toBeGreaterThan(0);
  for (const each of wanted) expect(text).toContain(each);
});

function composed(kind: string, facts: readonly ReasonedFact[]): string {
  const found = caseDocuments({ ...SOURCE, facts }, new Set(GROUPS)).find((each) => each.kind === kind);
  return JSON.stringify(found && laidOut(found.compose(NAMES, CONTACTS, CONTACT)));
}

it('a 重新办理通知 says what the deputies had said when it was issued, whatever another says later', () => {
  const late = fact('evaluation', 'suggestion-evaluated', {
    ...{ evaluationId: 'e-2', assignmentId: 'a-2', round: 1, attitude: 'satisfied', result: 'dissatisfied' },
    reasons: '灯太暗。',
  });
  const notice = composed('rehandling-notice', [...FACTS, late]);
  expect(notice).toBe(composed('rehandling-notice', FACTS));
  expect(notice).not.toContain('灯太暗。');
});

it.each([['代表评价为不满意'], ['专题研究后重新办理']])(
  'a 重新办理通知 from before its order was said to be automatic has no 重点 of its own: %s',
  (reason) => {
    const order = { assignmentId: 'a-2', unitId: 'u-2', round: 2, orderedOn: '2026-03-02' };
    const asItWas = composed('rehandling-notice', [fact('evaluation', 'rehandling-ordered', order, reason)]);
    const automatic = { ...order, automatic: true };
    const asItIs = composed('rehandling-notice', [
      fact('evaluation', 'rehandling-ordered', automatic, reason),
    ]);
    expect(asItWas).toBe(asItIs);
  },
);

it.each([
  ['who held the office', 'chen', ['government-office'], '东湖区人民政府办公室'],
  ['who held both', 'chen', ['government-office', 'congress-desk'], '东湖区人大常委会代表工委'],
  ['the system', 'system', [], '东湖区人大常委会代表工委'],
  ['somebody of no office', 'chen', [], ''],
])('a 督办函 from before its office was kept is of its sender: %s', (_who, personId, roles, office) => {
  const payload = { letterId: 'l-2', clockId: 'c-1', unitId: 'u-2', sentOn: '2026-03-02' };
  const sent = { ...fact('supervision', 'supervision-letter-sent', payload, '逾期'), personId, roles };
  expect(JSON.parse(composed('supervision-letter', [sent]))).toMatchObject({
    letterhead: office,
    signature: { bodies: office === '' ? [] : [office] },
  });
});
