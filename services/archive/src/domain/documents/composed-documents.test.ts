import { laidOut } from '@huiyin/documents/document/laid-out';
import { expect, it } from 'vitest';
import { foldCase } from '../fold.ts';
import { GROUPS } from '../visibility.ts';
import { caseDocuments } from './case-documents.ts';
import type { CaseSource, ReasonedFact } from './case-source.ts';

let second = 0;
function fact(service: string, type: string, payload: Record<string, unknown>, reason = ''): ReasonedFact {
  second += 1;
  const occurredAt = new Date(Date.UTC(2026, 2, 2, 1, 0, second));
  return { service, version: second, eventId: `e-${second}`, type, occurredAt, payload, reason };
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
    givenOn: '2026-03-02',
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
  fact('intake', 'withdrawal-requested', { signedBy: ['wang'], handlingBegun: true }, '问题已经解决'),
  fact('intake', 'suggestion-declined', { ground: 'no-content', explanation: '没有写明具体位置。' }),
];

const SOURCE: CaseSource = {
  ...{ file: foldCase('case-1', FACTS), facts: FACTS, place: '东湖区', desk: '东湖区人大常委会代表工委' },
  ...{ governmentOffice: '东湖区人民政府办公室', authorKnown: true },
  unitNames: new Map([
    ['u-1', '东湖区交通运输局'],
    ['u-2', '东湖区公安局'],
  ]),
};

it.each([
  ['reassignment-slip', ['东湖区交通运输局', '东湖区公安局', '属公安部门职责']],
  ['contact-record', ['代表婉拒见面：代表在外地']],
  ['co-opinion-letter', ['东湖区交通运输局', '同意配合施划标线。']],
  ['coordination-minutes', ['养护职责交叉', '标线由交通部门养护。', '责任单位：东湖区交通运输局。']],
  ['extension-request', ['须征求沿线居民意见', '已于2026年3月3日与代表沟通。']],
  ['extension-notice', ['王秀兰', '延期理由：须征求沿线居民意见']],
  ['withdrawal-request', ['王秀兰', '撤回理由：问题已经解决']],
  ['decline-notice', ['没有实际内容', '说明：没有写明具体位置。']],
])('%s is composed from the facts of the case', (kind, words) => {
  const found = caseDocuments(SOURCE, new Set(GROUPS)).find((each) => each.kind === kind);
  const text = JSON.stringify(found && laidOut(found.compose(new Map([['wang', '王秀兰']]))));
  for (const each of words) expect(text).toContain(each);
});
