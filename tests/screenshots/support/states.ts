import { DEMO_PASSWORD } from '@huiyin/demo-city/accounts';
import { PLACES } from '@huiyin/demo-city/places';
import { demoRegister } from '@huiyin/demo-city/register';
import { logIn } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import { filePlan } from '@huiyin/scripts/road/handle';
import { confirmBySides } from '@huiyin/scripts/road/meet';
import { acknowledge } from '@huiyin/scripts/road/raise';
import { assignedCase } from '../../browser/support/assigned-case.ts';
import { driveNormal } from './normal-cases.ts';
import { driveLong } from './long-cases.ts';

const MANY_ROWS = 10_000;
/** As many as one call takes. */
const ROWS_A_CALL = 200;

/** The unit that handles the cases. */
const SHOWN_UNIT = 'jiaotong';

/** Whose people look at a unit's pages: those of the unit that handles the cases, and of the committee that oversees it. */
export const SHOWN_UNITS = [SHOWN_UNIT, 'chenghuan'];

/** How much data the pages are looked at with. */
export interface DataState {
  readonly name: 'empty' | 'normal' | 'many' | 'long';
  readonly tenant: string;
  /** Whether its cases live here or are past ones of a register. */
  readonly holds: 'live' | 'register';
  /** Pages that cannot show anything here, as a case that ended where nothing has; of others that is a fault. */
  readonly lacks: readonly string[];
  /** Whether its cases were handed in while a congress sat: the others are none of its registrars' business. */
  readonly inSession: boolean;
  /** Whether lists answer as if they had ten thousand rows. */
  readonly hasManyRows: boolean;
  /** Fills a tenant without cases. */
  fill(gatewayUrl: string, tenant: string): Promise<void>;
}

/** Each in a tenant of its own, in the order in which they are filled: the third moves the clock on. */
export const STATES: readonly DataState[] = [
  {
    ...{ name: 'empty', tenant: 'xiling', holds: 'live', inSession: false, hasManyRows: false },
    lacks: ['case', 'case-ended', 'draft', 'reply'],
    fill: () => Promise.resolve(),
  },
  {
    ...{ name: 'many', tenant: 'beiyuan', holds: 'register', inSession: true, hasManyRows: true },
    lacks: [],
    fill: fillMany,
  },
  {
    ...{ name: 'normal', tenant: 'donghu', holds: 'live', inSession: true, hasManyRows: false },
    lacks: [],
    fill: driveNormal,
  },
  {
    ...{ name: 'long', tenant: 'yunchuan', holds: 'live', inSession: false, hasManyRows: false },
    lacks: ['case-ended'],
    fill: driveLong,
  },
];

/** Fills the state's tenant unless somebody has already. */
export async function provideState(gatewayUrl: string, { tenant, holds, fill }: DataState): Promise<void> {
  const desk = await logIn(gatewayUrl, `desk@${tenant}`, DEMO_PASSWORD);
  const { items } = await desk.get<{ items: readonly unknown[] }>(`/cases?limit=1&origin=${holds}`);
  if (items.length === 0) await fill(gatewayUrl, tenant);
}

/** Ten thousand past cases, and one of each page that is about a single one. */
async function fillMany(gatewayUrl: string, tenant: string): Promise<void> {
  const cast = new Cast(gatewayUrl, tenant);
  const text = { title: '关于增加湖心社区养老助餐点的建议', facts: '', demands: [] };
  await (await cast.person('deputy')).post('/suggestions', { text });
  const of = { leadDeputy: 'deputy', leadUnit: SHOWN_UNIT, coUnit: 'caizheng' };
  const journey = await assignedCase(cast, { title: '关于增加月河路路灯的建议', ...of });
  await acknowledge(journey);
  await confirmBySides(journey);
  await filePlan(journey);
  await importMany(gatewayUrl, tenant);
}

async function importMany(gatewayUrl: string, tenant: string): Promise<void> {
  const place = PLACES.find((each) => each.tenant === tenant);
  if (place === undefined) throw new Error(`the demo city has no ${tenant}`);
  const desk = await logIn(gatewayUrl, `desk@${tenant}`, DEMO_PASSWORD);
  const rows = demoRegister({ seed: 'screenshots', place, rows: MANY_ROWS });
  for (let from = 0; from < rows.length; from += ROWS_A_CALL) {
    const batch = rows.slice(from, from + ROWS_A_CALL).map((row, index) => ({ line: from + index + 1, row }));
    await desk.send('POST', '/imports', { source: 'screenshots', rows: batch });
  }
}
