import { chineseDate } from '../document/chinese-date.ts';
import {
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 督办函 (domain §2.5): what is late, what is required, by when the unit's head answers. */
export interface SupervisionLetter {
  readonly suggestion: CaseName;
  /** '' on an old letter of which nothing tells the sender. */
  readonly office: string;
  readonly unit: string;
  readonly facts: string;
  /** '' on a letter from before it was kept. */
  readonly requiredAction: string;
  readonly sentOn: string;
  /** '' when it is not known here. */
  readonly answerDueOn: string;
}

export function supervisionLetter(facts: SupervisionLetter): OfficialDocument {
  const due = facts.answerDueOn === '' ? '规定期限内' : `${chineseDate(facts.answerDueOn)}前`;
  return officialDocument({
    form: 'letter',
    letterhead: facts.office,
    title: `关于${numbered(facts.suggestion)}办理情况的督办函`,
    salutation: facts.unit,
    blocks: [
      paragraph(`现就你单位办理的${quoted(facts.suggestion)}予以督办。`),
      heading(1, '有关情况'),
      paragraph(facts.facts),
      ...(facts.requiredAction === '' ? [] : [heading(1, '督办要求'), paragraph(facts.requiredAction)]),
      paragraph(`请在${due}由主要负责人书面答复本函，写明办理进展、采取的措施和完成时间。`),
    ],
    signature: { bodies: facts.office === '' ? [] : [facts.office], on: facts.sentOn },
  });
}
