import { chineseDate } from '../document/chinese-date.ts';
import { heading, type Block } from '../document/official-document.ts';

export interface Decision {
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
}

/** 议定事项 of a meeting, under their heading. */
export function decisionGrid(decisions: readonly Decision[]): readonly Block[] {
  if (decisions.length === 0) return [];
  const rows = decisions.map(({ what, who, dueOn }) => [what, who, chineseDate(dueOn)]);
  const head = ['议定事项', '责任人', '完成时限'];
  return [heading(1, '议定事项'), { kind: 'grid', widths: [5, 3, 3], head, rows }];
}
