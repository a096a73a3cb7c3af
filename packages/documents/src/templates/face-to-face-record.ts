import { chineseDate } from '../document/chinese-date.ts';
import {
  fields,
  heading,
  officialDocument,
  paragraph,
  type Block,
  type OfficialDocument,
} from '../document/official-document.ts';
import { named, type Deputies } from './addressees.ts';
import { quoted, type CaseName } from './case-name.ts';

/** 当面答复记录 (SD20, SD22): what was answered, and what only the deputy may write and sign. */
export interface FaceToFaceRecord {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly deputies: Deputies;
  readonly repliedOn: string;
  readonly letterNumber: string;
  readonly resultClass: string;
  readonly sections: readonly { readonly demand: string; readonly answer: string }[];
  /** What was written down of the talk; empty for one kept before it was. */
  readonly place: string;
  readonly attendees: string;
  readonly content: string;
  readonly signature: FaceToFaceSignature;
}

/** 代表意见及签名: by the deputy in the system, on paper of which the unit keeps the scan, or still to be given. */
export type FaceToFaceSignature =
  | { readonly by: 'deputy'; readonly opinion: string; readonly on: string }
  | { readonly by: 'paper'; readonly filedOn: string }
  | { readonly by: 'nobody' };

export function faceToFaceRecord(facts: FaceToFaceRecord): OfficialDocument {
  return officialDocument({
    title: '当面答复代表建议记录',
    blocks: [
      fields(
        ['建议', quoted(facts.suggestion)],
        ['承办单位', facts.unit],
        ['代表', named(facts.deputies)],
        ['答复日期', chineseDate(facts.repliedOn)],
        ...(facts.place === '' ? [] : ([['地点', facts.place]] as const)),
        ...(facts.attendees === '' ? [] : ([['参加人员', facts.attendees]] as const)),
        ['答复函', facts.letterNumber],
        ['办理结果', `${facts.resultClass}类`],
      ),
      heading(1, '答复内容'),
      ...facts.sections.flatMap(({ demand, answer }, index) => [
        paragraph(`${index + 1}.${demand}`),
        paragraph(answer),
      ]),
      ...(facts.content === '' ? [] : [heading(1, '当面答复情况'), paragraph(facts.content)]),
      ...signed(facts),
    ],
  });
}

function signed({ signature, deputies }: FaceToFaceRecord): readonly Block[] {
  const unitHead = ['承办单位负责人', '（签名、日期）'] as const;
  switch (signature.by) {
    case 'deputy': {
      const { opinion, on } = signature;
      return [
        heading(1, '代表意见'),
        fields(
          ['意见', opinion === '' ? '记录属实。' : opinion],
          ['代表签名', `${named(deputies)}（${chineseDate(on)}经本人登录系统签署）`],
          unitHead,
        ),
      ];
    }
    case 'paper':
      return [
        heading(1, '代表意见'),
        paragraph(
          `代表已在纸质记录上签名，扫描件于${chineseDate(signature.filedOn)}存入本案，以扫描件为准。`,
        ),
      ];
    case 'nobody':
      return [
        heading(1, '代表意见（由代表填写）'),
        fields(['意见', '（手写）'], ['代表签名', '（签名、日期）'], unitHead),
      ];
  }
}
