import { chineseDate } from '../document/chinese-date.ts';
import { fields, officialDocument, paragraph, type OfficialDocument } from '../document/official-document.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 催办单 (domain §2.5, §4.6): what stands still and by when it is due, to the liaison and the clerk of a unit, or its head too. */
export interface UrgeSlip {
  readonly suggestion: CaseName;
  /** '' where nothing tells who urged. */
  readonly office: string;
  readonly unit: string;
  /** What is late or nearly so, and what to do next. */
  readonly message: string;
  readonly toHead: boolean;
  readonly urgedOn: string;
  /** Day that the urged matter is due; '' when it is not known here. */
  readonly dueOn: string;
}

export function urgeSlip(facts: UrgeSlip): OfficialDocument {
  const due = facts.dueOn === '' ? '规定期限内' : `${chineseDate(facts.dueOn)}前`;
  return officialDocument({
    form: 'letter',
    letterhead: facts.office,
    title: `关于${numbered(facts.suggestion)}的催办单`,
    salutation: facts.unit,
    blocks: [
      paragraph(`你单位正在办理${quoted(facts.suggestion)}。现予催办，请在${due}办理，并及时报告进展。`),
      fields(
        ['建议编号', facts.suggestion.displayNumber],
        ['催办事由', facts.message],
        ['催办对象', facts.toHead ? '主要负责人、联络员、承办人' : '联络员、承办人'],
        ['办理期限', facts.dueOn === '' ? '' : chineseDate(facts.dueOn)],
        ['催办日期', chineseDate(facts.urgedOn)],
      ),
    ],
    signature: { bodies: facts.office === '' ? [] : [facts.office], on: facts.urgedOn },
  });
}
