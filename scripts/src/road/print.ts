import { unitsOf } from '@huiyin/demo-city/units';
import type { Glimpse } from './journey.ts';
import { roadPlace, type RoadCase } from './road-case.ts';

const MARKS: Readonly<Record<string, string>> = { green: '绿', yellow: '黄', red: '红' };

/** The heading of the table, and what each case is about. */
export function heading(cases: readonly RoadCase[]): string {
  const abouts = cases.map(({ name, text, leadUnit, coUnits }) => {
    const units = [`主办 ${unitName(leadUnit)}`, ...coUnits.map((code) => `协办 ${unitName(code)}`)];
    return `${padded(name, 6)}《${text.title}》 ${units.join(' ')}`;
  });
  const columns = columnsOf(['案件', '日期', '步骤', '颜色与阶段', '现在轮到谁、做什么、期限']);
  return `${abouts.join('\n')}\n\n${columns}事实\n`;
}

function unitName(code: string): string {
  return unitsOf(roadPlace()).find((unit) => unit.code === code)?.name ?? code;
}

/** One step as a line of a table: case, day, step, stage and colour, whose turn and until when, what happened. */
export function stepLine({ name, day, step, stage, colour, ...rest }: Glimpse): string {
  const { act, party, partyName, dueDate, events } = rest;
  const turn = act === '' ? '—' : `${partyName || party} ${act}${dueDate === '' ? '' : ` ≤${dueDate}`}`;
  return `${columnsOf([name, day, step, `${MARKS[colour] ?? '  '} ${stage}`, turn])}${counted(events)}`;
}

const WIDTHS = [6, 12, 14, 17, 50] as const;

function columnsOf(cells: readonly string[]): string {
  return cells.map((cell, index) => padded(cell, WIDTHS[index] ?? 0)).join('');
}

/** Events by type, in order; several of one type once with their number. */
function counted(events: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of events) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => (count === 1 ? type : `${type} ×${count}`)).join(', ');
}

/** Chinese characters and punctuation take two columns of a terminal. */
function padded(text: string, columns: number): string {
  const wide = text.match(/[\u2e80-\uffef]/gu)?.length ?? 0;
  return text + ' '.repeat(Math.max(1, columns - text.length - wide));
}
