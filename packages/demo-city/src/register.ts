import { addDays, dayNumber, type LocalDate } from '@huiyin/kernel/local-date';

import { chineseNumber, congressSessionsOf, type DemoCongressSession } from './congress-sessions.ts';
import type { Place } from './places.ts';
import { seededRandom, type Random } from './random.ts';
import { demoSuggestion, type DemoSuggestion } from './suggestion.ts';
import { unitsOf } from './units.ts';

/** What a co-unit or parallel unit did, as registers note it. */
export interface RegisterHandler {
  readonly unit: string;
  readonly role: '协办单位';
  readonly received: LocalDate;
  readonly replied: LocalDate;
  readonly status: '9';
}

/** One row of a register of past suggestions 台账. What a register does not say is absent. */
export interface RegisterRow {
  readonly source: string;
  readonly kind: '人大建议';
  readonly place: string;
  readonly session: string;
  readonly year: number;
  readonly number: string;
  readonly case_kind: '建议' | '议案转建议';
  readonly title: string;
  readonly category: string;
  readonly period: '大会期间' | '闭会期间';
  readonly public: '公开' | '依申请公开';
  readonly nature: readonly string[];
  readonly lead_delegation: string;
  readonly cosigner_count: number;
  readonly registered: LocalDate;
  readonly review: '立案';
  readonly step: '办理' | '反馈';
  readonly main_unit?: readonly string[];
  readonly co_units?: readonly string[];
  readonly handlers?: readonly RegisterHandler[];
  readonly cosigner_note?: string;
  readonly assigned?: LocalDate;
  readonly contacts?: readonly LocalDate[];
  readonly reply_date?: LocalDate;
  readonly reply_no?: string;
  readonly reply_class?: 'A' | 'B' | 'C' | 'D';
  readonly published?: LocalDate;
  readonly eval_result?: '满意' | '基本满意' | '不满意';
}

const SOURCE = 'demo-city register';

/**
 * A register of a place's past sessions: `rows` rows, the same for the same seed, columns as in published registers.
 * Numbers run from 1 within each session; the rows spread over the sessions before the current one.
 */
export function demoRegister(options: {
  readonly seed: string;
  readonly place: Place;
  readonly rows: number;
}): RegisterRow[] {
  const { place, rows } = options;
  const random = seededRandom(`${options.seed}/register/${place.tenant}`);
  const past = congressSessionsOf(place).slice(0, -1);
  const unitNames = new Map(unitsOf(place).map((unit) => [unit.code, unit.name]));
  return past.flatMap((session, index) => {
    const count = Math.floor((rows + past.length - 1 - index) / past.length);
    return Array.from({ length: count }, (_unused, position) => {
      const suggestion = demoSuggestion(random, place);
      return registerRow({ random, place, session, suggestion, unitNames, number: position + 1 });
    });
  });
}

interface RowSource {
  readonly random: Random;
  readonly place: Place;
  readonly session: DemoCongressSession;
  readonly suggestion: DemoSuggestion;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly number: number;
}

function registerRow(from: RowSource): RegisterRow {
  const { random, place, session, suggestion, number } = from;
  const inSession = suggestion.period === 'in-session';
  const registered = inSession
    ? addDays(session.opensOn, random.int(0, dayNumber(session.closesOn) - dayNumber(session.opensOn)))
    : addDays(session.closesOn, random.int(20, 200));
  const teams = place.towns.length;
  return {
    source: SOURCE,
    kind: '人大建议',
    place: place.parent === undefined ? place.name : `云川市${place.name}`,
    session: sessionName(place, session),
    year: Number(session.opensOn.slice(0, 4)),
    number: String(number),
    case_kind: random.chance(0.02) ? '议案转建议' : '建议',
    title: suggestion.title,
    category: suggestion.category,
    period: inSession ? '大会期间' : '闭会期间',
    public: random.chance(0.97) ? '公开' : '依申请公开',
    nature: [random.weighted({ 当年: 90, 重点督办: 6, 多年重复: 4 })],
    lead_delegation: `第${chineseNumber(random.int(1, teams))}代表团`,
    cosigner_count: suggestion.cosignerCount,
    ...(suggestion.cosignerCount > 0 && { cosigner_note: `等${suggestion.cosignerCount + 1}名代表` }),
    registered,
    review: '立案',
    ...handling(from, registered),
  };
}

/** The part that differs from row to row: who handled it and what is known of the answer. */
function handling(from: RowSource, registered: LocalDate): Pick<RegisterRow, 'step'> & Partial<RegisterRow> {
  const { random, suggestion } = from;
  // Registers leave the lead out now and then; it is a bucket of its own, not a guess.
  const mainUnit = random.chance(0.97) ? [unitName(from, suggestion.leadUnitCode)] : undefined;
  const handlers = suggestion.coUnitCodes.map((code) => coHandler(from, code, registered));
  const assigned = addDays(registered, random.int(3, 25));
  const replied = addDays(assigned, random.int(30, 90));
  return {
    step: random.chance(0.95) ? '办理' : '反馈',
    ...(mainUnit && { main_unit: mainUnit }),
    ...(handlers.length > 0 && { co_units: handlers.map((handler) => handler.unit), handlers }),
    ...(random.chance(0.6) && { assigned }),
    ...(random.chance(0.4) && { contacts: [addDays(assigned, random.int(5, 29))] }),
    ...(random.chance(0.8) && answer(from, replied)),
  };
}

function answer(from: RowSource, replied: LocalDate): Partial<RegisterRow> {
  const { random, session, suggestion, number } = from;
  const year = session.opensOn.slice(0, 4);
  const abbreviation = unitName(from, suggestion.leadUnitCode).slice(0, 2);
  return {
    reply_date: replied,
    reply_no: `${abbreviation}建字〔${year}〕${number}号`,
    reply_class: suggestion.course.resultClass,
    ...(random.chance(0.5) && { published: addDays(replied, random.int(4, 57)) }),
    ...(random.chance(0.7) && { eval_result: suggestion.course.satisfaction }),
  };
}

/** Co-units answer 9 to 39 days after registration, most often after about 30. */
function coHandler(from: RowSource, code: string, registered: LocalDate): RegisterHandler {
  const received = addDays(
    registered,
    from.random.chance(0.2) ? from.random.int(9, 24) : from.random.int(25, 35),
  );
  const replied = addDays(received, from.random.chance(0.7) ? 0 : from.random.int(1, 4));
  return { unit: unitName(from, code), role: '协办单位', received, replied, status: '9' };
}

function unitName(from: RowSource, code: string): string {
  const name = from.unitNames.get(code);
  if (name === undefined) throw new Error(`no unit ${code} in ${from.place.tenant}`);
  return name;
}

function sessionName(place: Place, session: DemoCongressSession): string {
  const term = chineseNumber(session.congressTerm);
  return `${place.name}${term}届人大${chineseNumber(session.congressSession)}次会议`;
}
