import { word } from '../design/words.ts';
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
  affectedArea: '涉及区域',
  earlierNumbers: '曾提过（历年编号）',
  attachments: '附件',
};

export const SUB_TYPES = [
  { value: 'suggestion', label: '建议' },
  { value: 'criticism', label: '批评' },
  { value: 'opinion', label: '意见' },
] as const;

/** The value of a field in words, as the check page and a conflict show it. */
export function valueText(field: keyof DraftWords, words: DraftWords): string {
  switch (field) {
    case 'title':
    case 'facts':
    case 'affectedArea':
      return words[field];
    case 'demands':
      return words.demands.map((demand, index) => `${index + 1}. ${demand}`).join('\n');
    case 'earlierNumbers':
      return words.earlierNumbers.join('、');
    case 'subType':
      return labelOf(SUB_TYPES, words.subType);
    case 'wishedContact':
      return word('wishedContact', words.wishedContact);
    case 'researchSource':
      return word('researchSource', words.researchSource);
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
