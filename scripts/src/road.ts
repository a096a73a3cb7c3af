import { parseArgs } from 'node:util';
import { complain, say } from './console.ts';
import { Cast } from './road/cast.ts';
import { heading, stepLine } from './road/print.ts';
import { roadCases, roadPlace } from './road/road-case.ts';
import { travel } from './road/travel.ts';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:8080' } } });
try {
  process.stdout.write(heading(roadCases()));
  const journeys = await travel(new Cast(values.url, roadPlace().tenant), (glimpse) =>
    process.stdout.write(`${stepLine(glimpse)}\n`),
  );
  const sealed = journeys.filter(({ glimpses }) => glimpses.at(-1)?.stage === 'archived').length;
  say(`${sealed} of ${journeys.length} cases are sealed`);
  process.exitCode = sealed === journeys.length ? 0 : 1;
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
