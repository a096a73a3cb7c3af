import { setTimeout as sleep } from 'node:timers/promises';
import { isErrno } from '@huiyin/deploy/processes/process-identity';
import { untilQuiet } from '../api/quiet.ts';
import type { ApiSession } from '../api/session.ts';
import { inTurn } from './many-cases.ts';
import type { ContainerState, Project } from './project.ts';
import { accountFor, type Told, type WarningAccount } from './warning-account.ts';

export const REPLICAS = 3;
/** 签收: past its last day such a clock turns yellow and its unit is urged, once. Then the receipt is deemed, and it is green again. */
const KIND = 'ack';
/** A sweep looks once a second: the one kill comes before it, the other in the middle of it. */
const BETWEEN_KILLS_MS = 300;
const QUIET_WITHIN_MS = 300_000;
const SETTLE_MS = 500;
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Three events as the case files tell them, then supervision's own lists. */
const WHATS = ['turned yellow', 'clock-missed', 'unit-urged', 'urge listed', 'clock listed as missed'];

export interface Trouble {
  /** Clocks that became due at one instant. */
  readonly clocks: number;
  readonly dueAt: string;
  /** Warnings given when each of the two had been killed. */
  readonly firedWhenKilled: readonly number[];
  readonly accounts: readonly WarningAccount[];
  /** Restarts of the replicas by the engine. */
  readonly restarts: number;
  readonly seconds: number;
}

interface Clock {
  readonly clockId: string;
  readonly suggestionId: string;
  readonly dueDate: string;
  readonly colour: string;
  readonly missed: boolean;
}

interface Parties {
  readonly desk: ApiSession;
  readonly operator: ApiSession;
}

/**
 * Lets all terms for 签收 of these cases end at one midnight, kills two of supervision's three replicas with SIGKILL
 * right then, and accounts for every warning.
 */
export async function killWhileDue(
  project: Project,
  { desk, operator }: Parties,
  caseIds: readonly string[],
): Promise<Trouble> {
  const ours = new Set(caseIds);
  const clocks = (await desk.all<Clock>(`/clocks?kind=${KIND}`)).filter(
    ({ suggestionId, colour }) => ours.has(suggestionId) && colour === 'green',
  );
  const dueDate = clocks[0]?.dueDate ?? '';
  const due = clocks.filter((clock) => clock.dueDate === dueDate);
  const dueAt = new Date(Date.parse(`${dueDate}T00:00:00Z`) + DAY_MS - SHANGHAI_MS);
  const replicas = await project.containers('supervision');
  const [first, second] = replicas.filter(({ running }) => running);
  if (due.length === 0 || first === undefined || second === undefined || replicas.length !== REPLICAS)
    throw new Error(`${due.length} clocks and ${replicas.length} replicas: nothing to try`);

  const startedAt = performance.now();
  const firedBefore = await warned(desk);
  const to = new Date(dueAt.getTime() + 1_000).toISOString();
  await operator.post('/operations/clock:advance', { to });
  await kill(project, first);
  const atFirst = (await warned(desk)) - firedBefore;
  await sleep(BETWEEN_KILLS_MS);
  await kill(project, second);
  const atSecond = (await warned(desk)) - firedBefore;

  await untilQuiet(operator, to, QUIET_WITHIN_MS);
  await allRun(project);
  // Whatever a replica that came back would tell once more, it has told by now.
  await sleep(SETTLE_MS);
  await untilQuiet(operator, to, QUIET_WITHIN_MS);
  const told = [...(await toldByTimelines(desk, caseIds)), ...(await toldByLists(desk))];
  return {
    clocks: due.length,
    dueAt: dueAt.toISOString(),
    firedWhenKilled: [atFirst, atSecond],
    accounts: accountFor(
      due.map(({ clockId }) => clockId),
      WHATS,
      told,
    ),
    restarts: (await project.containers('supervision')).reduce((sum, { restarts }) => sum + restarts, 0),
    seconds: (performance.now() - startedAt) / 1000,
  };
}

/** As a crash, from outside of the container: what the engine itself kills it does not start again. */
async function kill(project: Project, { id, pid }: ContainerState): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!isErrno(error, 'EPERM') && !isErrno(error, 'ESRCH')) throw error;
    // The engine is on another machine, or its processes are not ours: it kills, and is asked to start.
    await project.docker('kill', '--signal=KILL', id);
    await project.docker('start', id);
  }
}

async function warned(desk: ApiSession): Promise<number> {
  const { clocks } = await desk.get<{ clocks: { yellow: number; red: number } }>('/board');
  return clocks.yellow + clocks.red;
}

async function allRun(project: Project): Promise<void> {
  const giveUpAt = performance.now() + QUIET_WITHIN_MS;
  for (;;) {
    const healthy = (await project.containers('supervision')).filter(({ health }) => health === 'healthy');
    if (healthy.length === REPLICAS) return;
    if (performance.now() > giveUpAt) throw new Error(`${healthy.length} of ${REPLICAS} replicas came back`);
    await sleep(1_000);
  }
}

/** What the case files say, which archive wrote from supervision's events. */
async function toldByTimelines(desk: ApiSession, caseIds: readonly string[]): Promise<readonly Told[]> {
  interface Fact {
    readonly type: string;
    readonly facts: { readonly clockId?: string; readonly toColour?: string };
  }
  const told: Told[] = [];
  await inTurn(caseIds, async (id) => {
    for (const { type, facts } of await desk.all<Fact>(`/cases/${id}/timeline`)) {
      const what = type === 'colour-changed' ? `turned ${facts.toColour}` : type;
      told.push({ what, clockId: facts.clockId ?? '' });
    }
  });
  return told;
}

/** What supervision itself lists. */
async function toldByLists(desk: ApiSession): Promise<readonly Told[]> {
  const urges = await desk.all<{ clockId: string; automatic: boolean }>('/urges');
  const clocks = await desk.all<Clock>(`/clocks?kind=${KIND}&includeClosed=true`);
  return [
    ...urges.map(({ clockId }) => ({ clockId, what: 'urge listed' })),
    ...clocks
      .filter(({ missed }) => missed)
      .map(({ clockId }) => ({ clockId, what: 'clock listed as missed' })),
  ];
}

/** Whether every chain and seal holds, and nothing lies among the dead letters. */
export async function soundAfterwards({ operator }: Parties): Promise<{
  readonly intact: boolean;
  readonly events: number;
  readonly deadLetters: number;
}> {
  const audit = await operator.send<{ intact: boolean; services: readonly { events: number }[] }>(
    'POST',
    '/operations/audit:verify',
  );
  const health = await operator.get<{ services: readonly { deadLetters: number }[] }>('/operations/health');
  return {
    intact: audit.intact,
    events: audit.services.reduce((sum, { events }) => sum + events, 0),
    deadLetters: health.services.reduce((sum, { deadLetters }) => sum + deadLetters, 0),
  };
}
