import { ApiRefusal, type ApiSession } from '@huiyin/scripts/api/session';
import { Cast } from '@huiyin/scripts/road/cast';
import { demoCity } from '@huiyin/demo-city/city';
import { PLACES } from '@huiyin/demo-city/places';
import { localDateOf } from '@huiyin/kernel/local-date';

/** What can be read of a tenant, without what is new each time: see `settled`. */
interface TenantRecord {
  /** By number; what has none by title. */
  readonly cases: Readonly<Record<string, unknown>>;
  /** By path. */
  readonly tables: Readonly<Record<string, unknown>>;
}

/** By tenant. */
export type CityRecord = Readonly<Record<string, TenantRecord>>;

/** Pages about one case, as its desk reads them. */
const PARTS = [
  '/cases/*',
  '/suggestions/*/handling',
  '/suggestions/*/meetings',
  '/suggestions/*/evaluations',
];
/** Lists about one case. */
const LISTS = ['/cases/*/timeline', '/clocks?suggestionId=*&includeClosed=true'];
const TABLES = ['/imports/counts?origin=live', '/board', '/assignment-board'];
const TABLE_LISTS = ['/promises', '/evaluations', '/supervision-letters', '/talks', '/urges'];

interface Listed {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
}

/** Everything that the desks of a city read of its cases, their events among it, and of its tables. */
export async function cityRecord(gatewayUrl: string): Promise<CityRecord> {
  const tenants = await Promise.all(
    PLACES.map(async ({ tenant }) => {
      const desk = await new Cast(gatewayUrl, tenant).person('desk');
      return [tenant, await tenantRecord(desk)] as const;
    }),
  );
  return Object.fromEntries(tenants);
}

async function tenantRecord(desk: ApiSession): Promise<TenantRecord> {
  const cases: Record<string, unknown> = {};
  for (const { caseId, number, title } of await desk.all<Listed>('/cases?origin=live')) {
    const of = (path: string): string => path.replace('*', caseId);
    cases[number === '' ? title : number] = settled({
      ...(await read(PARTS, (path) => desk.get(of(path)))),
      ...(await read(LISTS, (path) => desk.all(of(path)))),
    });
  }
  const tables = {
    ...(await read(TABLES, (path) => desk.get(path))),
    ...(await read(TABLE_LISTS, (path) => desk.all(path))),
  };
  return { cases, tables: settled(tables) as TenantRecord['tables'] };
}

async function read(paths: readonly string[], ask: (path: string) => Promise<unknown>) {
  const answers: Record<string, unknown> = {};
  for (const path of paths) answers[path] = await ask(path).catch(refusalAsAnswer);
  return answers;
}

/** What was declined or merged early has no page at every service; that it has none belongs to the record. */
function refusalAsAnswer(error: unknown): string {
  if (error instanceof ApiRefusal && error.status === 404) return error.code;
  throw error;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Units and people have the same id in every demo city; all others are given as things happen, or made of such. */
const NAMED = new Set(JSON.stringify(demoCity()).match(ID));
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const HASH = /^[0-9a-f]{64}$/;
/**
 * How often something was written, up to when an answer was known, and the colour that a case had between two clocks
 * that changed in the same instant: they depend on who was a moment sooner.
 */
const MOMENTARY = new Set(['version', 'asOf', 'upToDate', 'traceId', 'caseColour']);

/**
 * The same for the same city: ids that were given anew, hashes that cover them and the time of day are left out, and
 * lists whose order they decide are put into one of their own.
 */
function settled(value: unknown): unknown {
  if (typeof value === 'string') {
    if (INSTANT.test(value)) return localDateOf(new Date(value));
    return HASH.test(value) ? '#' : value.replaceAll(ID, (id) => (NAMED.has(id) ? id : '*'));
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => settled(item));
    return items.toSorted((a, b) => compared(JSON.stringify(a), JSON.stringify(b)));
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([field]) => !MOMENTARY.has(field));
  return Object.fromEntries(fields.map(([field, held]) => [field, settled(held)]));
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
