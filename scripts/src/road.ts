import { parseArgs } from 'node:util';
import { complain, say } from './console.ts';
import { travel } from './road/travel.ts';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:8080' } } });
try {
  const travelled = await travel(values.url, (name, { step, stage, colour, turn, dueDate }) => {
    process.stdout.write(`${name}  ${step}  ${stage} · ${colour} · 现在轮到 ${turn} ${dueDate}\n`);
  });
  const sealed = travelled.filter(({ glimpses }) => glimpses.at(-1)?.stage === 'archived').length;
  say(`${sealed} of ${travelled.length} cases are sealed`);
  process.exitCode = sealed === travelled.length ? 0 : 1;
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
