import type { Glimpse } from './journey.ts';

const MARKS: Readonly<Record<string, string>> = { green: '绿', yellow: '黄', red: '红' };

/** One step as a line of a table: case, day, step, stage and colour, whose turn and until when, what happened. */
export function stepLine({ name, day, step, stage, colour, ...rest }: Glimpse): string {
  const { act, party, partyName, dueDate, events } = rest;
  const turn = act === '' ? '—' : `${partyName || party} ${act}${dueDate === '' ? '' : ` ≤${dueDate}`}`;
  const columns = [
    padded(name, 6),
    padded(day, 12),
    padded(step, 14),
    padded(`${MARKS[colour] ?? '  '} ${stage}`, 17),
    padded(turn, 44),
  ];
  return `${columns.join('')}${counted(events)}`;
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
