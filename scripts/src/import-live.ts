import { PLACES } from '@huiyin/demo-city/places';
import { seededRandom } from '@huiyin/demo-city/random';
import { textForTitle } from '@huiyin/demo-city/suggestion';
import { StartupFailure } from '@huiyin/deploy/servers/startup-failure';
import { stableId } from '@huiyin/kernel/ids';
import { localDateOf } from '@huiyin/kernel/local-date';
import type { ApiSession } from './api/session.ts';
import type { Destination, RefusedRow, RegisterRow, RowResult } from './import-register.ts';

interface PaperForm {
  readonly formNumber: string;
  readonly leadDeputyId: string;
  readonly signedOn: string;
  readonly text: {
    readonly title: string;
    readonly facts: string;
    readonly demands: readonly string[];
    readonly wishedUnitIds: readonly string[];
  };
}

/** What a tenant's session in progress lends to a row. */
export interface LiveSession {
  readonly tenant: string;
  /** Business day. */
  readonly today: string;
  /** In rehearsal the demo city's generator stands in for what a register leaves out; in production nobody does. */
  readonly rehearsal: boolean;
  readonly deputies: readonly { readonly personId: string; readonly name: string }[];
  readonly unitIds: ReadonlyMap<string, string>;
}

/** Each form is a transaction of its own: so many fit well into one call on a busy machine. */
const FORMS_A_CALL = 10;
const MAX_WISHED_UNITS = 5;
const PAGE = 200;

/** Asks for everything rows need. Throws a StartupFailure when no congress session takes suggestions now. */
export async function openLiveSession(desk: ApiSession, tenant: string): Promise<LiveSession> {
  const { now, rehearsal } = await desk.get<{ now: string; rehearsal: boolean }>('/operations/clock');
  const today = localDateOf(new Date(now));
  const sessions = await desk.get<{
    items: readonly { opensOn: string; closesOn: string; cutOffAt: string }[];
  }>('/congress-sessions');
  const current = sessions.items.some(
    ({ opensOn, closesOn, cutOffAt }) =>
      opensOn <= today && today <= closesOn && new Date(now) <= new Date(cutOffAt),
  );
  if (!current) {
    throw new StartupFailure(
      `no congress session of ${tenant} takes suggestions on ${today}: --live is for a session in progress, leave it out to file past cases`,
    );
  }
  const deputies = await everyItem<LiveSession['deputies'][number]>(desk, '/people?role=deputy');
  const units = await everyItem<{ unitId: string; name: string }>(desk, '/units?');
  const unitIds = new Map(units.map(({ name, unitId }) => [name, unitId]));
  return { tenant, today, rehearsal, deputies, unitIds };
}

/** Intake: rows become submitted suggestions of the session in progress, entered for their deputies. */
export function intakeDestination(desk: ApiSession, session: LiveSession, batchRows: number): Destination {
  return {
    batchRows: Math.min(batchRows, FORMS_A_CALL),
    send: async (rows) => {
      const made = rows.map((row) => ({ line: row.line, form: paperFormOf(row, session) }));
      const refused = made.flatMap(({ form }): RowResult[] =>
        'code' in form ? [{ ...form, outcome: 'refused' }] : [],
      );
      const sent = made.flatMap(({ line, form }) => ('code' in form ? [] : [{ line, form }]));
      if (sent.length === 0) return refused;
      const body = { forms: sent.map(({ form }) => form) };
      const { results } = await desk.send<{ results: readonly Omit<RowResult, 'line'>[] }>(
        'POST',
        '/suggestions:take-in',
        body,
      );
      return [...refused, ...results.map((result, index) => ({ ...result, line: sent[index]?.line ?? 0 }))];
    },
  };
}

/**
 * A row as the signed form it stands for. Beside a past register's columns it may have `lead_deputy` (name or person
 * id), `signed_on`, `facts` and `demands`.
 */
export function paperFormOf({ line, row }: RegisterRow, session: LiveSession): PaperForm | RefusedRow {
  const refuse = (code: string, field: string, message: string): RefusedRow => ({
    ...{ line, code, field, message },
  });
  const title = textOf(row['title']);
  if (title === '') return refuse('row-without-title', 'title', '缺少标题');
  const identity = ['source', 'place', 'session', 'number'].map((column) => textOf(row[column]));
  const key = stableId('register-row', ...identity, title);
  const leadDeputyId = deputyOf(row, key, session);
  if (leadDeputyId === undefined) {
    const named = textOf(row['lead_deputy']);
    return named === ''
      ? refuse('row-without-deputy', 'lead_deputy', '缺少领衔代表')
      : refuse('deputy-unknown', 'lead_deputy', '代表名单中没有这位代表，或有重名，请填写代表标识');
  }
  const signedOn = textOf(row['signed_on']) || (session.rehearsal ? session.today : '');
  if (signedOn === '') return refuse('row-without-signature', 'signed_on', '缺少代表签名的日期');
  const wished = listOf(row['main_unit']).flatMap((name) => session.unitIds.get(name) ?? []);
  const text = { title, ...wordsOf(row, key, session), wishedUnitIds: wished.slice(0, MAX_WISHED_UNITS) };
  return { formNumber: `register-${key}`, leadDeputyId, signedOn, text };
}

function deputyOf(row: RegisterRow['row'], key: string, session: LiveSession): string | undefined {
  const named = textOf(row['lead_deputy']);
  if (named !== '') {
    const found = session.deputies.filter(({ personId, name }) => personId === named || name === named);
    return found.length === 1 ? found[0]?.personId : undefined;
  }
  if (!session.rehearsal || session.deputies.length === 0) return undefined;
  return seededRandom(`live/${key}`).pick(session.deputies).personId;
}

/** What intake finds missing it refuses itself. */
function wordsOf(row: RegisterRow['row'], key: string, { rehearsal, tenant }: LiveSession) {
  const given = { facts: textOf(row['facts']), demands: listOf(row['demands']) };
  const place = PLACES.find((each) => each.tenant === tenant);
  if (!rehearsal || place === undefined || given.facts !== '' || given.demands.length > 0) return given;
  const { facts, demands } = textForTitle(seededRandom(`live/${key}`), place, textOf(row['title']));
  return { facts, demands };
}

async function everyItem<Item>(desk: ApiSession, path: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: { items: readonly Item[]; nextCursor?: string } = await desk.get(
      `${path}&limit=${PAGE}&cursor=${encodeURIComponent(cursor)}`,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((item) => item !== '') : [];
}
