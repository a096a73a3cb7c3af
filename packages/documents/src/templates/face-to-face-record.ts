import { chineseDate } from '../document/chinese-date.ts';
import {
  fields,
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { named, type Deputies } from './addressees.ts';
import { quoted, type CaseName } from './case-name.ts';

/** 当面答复记录 (SD20, SD22): what was answered, and room for what only the deputy may write and sign. */
export interface FaceToFaceRecord {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly deputies: Deputies;
  readonly repliedOn: string;
  readonly letterNumber: string;
  readonly resultClass: string;
  readonly sections: readonly { readonly demand: string; readonly answer: string }[];
}

export function faceToFaceRecord(facts: FaceToFaceRecord): OfficialDocument {
  return officialDocument({
    title: '当面答复代表建议记录',
    blocks: [
      fields(
        ['建议', quoted(facts.suggestion)],
        ['承办单位', facts.unit],
        ['代表', named(facts.deputies)],
        ['答复日期', chineseDate(facts.repliedOn)],
        ['答复函', facts.letterNumber],
        ['办理结果', `${facts.resultClass}类`],
      ),
      heading(1, '答复内容'),
      ...facts.sections.flatMap(({ demand, answer }, index) => [
        paragraph(`${index + 1}.${demand}`),
        paragraph(answer),
      ]),
      heading(1, '代表意见（由代表填写）'),
      fields(['意见', '（手写）'], ['代表签名', '（签名、日期）'], ['承办单位负责人', '（签名、日期）']),
    ],
  });
}
