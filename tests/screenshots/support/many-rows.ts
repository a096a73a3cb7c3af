import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PLACES } from '@huiyin/demo-city/places';
import { demoCity } from '@huiyin/demo-city/city';
import { seededRandom } from '@huiyin/demo-city/random';
import { demoSuggestion } from '@huiyin/demo-city/suggestion';
import { REPOSITORY } from '@huiyin/deploy/state-directory';
import type { Page, Request } from 'playwright-core';

/** What every list has. */
const MANY_ROWS = 10_000;
const DEFAULT_LIMIT = 50;
const TITLES = 200;
/** Ids that only this file gives begin so. */
const MADE_UP = 'ffffffff-';
const OPENAPI = join(REPOSITORY, 'services/gateway/openapi.json');

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly responses: Record<string, Answer> } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What stays as it is: a handful of rows everywhere, or names of what other rows mention. */
const AS_THEY_ARE: ReadonlySet<string> = new Set([
  ...['/api/v1/units', '/api/v1/rule-packs', '/api/v1/congress-sessions', '/api/v1/tenants'],
  ...['/api/v1/me/views', '/api/v1/cases/{id}/timeline', '/api/v1/operations/dead-letters'],
]);

/** A word of each list's closed ones; what the address asks for wins. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/api/v1/suggestions': { status: 'draft', relation: 'lead-deputy' },
  '/api/v1/registration-queue': { status: 'submitted' },
  '/api/v1/paper-forms': { status: 'registered' },
  '/api/v1/pre-reviews': { status: 'pre-review' },
  '/api/v1/assignments': { status: 'in-handling', role: 'lead' },
  '/api/v1/return-requests': { status: 'in-handling', role: 'lead' },
  '/api/v1/supervision-letters': { status: 'sent' },
  '/api/v1/talks': { status: 'called', cause: 'long-red' },
  '/api/v1/meetings': { status: 'scheduled', kind: 'on-site' },
  '/api/v1/people': { name: '王秀英' },
  '/api/v1/promises': { status: 'open' },
  '/api/v1/clocks': { kind: 'reply', status: 'open', owner: 'unit', colour: 'red' },
};

/** Not yet classified, and the two types. */
const HANDLING = ['', 'complex', 'general'] as const;
const KEY_EVERY = 5;
/** Members that only one kind of row has. */
const LEFT_OUT: ReadonlySet<string> = new Set(['consultation']);
/** As many as the board names, however many are red. */
const MOST_RED = 200;

/** Filters that rows then obey. */
const ECHOED = ['status', 'colour', 'kind', 'unitId', 'role'] as const;

/** Fields that mean the same wherever they stand. */
const COMMON: Readonly<Record<string, unknown>> = {
  ...{ colour: 'red', category: '城建环保', kind: 'suggestion', origin: 'live' },
  ...{ stage: 'in-progress', period: 'in-session', coordinationOpen: true, year: 2026 },
  ...{ act: 'reply', kindName: '答复期限', reason: '已超过答复期限', topic: 'reply', state: 'valid' },
  ...{ startsAt: '2026-01-07T15:00:00+08:00', place: '云湖街道会议室', nextAction: '约谈', mine: 'none' },
  ...{ text: '年内整修河堤路人行道', message: '请按期办理，有困难请及时报告。', active: true, read: false },
  ...{ grounds: '不属本单位职责', legalBasis: '机构职能规定', cosigners: 9, rule: 'overdue', phone: '' },
};

/** Every list answers with ten thousand rows of its schema, page after page, and so does what is asked about one. */
export async function answerManyRows(page: Page, tenant: string): Promise<void> {
  const api = JSON.parse(await readFile(OPENAPI, 'utf8')) as OpenApi;
  const made = new Made(api, tenant);
  await page.route('**/api/v1/**', async (route) => {
    const json = made.answer(route.request());
    await (json === undefined ? route.fallback() : route.fulfill({ json }));
  });
}

class Made {
  readonly #api: OpenApi;
  readonly #titles: readonly string[];
  readonly #unitIds: readonly string[];
  readonly #deputyIds: readonly string[];
  readonly #unitNames: ReadonlyMap<string, string>;

  constructor(api: OpenApi, tenant: string) {
    const place = PLACES.find((each) => each.tenant === tenant);
    const city = demoCity().find((each) => each.place.tenant === tenant);
    if (place === undefined || city === undefined) throw new Error(`the demo city has no ${tenant}`);
    const random = seededRandom('many rows');
    this.#api = api;
    this.#titles = Array.from({ length: TITLES }, () => demoSuggestion(random, place).title);
    this.#unitIds = city.units.map(({ unitId }) => unitId);
    this.#unitNames = new Map(city.units.map(({ unitId, name }) => [unitId, name]));
    this.#deputyIds = city.people
      .filter(({ deputy }) => deputy !== undefined)
      .map(({ personId }) => personId);
  }

  /** Undefined for what the system itself answers. */
  answer(request: Request): unknown {
    if (request.method() !== 'GET') return undefined;
    const { pathname, searchParams } = new URL(request.url());
    const path = this.#pathOf(pathname);
    const schema = path === undefined ? undefined : this.#schemaOf(path);
    if (path === undefined || schema === undefined || AS_THEY_ARE.has(path)) return undefined;
    if (path === '/api/v1/board') return this.#board(schema);
    const item = this.#deref(schema).properties?.['items'];
    // A single case has as much as it has, and the register really holds ten thousand.
    if (searchParams.has('suggestionId') || searchParams.get('origin') === 'register') return undefined;
    if (item !== undefined) return this.#list(path, this.#deref(item).items ?? {}, searchParams);
    return pathname.includes(MADE_UP) ? this.#valueOf('', schema, indexOf(pathname), {}) : undefined;
  }

  #board(schema: Schema): unknown {
    const clock = this.#deref(schema).properties?.['red']?.items ?? {};
    const counts = { red: MANY_ROWS, yellow: MANY_ROWS, green: MANY_ROWS };
    const words = WORDS['/api/v1/clocks'] ?? {};
    return {
      ...Object(this.#valueOf('', schema, 0, {})),
      ...{ cases: counts, clocks: counts, redWithoutOwner: 0 },
      red: Array.from({ length: MOST_RED }, (_unused, index) => this.#valueOf('', clock, index, words)),
    };
  }

  #list(path: string, item: Schema, search: URLSearchParams): unknown {
    const from = Number(search.get('cursor') || 0);
    const to = Math.min(MANY_ROWS, from + Number(search.get('limit') ?? DEFAULT_LIMIT));
    const asked = ECHOED.flatMap((name) => {
      const word = search.get(name) ?? '';
      return word === '' ? [] : [[name, word] as const];
    });
    const words: Readonly<Record<string, string>> = { ...WORDS[path], ...Object.fromEntries(asked) };
    const monday = search.get('from') ?? '';
    return {
      items: Array.from({ length: to - from }, (_unused, at) =>
        this.#valueOf('', item, from + at, {
          ...words,
          ...(monday === '' ? {} : { startsAt: momentIn(monday, from + at) }),
        }),
      ),
      ...(to < MANY_ROWS ? { nextCursor: String(to) } : {}),
    };
  }

  #valueOf(name: string, given: Schema, index: number, words: Readonly<Record<string, string>>): unknown {
    const schema = this.#deref(given);
    const known = words[name] ?? this.#known(name, index) ?? COMMON[name];
    if (schema.type === 'string') return typeof known === 'string' ? known : (schema.enum?.[0] ?? '');
    if (schema.type === 'boolean') return known === true || known === 'true';
    if (schema.type === 'integer' || schema.type === 'number') return typeof known === 'number' ? known : 1;
    if (schema.type === 'array') return this.#arrayOf(name, schema.items ?? {}, index);
    if (schema.properties === undefined) {
      const some = schema.anyOf?.find(({ type }) => type !== 'null');
      return some === undefined ? null : this.#valueOf(name, some, index, {});
    }
    const inner = name === 'party' || name === 'leadUnits' ? { kind: 'unit' } : words;
    return Object.fromEntries(
      Object.entries(schema.properties)
        .filter(([member]) => !LEFT_OUT.has(member))
        .map(([member, of]) => [member, this.#valueOf(member, of, index, inner)]),
    );
  }

  /** One unit; of what else is repeated in a row nothing, so that a row is as short as it can be. */
  #arrayOf(name: string, items: Schema, index: number): readonly unknown[] {
    if (name === 'leadUnits') return [this.#valueOf(name, items, index, { kind: 'unit' })];
    if (name === 'participantIds') return [this.#deputyId(index)];
    if (name === 'memberships') return [{ role: 'deputy', unitId: '', active: true }];
    return [];
  }

  #known(name: string, index: number): unknown {
    const unitId = this.#unitIds[index % this.#unitIds.length] ?? '';
    if (name === 'title' || name === 'caseTitle') return this.#titles[index % TITLES];
    if (name === 'name') return this.#unitNames.get(unitId);
    if (name === 'number' || name === 'caseNumber' || name === 'displayNumber') return `第${index + 1}号`;
    if (name === 'handlingType') return HANDLING[index % HANDLING.length];
    if (name === 'isKey') return index % KEY_EVERY === 0;
    if (name === 'formNumber') return `纸-${index + 1}`;
    if (/unitId$/i.test(name) || name === 'id') return unitId;
    if (/(?:On|Due|Date|Until|holdBy)$/.test(name)) return dayOf(index);
    if (/(?:deputy|person)Id$|By$/i.test(name)) return this.#deputyId(index);
    if (name === 'extensionId' || name === 'replyId') return '';
    if (name.endsWith('Id')) return madeUpId(index);
    if (name.endsWith('At')) return `${dayOf(index)}T01:00:00.000Z`;
    return undefined;
  }

  #deputyId(index: number): string {
    return this.#deputyIds[index % this.#deputyIds.length] ?? '';
  }

  #pathOf(pathname: string): string | undefined {
    return Object.keys(this.#api.paths).find((path) => {
      const pattern = path
        .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
        .replaceAll(/\{[^}]*\}/g, '[^/:]+');
      return new RegExp(`^${pattern}$`).test(pathname);
    });
  }

  #schemaOf(path: string): Schema | undefined {
    return this.#api.paths[path]?.get?.responses['200']?.content?.['application/json']?.schema;
  }

  #deref(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : this.#deref(this.#api.components.schemas[name] ?? {});
  }
}

function madeUpId(index: number): string {
  return `${MADE_UP}0000-7000-8000-${String(index).padStart(12, '0')}`;
}

function indexOf(pathname: string): number {
  return Number(new RegExp(`${MADE_UP}0000-7000-8000-(\\d{12})`).exec(pathname)?.[1] ?? 0);
}

/** Days of the first half of the demo's year. */
function dayOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 5 + (index % 180))).toISOString().slice(0, 10);
}

/** A moment of the week that was asked for. */
function momentIn(monday: string, index: number): string {
  const day = new Date(Date.parse(monday) + (index % 5) * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${String(9 + (index % 8)).padStart(2, '0')}:00:00+08:00`;
}
