import { randomUUID } from 'node:crypto';
import { textForTitle } from '@huiyin/demo-city/suggestion';
import { seededRandom } from '@huiyin/demo-city/random';
import { unitsOf } from '@huiyin/demo-city/units';
import { localDateOf } from '@huiyin/kernel/local-date';
import { untilQuiet } from '../api/quiet.ts';
import type { ApiSession } from '../api/session.ts';
import { roadPlace } from '../road/road-case.ts';

/** Forms of one call, each a transaction of its own. */
const FORMS_A_CALL = 10;
/** Cases of one batch: fewer than the gateway takes, so that a busy machine answers in time. */
const BATCH = 10;
/** Registrations on their way at once: each waits for the number of the one before. */
const AT_ONCE = 2;
/** Units with a share of each case: each has a clock of its own for 签收. */
const UNITS_A_CASE = 5;
const QUIET_WITHIN_MS = 300_000;

interface TakenIn {
  readonly results: readonly {
    readonly outcome: string;
    readonly suggestionId: string;
    readonly message: string;
  }[];
}

interface Batched {
  readonly results: readonly { readonly outcome: string; readonly code: string; readonly message: string }[];
}

/**
 * So many suggestions on paper, registered, classified and handed to five units each, all on one day: their terms for
 * 签收 end together. Through the gateway as the congress desk does it; answers their ids.
 */
export async function handOverMany(
  desk: ApiSession,
  operator: ApiSession,
  cases: number,
): Promise<readonly string[]> {
  const { now } = await operator.get<{ now: string }>('/operations/clock');
  const ids = await takeIn(desk, cases, localDateOf(new Date(now)));
  await inTurn(ids, (id) => desk.post(`/suggestions/${id}:register`, { category: '城建环保' }));
  await untilQuiet(operator, '', QUIET_WITHIN_MS);
  const point = { points: 2, reason: '涉及多个部门' };
  const scores = { scope: point, difficulty: { ...point, points: 1 }, urgency: { ...point, points: 1 } };
  await inBatches(desk, 'classify', ids, () => ({ ...scores, expectedUnits: UNITS_A_CASE }));
  await untilQuiet(operator, '', QUIET_WITHIN_MS);
  const departments = unitsOf(roadPlace()).filter(({ kind }) => kind === 'government');
  await inBatches(desk, 'assign', ids, (index) => ({
    shares: Array.from({ length: UNITS_A_CASE }, (_, place) => ({
      unitId: departments[(index + place) % departments.length]?.unitId,
      role: place === 0 ? 'lead' : 'co',
    })),
  }));
  await untilQuiet(operator, '', QUIET_WITHIN_MS);
  return ids;
}

async function takeIn(desk: ApiSession, cases: number, signedOn: string): Promise<readonly string[]> {
  const deputies = await desk.all<{ personId: string }>('/people?role=deputy');
  const series = randomUUID();
  const forms = Array.from({ length: cases }, (_, index) => {
    const title = `关于改善第${index + 1}号路口通行条件的建议`;
    const { facts, demands } = textForTitle(seededRandom(title), roadPlace(), title);
    const leadDeputyId = deputies[index % deputies.length]?.personId;
    const formNumber = `${series}-${index + 1}`;
    return { formNumber, leadDeputyId, signedOn, text: { title, facts, demands, wishedUnitIds: [] } };
  });
  const ids: string[] = [];
  for (let from = 0; from < forms.length; from += FORMS_A_CALL) {
    const body = { forms: forms.slice(from, from + FORMS_A_CALL) };
    const { results } = await desk.send<TakenIn>('POST', '/suggestions:take-in', body);
    const refused = results.find(({ outcome }) => outcome === 'refused');
    if (refused !== undefined) throw new Error(`a form was refused: ${refused.message}`);
    ids.push(...results.map(({ suggestionId }) => suggestionId));
  }
  return ids;
}

async function inBatches(
  desk: ApiSession,
  act: 'classify' | 'assign',
  ids: readonly string[],
  bodyOf: (index: number) => object,
): Promise<void> {
  const items = ids.map((suggestionId, index) => ({ suggestionId, ...bodyOf(index) }));
  for (let from = 0; from < items.length; from += BATCH) {
    const body = { items: items.slice(from, from + BATCH) };
    const { results } = await desk.send<Batched>('POST', `/suggestions:batch-${act}`, body);
    const refused = results.find(({ outcome }) => outcome === 'refused');
    if (refused !== undefined) throw new Error(`${act} was refused: ${refused.code} ${refused.message}`);
  }
}

/** Some at a time, each once. */
export async function inTurn<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
