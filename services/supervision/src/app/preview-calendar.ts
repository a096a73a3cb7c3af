import type { QueryContext } from '@huiyin/kernel/command-context';
import type { LocalDate } from '@huiyin/kernel/local-date';
import type { Rejection } from '@huiyin/kernel/rejection';
import type { Tx } from '@huiyin/kernel/tx';
import { workCalendar, type CalendarDay } from '@huiyin/calendar/work-calendar';
import { effectOf, type ClockEffect } from '../domain/calendar-effect.ts';
import { refuse } from '../domain/rejections.ts';
import { refuseAct } from '../domain/rights.ts';
import type { References } from '../domain/watch.ts';
import type { LoadedCase, SupervisionPorts } from './ports.ts';
import { referencesFor } from './references.ts';
import { momentFor } from './settle-case.ts';

/** Cases looked at for one answer. */
const PAGE_CASES = 300;
/** Thirty years of notices; directory takes no more. */
const MAX_DAYS = 3_000;

/** A calendar that may come to hold. */
export interface WantedCalendar {
  readonly knownUntil: LocalDate;
  readonly days: readonly CalendarDay[];
  /** The case after which to go on; empty for the first page. */
  readonly cursor: string;
}

/** What a calendar would change in some cases. */
export interface CalendarPreview {
  readonly effects: readonly (ClockEffect & { readonly caseId: string; readonly number: string })[];
  /** Cases looked at in this answer. */
  readonly cases: number;
  /** Cases with an open clock at all. */
  readonly total: number;
  /** Empty when there are no more cases. */
  readonly nextCursor: string;
}

/**
 * Which dates a calendar would move and which colours would turn, some cases at a time; changes nothing. Every clock is
 * decided by the same review that the import will bring about.
 */
export function previewCalendar(ports: SupervisionPorts) {
  return async (wanted: WantedCalendar, ctx: QueryContext): Promise<CalendarPreview | Rejection> => {
    const refused = refuseAct(ctx, 'supervision.preview-calendar');
    if (refused !== undefined) return refused;
    const dates = new Set(wanted.days.map(({ date }) => date));
    if (wanted.days.length > MAX_DAYS) return refuse('calendar-too-long', { field: 'days' });
    if (dates.size < wanted.days.length) return refuse('calendar-day-twice', { field: 'days' });
    return ports.uow.read(ctx.tenant, (tx) => preview(ports, tx, wanted, ctx));
  };
}

async function preview(
  ports: SupervisionPorts,
  tx: Tx,
  wanted: WantedCalendar,
  { tenant, at }: QueryContext,
): Promise<CalendarPreview | Rejection> {
  const calendar = workCalendar(wanted);
  const { caseIds, total } = await ports.cases.open(tx, { tenant, after: wanted.cursor, limit: PAGE_CASES });
  const loaded = await ports.cases.loadAll(tx, tenant, caseIds);
  const effects: CalendarPreview['effects'][number][] = [];
  for (const [caseId, found] of loaded) {
    const under = await underNow(ports, tx, { tenant, found, at });
    if (under === undefined) return refuse('references-missing');
    const { number, clocks } = effectOf(under.file, under.references, calendar, under.moment);
    effects.push(...clocks.map((clock) => ({ ...clock, caseId, number })));
  }
  const nextCursor = caseIds.length < PAGE_CASES ? '' : (caseIds.at(-1) ?? '');
  return { effects, cases: caseIds.length, total, nextCursor };
}

/** A case as it stands now, with the facts that still wait. */
async function underNow(
  ports: SupervisionPorts,
  tx: Tx,
  { tenant, found, at }: { tenant: string; found: LoadedCase; at: Date },
) {
  const moment = momentFor(found, at);
  const facts = [...found.file.facts, ...found.unsettled];
  const references: References | undefined = await referencesFor(ports, tx, { tenant, facts, moment });
  return references && { file: { ...found.file, facts }, references, moment };
}
