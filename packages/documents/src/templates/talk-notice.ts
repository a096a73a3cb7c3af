import { chineseDate } from '../document/chinese-date.ts';
import {
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 约谈通知书 (domain §2.5): 代表工委 calls a unit's head. */
export interface TalkNotice {
  readonly suggestion: CaseName;
  readonly office: string;
  readonly unit: string;
  readonly problems: string;
  readonly calledOn: string;
  /** Last day on which the talk is held; '' when it is not known here. */
  readonly holdBy: string;
}

export function talkNotice(facts: TalkNotice): OfficialDocument {
  const when = facts.holdBy === '' ? '近期' : `${chineseDate(facts.holdBy)}前`;
  return officialDocument({
    form: 'letter',
    letterhead: facts.office,
    title: `关于${numbered(facts.suggestion)}办理工作的约谈通知书`,
    salutation: facts.unit,
    blocks: [
      paragraph(`因${quoted(facts.suggestion)}办理中的问题，决定约谈你单位主要负责人。`),
      heading(1, '约谈事由'),
      paragraph(facts.problems),
      heading(1, '约谈安排'),
      paragraph(`约谈在${when}进行，具体时间和地点由我们与你单位联系确定。`),
      paragraph('请准备好办理进展、存在问题的原因和整改措施，约谈时作出书面承诺。'),
    ],
    signature: { bodies: [facts.office], on: facts.calledOn },
  });
}
