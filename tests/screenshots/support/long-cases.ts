import { personId } from '@huiyin/demo-city/people';
import { Cast } from '@huiyin/scripts/road/cast';
import { Journey } from '@huiyin/scripts/road/journey';
import { acknowledge, handOver } from '@huiyin/scripts/road/raise';

/** What the API allows, in characters, and a few more demands than anybody writes. */
const LONGEST_TITLE = 100;
const LONGEST_FACTS = 20_000;
const LONGEST_DEMAND = 2_000;
const DEMANDS = 20;
const COSIGNERS = 10;

const SENTENCE = '老旧小区加装的三百余台电梯由谁维保、由谁出钱、停梯之后多久必须恢复，至今没有写清楚；';
/** Nothing in it where a line could break. */
const UNBROKEN = 'https://www.example.org/yunchuan/elevators/'.padEnd(180, 'maintenance-records-');

const TEXT = {
  facts: `${UNBROKEN}\n${repeated(SENTENCE, LONGEST_FACTS - UNBROKEN.length - 1)}`,
  demands: Array.from({ length: DEMANDS }, (_unused, index) =>
    repeated(SENTENCE, index === 0 ? LONGEST_DEMAND : LONGEST_DEMAND / DEMANDS),
  ),
};

/** The longest texts there can be, with ten co-signers and six units: as a draft and at the first steps of the road. */
export async function driveLong(gatewayUrl: string, tenant: string): Promise<void> {
  const cast = new Cast(gatewayUrl, tenant);
  const deputy = await cast.person('deputy');
  await deputy.post('/suggestions', { text: textOf('草稿') });
  const submitted = await written(cast, '提交');
  const registered = await written(cast, '登记');
  await register(cast, registered);
  const journey = new Journey(cast, {
    ...{ name: '长', text: textOf('交办'), category: '城建环保', leadDeputy: 'deputy' },
    ...{ leadUnit: 'jiaotong', coUnits: ['caizheng', 'zhujian', 'gongan', 'zhifa', 'fagai'] },
    ...{ isKey: true, isComplex: true },
  });
  journey.suggestionId = await written(cast, '交办');
  await register(cast, journey.suggestionId);
  await handOver(journey);
  await acknowledge(journey);
  if (submitted === journey.suggestionId) throw new Error('two suggestions became one');
}

/** A submitted suggestion with all its co-signers. */
async function written(cast: Cast, step: string): Promise<string> {
  const deputy = await cast.person('deputy');
  const { id } = await deputy.post('/suggestions', { text: textOf(step) });
  const logins = Array.from({ length: COSIGNERS }, (_unused, index) => `deputy-${index + 2}`);
  const deputyIds = logins.map((login) => personId(cast.tenant, login));
  await deputy.post(`/suggestions/${id}/cosigners`, { deputyIds });
  for (const login of logins) {
    const cosigner = await cast.person(login);
    const { textHash } = await cosigner.get<{ textHash: string }>(`/suggestions/${id}`);
    await cosigner.post(`/suggestions/${id}/cosigners/me:confirm`, { textHash });
  }
  await deputy.post(`/suggestions/${id}:submit`);
  return id;
}

async function register(cast: Cast, id: string): Promise<void> {
  await (await cast.person('desk')).post(`/suggestions/${id}:register`, { category: '城建环保' });
}

function textOf(step: string): typeof TEXT & { title: string } {
  return {
    ...TEXT,
    title: `${repeated(`关于完善老旧小区加装电梯后续管理养护资金筹措（${step}）`, LONGEST_TITLE - 3)}的建议`,
  };
}

function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
