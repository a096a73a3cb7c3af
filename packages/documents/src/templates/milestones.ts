import { chineseDate } from '../document/chinese-date.ts';
import { heading, type Block } from '../document/official-document.ts';

export interface Milestone {
  readonly text: string;
  readonly dueOn: string;
}

/** What is done by when, under its heading; nothing where nothing was agreed. */
export function milestoneGrid(title: string, milestones: readonly Milestone[]): readonly Block[] {
  if (milestones.length === 0) return [];
  const rows = milestones.map(({ text, dueOn }) => [text, chineseDate(dueOn)]);
  return [heading(1, title), { kind: 'grid', widths: [3, 1], head: ['事项', '完成时限'], rows }];
}
