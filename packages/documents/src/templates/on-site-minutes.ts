import { chineseDate } from '../document/chinese-date.ts';
import {
  fields,
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { decisionGrid, type Decision } from './decisions.ts';
import { quoted, type CaseName } from './case-name.ts';

/** 现场办公会纪要 (T17): who was there, what was found, who does what by when. */
export interface OnSiteMinutes {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly heldOn: string;
  readonly place: string;
  readonly present: readonly string[];
  readonly findings: string;
  readonly decisions: readonly Decision[];
}

export function onSiteMinutes(facts: OnSiteMinutes): OfficialDocument {
  return officialDocument({
    title: '代表建议现场办公会纪要',
    blocks: [
      fields(
        ['建议', quoted(facts.suggestion)],
        ['召集单位', facts.unit],
        ['时间', chineseDate(facts.heldOn)],
        ['地点', facts.place],
        ['参加人', facts.present.join('、')],
      ),
      heading(1, '现场情况和问题'),
      paragraph(facts.findings),
      ...decisionGrid(facts.decisions),
    ],
    signature: { bodies: [facts.unit], on: facts.heldOn },
  });
}
