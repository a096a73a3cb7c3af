import { chineseDate } from '../document/chinese-date.ts';
import {
  fields,
  heading,
  officialDocument,
  paragraph,
  type OfficialDocument,
} from '../document/official-document.ts';
import { milestoneGrid, type Milestone } from './milestones.ts';
import { numbered, quoted, type CaseName } from './case-name.ts';

/** 办理方案; for key ones the 五个一: item, leader, unit, solution, deadline (domain §2.6). */
export interface HandlingPlan {
  readonly suggestion: CaseName;
  readonly unit: string;
  readonly version: number;
  readonly isKey: boolean;
  readonly leaderName: string;
  readonly leaderPost: string;
  readonly solution: string;
  readonly milestones: readonly Milestone[];
  readonly deadline: string;
  readonly filedOn: string;
  /** Why a later version was made; '' for the first. */
  readonly reason: string;
}

export function handlingPlan(facts: HandlingPlan): OfficialDocument {
  const leader = [facts.leaderName, facts.leaderPost].filter((part) => part !== '').join('，');
  return officialDocument({
    title: `${numbered(facts.suggestion)}办理方案`,
    marks: facts.isKey ? ['五个一'] : [],
    blocks: [
      fields(
        [facts.isKey ? '一件重点建议' : '建议', quoted(facts.suggestion)],
        [facts.isKey ? '一名牵头领导' : '牵头领导', leader],
        [facts.isKey ? '一个责任单位' : '责任单位', facts.unit],
        [facts.isKey ? '一个办理时限' : '办理时限', chineseDate(facts.deadline)],
        ['版本', facts.version > 1 ? `第${facts.version}版，修改理由：${facts.reason}` : '第1版'],
      ),
      heading(1, facts.isKey ? '一套解决方案' : '办理措施'),
      paragraph(facts.solution),
      ...milestoneGrid('节点安排', facts.milestones),
    ],
    signature: { bodies: [facts.unit], on: facts.filedOn },
  });
}
