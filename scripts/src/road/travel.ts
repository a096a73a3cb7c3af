import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import { seededRandom } from '@huiyin/demo-city/random';
import { textForTitle } from '@huiyin/demo-city/suggestion';
import { DISTRICTS } from '@huiyin/demo-city/places';
import { gather, Journey, type Glimpse } from './journey.ts';
import { conclude, handle, handOver, raise, type RoadCase } from './stages.ts';

/** A finished journey. */
export interface Travelled {
  readonly name: string;
  readonly suggestionId: string;
  readonly glimpses: readonly Glimpse[];
}

const TENANT = 'donghu';
const OWN_TITLES = [
  '关于完善学校周边公交站点布局的建议',
  '关于改善老旧小区停车难的建议',
  '关于加强农村道路养护的建议',
];

/** Drives three cases, general, key and complex, from draft to seal through the REST API, as people would. */
export async function travel(
  gatewayUrl: string,
  tell: (name: string, glimpse: Glimpse) => void,
): Promise<readonly Travelled[]> {
  const cast = await gather(gatewayUrl, TENANT);
  const travelled: Travelled[] = [];
  for (const roadCase of roadCases()) {
    const journey = new Journey(cast, (glimpse) => tell(roadCase.name, glimpse));
    await raise(journey, roadCase);
    const shares = await handOver(journey, roadCase, TENANT);
    await handle(journey, roadCase, shares);
    await conclude(journey, shares.lead);
    travelled.push({ name: roadCase.name, suggestionId: journey.suggestionId, glimpses: journey.glimpses });
  }
  return travelled;
}

/** Titles of the real register where it lies beside the repository, the project's own otherwise. */
function titles(): readonly string[] {
  const file = join(REPOSITORY, '..', 'shared', 'data', 'real-suggestions.jsonl');
  if (!existsSync(file)) return OWN_TITLES;
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, OWN_TITLES.length);
  return lines.map((line) => (JSON.parse(line) as { title: string }).title);
}

function roadCases(): readonly RoadCase[] {
  const place = DISTRICTS[0];
  if (place === undefined) throw new Error('the demo city has no district');
  const random = seededRandom('road');
  const [first = '', second = '', third = ''] = titles();
  const text = (title: string) => textForTitle(random, place, title);
  return [
    { name: '一般', text: text(first), category: '城建环保', key: false, complex: false, cosigned: true },
    { name: '重点', text: text(second), category: '城建环保', key: true, complex: false, cosigned: false },
    { name: '复杂', text: text(third), category: '农业农村', key: false, complex: true, cosigned: true },
  ];
}
