import type { DraftWords } from './draft-words.ts';

export const FIELD_NAMES: Readonly<Record<keyof DraftWords, string>> = {
  title: '标题',
  facts: '情况和问题',
  demands: '具体建议',
  subType: '分类',
  authorConfidential: '是否公开作者',
  publicationConsent: '是否同意公开',
  wishedUnitIds: '希望承办单位',
  wishedContact: '希望沟通方式',
  researchSource: '调研来源',
  attachments: '附件',
};

export const SUB_TYPES = [
  { value: 'suggestion', label: '建议' },
  { value: 'criticism', label: '批评' },
  { value: 'opinion', label: '意见' },
] as const;

export const CONTACTS = [
  { value: 'face-to-face', label: '见面' },
  { value: 'phone', label: '电话' },
  { value: 'letter', label: '书面' },
] as const;

export const SOURCES = [
  { value: 'inspection', label: '视察' },
  { value: 'research', label: '专题调研' },
  { value: 'visit', label: '走访' },
  { value: 'station', label: '代表联络站' },
  { value: 'other', label: '其他' },
] as const;

/** The value of a field in words, as the check page and a conflict show it. */
export function valueText(field: keyof DraftWords, words: DraftWords): string {
  switch (field) {
    case 'title':
    case 'facts':
      return words[field];
    case 'demands':
      return words.demands.map((demand, index) => `${index + 1}. ${demand}`).join('\n');
    case 'subType':
      return labelOf(SUB_TYPES, words.subType);
    case 'wishedContact':
      return labelOf(CONTACTS, words.wishedContact);
    case 'researchSource':
      return labelOf(SOURCES, words.researchSource);
    case 'wishedUnitIds':
      return words.wishedUnitIds.length === 0 ? '不指定' : `${words.wishedUnitIds.length} 个单位`;
    case 'attachments':
      return words.attachments.length === 0
        ? '没有'
        : `${words.attachments.length} 个：${words.attachments.map(({ name }) => name).join('、')}`;
    case 'authorConfidential':
      return words.authorConfidential ? '要求保密' : '公开作者';
    case 'publicationConsent':
      return words.publicationConsent ? '同意公开' : '不同意公开';
  }
}

function labelOf(choices: readonly { value: string; label: string }[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
