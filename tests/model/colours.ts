import { eventCodec } from '@huiyin/contracts/event-messages';
import { isDeepStrictEqual } from 'node:util';
import { publish as publishOfAssignment } from '../../services/assignment/src/transport/publish.ts';
import { publish as publishOfIntake } from '../../services/intake/src/transport/publish.ts';
import type { CaseFact } from '../../services/supervision/src/domain/fact.ts';
import { momentOf, type Moment } from '../../services/supervision/src/domain/moment.ts';
import {
  ASSIGNMENT_FACTS,
  factsOf,
  INTAKE_FACTS,
} from '../../services/supervision/src/transport/case-facts.ts';
import { ToldCase } from '../../services/supervision/test/given.ts';
import type { Entry, World } from './world.ts';

/** One event of intake or assignment as supervision reads it. */
interface Told {
  readonly source: 'intake' | 'assignment';
  readonly moment: Moment;
  readonly facts: readonly CaseFact[];
}

/** Supervision's own steps follow from what was seen when, so their clocks belong to one hearing. */
const OWN_KINDS = ['letter_answer', 'talk_hold'];

/** Days after the last event, at which colours that only time changes have changed. */
const DAYS_LATER = [0, 40, 120];
const DAY_MS = 86_400_000;

/**
 * No. 10: the colours of a case are a function of its facts and the time. Heard in the order of the happening, or all of
 * one service before the other, they end the same; looked at again at the same time, they stay.
 */
export function brokenInColours(world: World, about: string): string | undefined {
  const told = toldOf(world.history, about);
  const last = told.at(-1);
  if (last === undefined) return undefined;
  const apart = [
    ...told.filter(({ source }) => source === 'assignment'),
    ...told.filter(({ source }) => source === 'intake'),
  ];
  for (const days of DAYS_LATER) {
    const end = momentOf(new Date(Date.parse(last.moment.at) + days * DAY_MS));
    const once = coloursAt(told, end);
    const other = coloursAt(apart, end);
    const differs = once.find((each, index) => !isDeepStrictEqual(other[index], each));
    if (differs !== undefined || other.length !== once.length) {
      const [one, two] = [differs, other[once.indexOf(differs as never)]].map((each) => JSON.stringify(each));
      return `${about}: ${days} days later its colours hang on the order of hearing: ${one}, ${two}`;
    }
    const [first] = once.filter(({ colour }) => colour === '');
    if (first !== undefined) return `${about}: ${first.kind} has no colour`;
  }
  return undefined;
}

function toldOf(history: readonly Entry[], about: string): readonly Told[] {
  return history.flatMap((entry, index): readonly Told[] => {
    if (entry.about !== about || entry.service === 'inbox') return [];
    const published =
      entry.service === 'intake' ? publishOfIntake(about, entry.event) : publishOfAssignment(entry.event);
    const message = eventCodec(entry.service, published.type)?.fromJSON(published.payload);
    if (message === undefined) throw new Error(`${published.type} has no codec`);
    // One instant after the other, on the day it happened.
    const occurredAt = new Date(Date.parse(`${entry.on}T01:00:00Z`) + index);
    const actor = { accountId: entry.by, personId: entry.by, roles: [] };
    const event = { actor, occurredAt, type: published.type };
    const tellers: Readonly<Record<string, unknown>> =
      entry.service === 'intake' ? INTAKE_FACTS : ASSIGNMENT_FACTS;
    // The tables are keyed by the type, which an indexed call cannot show to the compiler.
    const tell = tellers[published.type] as Parameters<typeof factsOf<unknown>>[2];
    return [{ source: entry.service, moment: momentOf(occurredAt), facts: factsOf(event, message, tell) }];
  });
}

function coloursAt(told: readonly Told[], end: Moment) {
  const heard = new ToldCase();
  for (const { source, moment, facts } of told) heard.tell(source, moment, ...facts);
  heard.review(end);
  return [...heard.file.watches.values()]
    .filter(({ clock }) => !OWN_KINDS.includes(clock.key.kind))
    .map(({ id, clock, due, standing }) => ({
      // How and when a clock ended was told once, by what was known then; a stopped clock is green either way.
      ...{ id, kind: clock.key.kind, due: clock.status === 'open' ? (due?.date ?? 'never') : 'stopped' },
      ...{ colour: standing.colour as string, rule: standing.colour === 'green' ? '' : standing.cause.rule },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
