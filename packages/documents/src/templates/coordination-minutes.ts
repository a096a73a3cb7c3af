import { chineseDate } from '../document/chinese-date.ts';
import {
  fields,
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { quoted, type CaseName } from './case-name.ts';

/** 协调会纪要 (T16; SD21): the disagreement, the decision, the unit responsible. */
export interface CoordinationMinutes {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly requestedBy: string;
  readonly grounds: string;
  /** Day of the meeting; '' when it was decided without one. */
  readonly heldOn: string;
  readonly decision: string;
  readonly responsibleUnit: string;
  readonly closedOn: string;
}

export function coordinationMinutes(facts: CoordinationMinutes): OfficialDocument {
  return officialDocument({
    title: '代表建议办理协调会纪要',
    blocks: [
      fields(
        ['建议', quoted(facts.suggestion)],
        ['主持', facts.office],
        ['提出单位', facts.requestedBy],
        ['会议日期', chineseDate(facts.heldOn)],
      ),
      heading(1, '分歧'),
      paragraph(facts.grounds),
      heading(1, '协调决定'),
      paragraph(facts.decision),
      paragraph(`责任单位：${facts.responsibleUnit}。`),
    ],
    signature: { bodies: [facts.office], on: facts.closedOn },
  });
}
