import type { Compose, ServiceKit } from '@huiyin/chassis/service';
import type { Sweep } from '@huiyin/chassis/sweep-loop';
import { newId } from '@huiyin/kernel/ids';
import { answerSupervisionLetter } from './app/answer-supervision-letter.ts';
import { callTalk } from './app/call-talk.ts';
import { checkTalk } from './app/check-talk.ts';
import { confirmOverride } from './app/confirm-override.ts';
import { getBoard } from './app/get-board.ts';
import { getCalendarProgress } from './app/get-calendar-progress.ts';
import { getClockExplanation } from './app/get-clock-explanation.ts';
import { holdTalk } from './app/hold-talk.ts';
import { keepCalendar } from './app/keep-calendar.ts';
import { listClocks } from './app/list-clocks.ts';
import { listLetters } from './app/list-letters.ts';
import { listTalks } from './app/list-talks.ts';
import { listUrges } from './app/list-urges.ts';
import { noteDeclinedMeeting } from './app/note-declined-meeting.ts';
import { overrideColour } from './app/override-colour.ts';
import type { SupervisionPorts } from './app/ports.ts';
import { previewCalendar } from './app/preview-calendar.ts';
import { sendSupervisionLetter } from './app/send-supervision-letter.ts';
import { sweepDueClocks } from './app/sweep-due-clocks.ts';
import { takeFacts } from './app/take-facts.ts';
import { urgeUnit } from './app/urge-unit.ts';
import type { SupervisionReactions, SupervisionUseCases } from './app/use-cases.ts';
import { calendars } from './storage/calendars.ts';
import { cases } from './storage/cases.ts';
import { clockLists } from './storage/clock-lists.ts';
import { overdueSeconds } from './storage/colour-lag.ts';
import { letters } from './storage/letters.ts';
import { overrideRequests } from './storage/override-requests.ts';
import { talks } from './storage/talks.ts';
import { urges } from './storage/urges.ts';
import { supervisionConsumers } from './transport/consume.ts';
import { supervisionGrpc } from './transport/grpc.ts';

/** What supervision can be asked and told. */
export function supervisionUseCases(ports: SupervisionPorts): SupervisionUseCases {
  return {
    urgeUnit: urgeUnit(ports),
    sendSupervisionLetter: sendSupervisionLetter(ports),
    answerSupervisionLetter: answerSupervisionLetter(ports),
    callTalk: callTalk(ports),
    holdTalk: holdTalk(ports),
    checkTalk: checkTalk(ports),
    overrideColour: overrideColour(ports),
    confirmOverride: confirmOverride(ports),
    listClocks: listClocks(ports),
    getClockExplanation: getClockExplanation(ports),
    getBoard: getBoard(ports),
    previewCalendar: previewCalendar(ports),
    getCalendarProgress: getCalendarProgress(ports),
    listLetters: listLetters(ports),
    listTalks: listTalks(ports),
    listUrges: listUrges(ports),
  };
}

/** What supervision does about others' facts. */
export function supervisionReactions(ports: SupervisionPorts): SupervisionReactions {
  return {
    takeFacts: takeFacts(ports),
    noteDeclinedMeeting: noteDeclinedMeeting(ports),
    keepCalendar: keepCalendar(ports),
  };
}

/** What the passing of time does. */
export function supervisionSweeps(ports: SupervisionPorts): readonly Sweep[] {
  return [{ name: 'due-clocks', run: sweepDueClocks(ports, shuffled) }];
}

/** Supervision's ports over its own database. */
export function supervisionPorts({
  uow,
  reference,
  log,
}: Pick<ServiceKit, 'uow' | 'reference'> & Pick<SupervisionPorts, 'log'>): SupervisionPorts {
  return {
    ...{ uow, reference, log, cases, letters, talks, urges, newId },
    calendars: calendars(),
    clocks: clockLists,
    overrides: overrideRequests,
  };
}

/** Wires storage and transport around the use cases. */
export const composeSupervision: Compose = (kit) => {
  const ports = supervisionPorts(kit);
  return {
    grpc: [supervisionGrpc(supervisionUseCases(ports))],
    reactions: supervisionConsumers(supervisionReactions(ports)),
    sweeps: supervisionSweeps(ports),
    gauges: [
      {
        name: 'huiyin.colour.lag',
        across: 'max',
        read: (tenant, now) => ports.uow.read(tenant, (tx) => overdueSeconds(tx, tenant, now)),
      },
    ],
  };
};

/** Another order in each replica, so that they seldom wait for the same case. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
