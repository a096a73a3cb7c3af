import type { PageRequest } from '@huiyin/contracts/gen/common/v1/common';
import type {
  Clock,
  GetBoardResponse,
  GetClockExplanationResponse,
  SupervisionLetter,
  Talk as ProtoTalk,
  Urge as ProtoUrge,
} from '@huiyin/contracts/gen/supervision/v1/service';
import { localDate, type LocalDate } from '@huiyin/kernel/local-date';
import type { BoardView } from '../app/get-board.ts';
import type { ListedClock, ListedLetter, ListedTalk, ListedUrge, Page } from '../app/ports.ts';
import { clockKind, nextActionOf } from '../domain/clock-kind.ts';
import { isColour, type Colour } from '../domain/colour-scale.ts';
import { evidence } from '../domain/events.ts';
import type { ClockExplanation } from '../domain/explain-clock.ts';
import { refuse, type SupervisionRejection } from '../domain/rejections.ts';
import { dueVersion } from '../domain/watch.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;
/** `day~id` or `instant~id`; anything else was not made here. */
const CURSOR = /^(\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?~[0-9a-f-]{36})?$/;

/** The page asked for, bounded. */
export function pageFrom(page: PageRequest | undefined): Page | SupervisionRejection {
  const limit = page?.limit ?? 0;
  const cursor = page?.cursor ?? '';
  if (!CURSOR.test(cursor)) return refuse('page-invalid', { field: 'cursor' });
  return { limit: limit <= 0 ? DEFAULT_PAGE : Math.min(limit, MAX_PAGE), cursor };
}

export function colourFrom(colour: string): Colour | SupervisionRejection {
  return isColour(colour) ? colour : refuse('not-a-colour', { field: 'to_colour' });
}

/** A colour to filter by; empty means any. */
export function colourFilterFrom(colour: string): Colour | '' | SupervisionRejection {
  return colour === '' ? '' : isColour(colour) ? colour : refuse('not-a-colour', { field: 'colour' });
}

export function dayFrom(day: string, field: string): LocalDate | SupervisionRejection {
  try {
    return localDate(day);
  } catch {
    return refuse('not-a-day', { field });
  }
}

/** A day to filter by; empty means any. */
export function dayFilterFrom(day: string, field: string): LocalDate | '' | SupervisionRejection {
  return day === '' ? '' : dayFrom(day, field);
}

export function clockTo({ caseId, number, title, watch, overrideRequest, deputyKnown }: ListedClock): Clock {
  const { clock, due, standing } = watch;
  const { owner, timing } = clock.course;
  return {
    clockId: watch.id,
    suggestionId: caseId,
    number,
    title,
    kind: clock.key.kind,
    kindName: clockKind(clock.key.kind).name,
    subject: clock.key.subject,
    round: clock.key.round,
    status: clock.status,
    startDate: timing.startDate,
    dueDate: due?.date ?? '',
    dueVersion: dueVersion(watch),
    provisional: due?.provisional ?? false,
    colour: standing.colour,
    rule: standing.colour === 'green' ? '' : standing.cause.rule,
    reason: standing.colour === 'green' ? '' : evidence(watch),
    colourSince: watch.colourSince.at,
    owner: owner.kind,
    unitId: watch.unitId,
    personId: owner.kind === 'deputy' && !deputyKnown ? '' : owner.personId,
    nextChangeAt: watch.nextChangeAt ?? '',
    missed: due !== undefined && watch.missedVersion === due.version,
    stoppedOn: clock.status === 'open' ? '' : clock.on,
    nextAction: clock.status === 'open' ? nextActionOf(clock.key, owner) : '',
    episode: watch.episodes[standing.colour],
    overrideRequestedColour: overrideRequest?.to ?? '',
    overrideRequestedBy: overrideRequest?.firstPersonId ?? '',
  };
}

export function explanationTo(explained: ClockExplanation): GetClockExplanationResponse {
  const { watch, raw, skipped, makeUpDays, lines } = explained;
  const { timing, extension } = watch.clock.course;
  return {
    clockId: watch.id,
    kind: watch.clock.key.kind,
    kindName: explained.kindName,
    law: explained.law,
    authority: explained.authority,
    startDate: timing.startDate,
    startEvent: explained.startEvent,
    term: timing.type === 'term' ? (extension?.term ?? timing.term) : undefined,
    rawDate: raw,
    skipped: [...skipped],
    makeUpDays: [...makeUpDays],
    dueDate: watch.due?.date ?? '',
    dueVersion: dueVersion(watch),
    provisional: watch.due?.provisional ?? false,
    knownUntil: explained.knownUntil,
    calendarVersion: explained.calendarVersion,
    extensionGrantedOn: extension?.grantedOn ?? '',
    extensionGrantedBy: extension?.grantedBy ?? '',
    originalDueDate: explained.originalDue,
    latestExtensionRequest: explained.latestExtensionRequest,
    lines: [...lines],
    history: (watch.due?.history ?? []).map(({ version, date, cause, at }) => ({
      ...{ dueVersion: version, dueDate: date },
      ...{ cause, at },
    })),
  };
}

export function boardTo(board: BoardView): GetBoardResponse {
  const { cases, clocks, units, red, redWithoutOwner, turningRed, turnedRedYesterday, asOf } = board;
  return {
    cases,
    clocks,
    units: units.map((unit) => ({ ...unit })),
    red: red.map(clockTo),
    redWithoutOwner,
    turningRed: [...turningRed],
    turnedRedYesterday,
    asOf,
  };
}

export function letterTo({ letter, answerDue, number, title }: ListedLetter): SupervisionLetter {
  const { id, caseId, clockId, unitId, status, automatic, sentOn, facts, requiredAction } = letter;
  const answer =
    letter.status === 'answered'
      ? letter
      : ({ progress: '', measures: '', promisedOn: '', answeredOn: '' } as const);
  const { progress, measures, promisedOn, answeredOn } = answer;
  return {
    ...{ letterId: id, suggestionId: caseId, clockId, unitId, status, automatic, sentOn, answerDue },
    ...{ facts, requiredAction, progress, measures, promisedOn, answeredOn, number, title },
  };
}

export function talkTo({ talk, holdBy, number, title }: ListedTalk): ProtoTalk {
  const { id, caseId, clockId, unitId, status, cause, problems, calledOn } = talk;
  const nothingHeld = { heldOn: '', minutes: '', undertaking: '', checkOn: '' } as const;
  const { heldOn, minutes, undertaking, checkOn } =
    talk.status === 'called' || talk.status === 'dropped' ? nothingHeld : talk;
  const notChecked = { checkedOn: '', undertakingKept: false, findings: '' } as const;
  const { checkedOn, undertakingKept, findings } = talk.status === 'checked' ? talk : notChecked;
  return {
    ...{ talkId: id, suggestionId: caseId, clockId, unitId, status, cause, problems, calledOn, holdBy },
    ...{ heldOn, minutes, undertaking, checkOn, checkedOn, undertakingKept, findings, number, title },
  };
}

export function urgeTo({ urge, number, title }: ListedUrge): ProtoUrge {
  const { id, caseId, clockId, unitId, automatic, toHead, message, urgedAt } = urge;
  return {
    ...{ urgeId: id, suggestionId: caseId, clockId, unitId, automatic, toHead, message, urgedAt },
    ...{ number, title },
  };
}
