import { declineNotice } from '@huiyin/documents/templates/decline-notice';
import { suggestionForm } from '@huiyin/documents/templates/suggestion-form';
import { withdrawalRequest } from '@huiyin/documents/templates/withdrawal-request';
import { flag, text, texts } from '../fact.ts';
import {
  addressees,
  caseName,
  dayOf,
  factsOf,
  fileNames,
  unitName,
  type CaseDocument,
  type CaseSource,
} from './case-source.ts';

/** 专用纸, 不作为建议处理告知, 撤回申请: one of each at most, of the last of their facts. */
export function intakeDocuments(source: CaseSource): CaseDocument[] {
  return [...forms(source), ...declined(source), ...withdrawn(source)];
}

function forms(source: CaseSource): CaseDocument[] {
  const { file, authorKnown } = source;
  const fact = factsOf(source, 'suggestion-submitted').at(-1);
  if (fact === undefined) return [];
  const subType = text(fact, 'subType');
  return [
    {
      ...{ kind: 'suggestion-form', of: file.caseId, title: '代表建议专用纸', unitId: '', assignmentId: '' },
      ...{ onDate: dayOf(fact, 'submittedOn'), needs: ['text'] },
      people: authorKnown ? [file.leadDeputyId, ...file.cosignerIds] : [],
      compose: (names, contacts) => {
        const known = authorKnown ? contacts.get(file.leadDeputyId) : undefined;
        const named = (ids: readonly string[]) =>
          authorKnown ? { names: ids.map((id) => names.get(id) ?? '') } : ({ confidential: true } as const);
        return suggestionForm({
          suggestion: caseName(source),
          subType: subType === 'criticism' || subType === 'opinion' ? subType : 'suggestion',
          category: file.category,
          lead: named([file.leadDeputyId]),
          cosigners: named(file.cosignerIds),
          contact: known ?? { delegation: '', cardNumber: '', phone: '' },
          facts: text(fact, 'facts'),
          demands: texts(fact, 'demands'),
          publicationConsent: flag(fact, 'publicationConsent'),
          authorConfidential: file.authorConfidential,
          wishedUnits: texts(fact, 'wishedUnitIds').map((id) => unitName(source, id)),
          wishedContact: text(fact, 'wishedContact'),
          researchSource: text(fact, 'researchSource'),
          affectedArea: text(fact, 'affectedArea'),
          earlierNumbers: texts(fact, 'earlierNumbers'),
          attachments: fileNames(fact),
          submittedOn: dayOf(fact, 'submittedOn'),
        });
      },
    },
  ];
}

/** domain §1.2, by intake's codes. */
const GROUNDS: Readonly<Record<string, string>> = {
  'private-matter': '涉及代表本人及其亲属的个人事项',
  'own-unit-matter': '涉及代表所在单位的具体事项',
  'forwarded-petition': '转递人民群众来信',
  accusation: '申诉、控告和检举',
  'judicial-case': '涉及具体司法、仲裁、监察案件',
  bidding: '涉及具体招标投标',
  'academic-or-promotion': '属于学术探讨、产品推介或法律咨询',
  'no-content': '没有实际内容',
  'outside-competence': '不属于本行政区域职权范围',
  'conflict-of-interest': '涉及利益冲突或干预市场',
  'contrary-to-law': '与法律法规相抵触',
};

function declined(source: CaseSource): CaseDocument[] {
  const fact = factsOf(source, 'suggestion-declined').at(-1);
  if (fact === undefined) return [];
  const deputies = [source.file.leadDeputyId, ...source.file.cosignerIds];
  return [
    {
      ...{
        kind: 'decline-notice',
        of: source.file.caseId,
        title: '不作为建议处理告知',
        unitId: '',
        assignmentId: '',
      },
      ...{ onDate: dayOf(fact, ''), needs: ['text'], people: deputies },
      compose: (names) =>
        declineNotice({
          suggestion: caseName(source),
          office: source.desk,
          deputies: addressees(source, deputies, names),
          ground: GROUNDS[text(fact, 'ground')] ?? text(fact, 'ground'),
          explanation: text(fact, 'explanation'),
          declinedOn: dayOf(fact, ''),
        }),
    },
  ];
}

function withdrawn(source: CaseSource): CaseDocument[] {
  const fact = factsOf(source, 'withdrawal-requested').at(-1);
  if (fact === undefined) return [];
  const people = texts(fact, 'signedBy');
  return [
    {
      ...{
        kind: 'withdrawal-request',
        of: source.file.caseId,
        title: '撤回代表建议申请',
        unitId: '',
        assignmentId: '',
      },
      ...{ onDate: dayOf(fact, ''), needs: ['text'], people },
      compose: (names) =>
        withdrawalRequest({
          suggestion: caseName(source),
          office: source.desk,
          signedBy: addressees(source, people, names),
          reason: fact.reason,
          requestedOn: dayOf(fact, ''),
        }),
    },
  ];
}
