import { chineseDate } from '../document/chinese-date.ts';
import {
  fields,
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { named, type Deputies } from './addressees.ts';
import { BLANK } from './blank.ts';
import { numbered, type CaseName } from './case-name.ts';

/**
 * 代表建议、批评和意见专用纸 (domain §4.1; 北京条例 9). Phone and card number are no part of a case's facts: what is empty is
 * a line to be filled by hand.
 */
export interface SuggestionForm {
  readonly suggestion: CaseName;
  readonly subType: 'suggestion' | 'criticism' | 'opinion';
  readonly category: string;
  readonly lead: Deputies;
  readonly cosigners: Deputies;
  /** Of the lead deputy. */
  readonly contact: DeputyContact;
  readonly facts: string;
  readonly demands: readonly string[];
  readonly publicationConsent: boolean;
  readonly authorConfidential: boolean;
  readonly wishedUnits: readonly string[];
  /** 希望沟通方式: face-to-face | phone | letter; '' where the submission does not say, and so below. */
  readonly wishedContact: string;
  /** 调研来源: inspection | research | visit | station | other */
  readonly researchSource: string;
  /** 涉及区域, in the deputy's words. */
  readonly affectedArea: string;
  /** 是否曾提过: 历年编号 */
  readonly earlierNumbers: readonly string[];
  readonly attachments: readonly string[];
  readonly submittedOn: string;
}

export interface DeputyContact {
  /** 所属代表团 */
  readonly delegation: string;
  /** 代表证号码 */
  readonly cardNumber: string;
  readonly phone: string;
}

const SUB_TYPES = { suggestion: '建议', criticism: '批评', opinion: '意见' } as const;
const CONTACTS: Readonly<Record<string, string>> = {
  'face-to-face': '面谈',
  phone: '电话',
  letter: '函',
};
const SOURCES: Readonly<Record<string, string>> = {
  inspection: '视察',
  research: '专题调研',
  visit: '座谈走访',
  station: '联络站',
  other: '其他',
};

export function suggestionForm(facts: SuggestionForm): OfficialDocument {
  const { suggestion } = facts;
  return officialDocument({
    title: '代表建议、批评和意见专用纸',
    documentNumber: suggestion.displayNumber,
    blocks: [
      fields(
        ['标题', suggestion.title],
        ['类型', `${SUB_TYPES[facts.subType]}${facts.category === '' ? '' : `（${facts.category}）`}`],
        ['会次', suggestion.displayNumber === '' ? '' : numbered(suggestion)],
        ['领衔代表', named(facts.lead)],
        ['所属代表团', facts.contact.delegation || BLANK],
        ['代表证号码', facts.contact.cardNumber || BLANK],
        ['联系方式', facts.contact.phone || BLANK],
        ['联名代表', named(facts.cosigners)],
        ['希望承办单位', facts.wishedUnits.join('、')],
        ['希望沟通方式', CONTACTS[facts.wishedContact] ?? facts.wishedContact],
        ['调研来源', SOURCES[facts.researchSource] ?? facts.researchSource],
        ['涉及区域', facts.affectedArea],
        ['是否曾提过', earlier(facts.earlierNumbers)],
        ['是否同意公开', facts.publicationConsent ? '同意' : '不同意'],
        ['是否要求保密', facts.authorConfidential ? '是' : '否'],
        ['附件', facts.attachments.join('、')],
        ['提交日期', chineseDate(facts.submittedOn)],
      ),
      heading(1, '情况和问题'),
      paragraph(facts.facts),
      heading(1, '具体建议'),
      ...facts.demands.flatMap((demand, index) => [paragraph(`${index + 1}.${demand}`)]),
      fields(['代表签名', '（签名、日期）']),
    ],
  });
}

/** Who names no number has not said that it is new. */
function earlier(numbers: readonly string[]): string {
  return numbers.length === 0 ? '' : `是，历年编号：${numbers.join('、')}`;
}
