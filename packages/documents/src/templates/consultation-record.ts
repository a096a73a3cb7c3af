import { chineseDate } from '../document/chinese-date.ts';
import {
  fields,
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { milestoneGrid, type Milestone } from './milestones.ts';
import { quoted, type CaseName } from './case-name.ts';

/** 面商记录 of the 双确认 (T14): both sides' words and both confirmations. */
export interface ConsultationRecord {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly heldOn: string;
  readonly place: string;
  /** Names, or 代表 for a confidential author. */
  readonly present: readonly string[];
  readonly background: string;
  readonly demands: readonly string[];
  readonly approach: string;
  readonly measures: readonly string[];
  readonly milestones: readonly Milestone[];
  /** `YYYY-MM-DD`, '' while not confirmed. */
  readonly confirmedByDeputyOn: string;
  readonly confirmedByUnitOn: string;
}

export function consultationRecord(facts: ConsultationRecord): OfficialDocument {
  return officialDocument({
    title: '代表建议面商记录',
    blocks: [
      fields(
        ['建议', quoted(facts.suggestion)],
        ['承办单位', facts.unit],
        ['时间', chineseDate(facts.heldOn)],
        ['地点', facts.place],
        ['参加人', facts.present.join('、')],
      ),
      heading(1, '代表介绍的背景和意图'),
      paragraph(facts.background),
      heading(1, '代表的要求'),
      ...facts.demands.map((demand, index) => paragraph(`${index + 1}.${demand}`)),
      heading(1, '承办单位的思路'),
      paragraph(facts.approach),
      heading(1, '承办单位的措施'),
      ...facts.measures.map((measure, index) => paragraph(`${index + 1}.${measure}`)),
      ...milestoneGrid('节点安排', facts.milestones),
      fields(
        ['代表确认', confirmation(facts.confirmedByDeputyOn)],
        ['承办单位确认', confirmation(facts.confirmedByUnitOn)],
      ),
    ],
  });
}

function confirmation(on: string): string {
  return on === '' ? '尚未确认' : `${chineseDate(on)}在系统中确认`;
}
