import { SupervisionServiceService } from '@huiyin/contracts/gen/supervision/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, query } from '@huiyin/rpc/handlers';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { SupervisionUseCases } from '../app/use-cases.ts';
import { calendarPreviewTo, wantedCalendarFrom } from './calendar-mapping.ts';
import {
  boardTo,
  clockTo,
  colourFilterFrom,
  colourFrom,
  dayFilterFrom,
  dayFrom,
  explanationTo,
  letterTo,
  pageFrom,
  talkTo,
  urgeTo,
} from './proto-mapping.ts';

/** The gRPC API: decode, call the use case, encode. */
export function supervisionGrpc(use: SupervisionUseCases): GrpcService {
  return grpcService(SupervisionServiceService, {
    ...ladderRpcs(use),
    ...questions(use),
    ...ladderLists(use),
  });
}

type Handlers = Parameters<typeof grpcService<typeof SupervisionServiceService>>[1];

function ladderRpcs(use: SupervisionUseCases) {
  return {
    urgeUnit: command(use.urgeUnit),
    sendSupervisionLetter: command(use.sendSupervisionLetter),
    answerSupervisionLetter: command((request, ctx) => {
      const promisedOn = dayFrom(request.promisedOn, 'promised_on');
      if (isRejection(promisedOn)) return Promise.resolve(promisedOn);
      return use.answerSupervisionLetter({ ...request, promisedOn }, ctx);
    }),
    callTalk: command(use.callTalk),
    holdTalk: command((request, ctx) => {
      const checkOn = dayFrom(request.checkOn, 'check_on');
      if (isRejection(checkOn)) return Promise.resolve(checkOn);
      return use.holdTalk({ ...request, checkOn, attendedBy: request.attendedByPersonId }, ctx);
    }),
    checkTalk: command(use.checkTalk),
    overrideColour: command((request, ctx) => {
      const to = colourFrom(request.toColour);
      if (isRejection(to)) return Promise.resolve(to);
      return use.overrideColour({ clockId: request.clockId, grounds: request.grounds, to }, ctx);
    }),
    confirmOverride: command(use.confirmOverride),
  } satisfies Partial<Handlers>;
}

function questions(use: SupervisionUseCases) {
  return {
    listClocks: query(async (request, ctx) => {
      const page = pageFrom(request.page);
      if (isRejection(page)) return page;
      const colour = colourFilterFrom(request.colour);
      if (isRejection(colour)) return colour;
      const dueFrom = dayFilterFrom(request.dueFrom, 'due_from');
      if (isRejection(dueFrom)) return dueFrom;
      const dueUntil = dayFilterFrom(request.dueUntil, 'due_until');
      if (isRejection(dueUntil)) return dueUntil;
      const { suggestionId: caseId, unitId, kind, includeClosed } = request;
      const filter = { ...page, caseId, unitId, kind, colour, dueFrom, dueUntil, includeClosed };
      const found = await use.listClocks(filter, ctx);
      return isRejection(found) ? found : { clocks: found.items.map(clockTo), nextCursor: found.nextCursor };
    }),
    getClockExplanation: query(async (request, ctx) => {
      const found = await use.getClockExplanation(request, ctx);
      return isRejection(found) ? found : explanationTo(found);
    }),
    getBoard: query(async (request, ctx) => {
      const found = await use.getBoard(request, ctx);
      return isRejection(found) ? found : boardTo(found);
    }),
    previewCalendar: query(async (request, ctx) => {
      const wanted = wantedCalendarFrom(request);
      if (isRejection(wanted)) return wanted;
      const found = await use.previewCalendar(wanted, ctx);
      return isRejection(found) ? found : calendarPreviewTo(found);
    }),
    getCalendarProgress: query(use.getCalendarProgress),
  } satisfies Partial<Handlers>;
}

function ladderLists(use: SupervisionUseCases) {
  return {
    listLetters: query(async ({ page: asked, suggestionId: caseId, unitId, status }, ctx) => {
      const page = pageFrom(asked);
      if (isRejection(page)) return page;
      const found = await use.listLetters({ ...page, caseId, unitId, status }, ctx);
      return isRejection(found)
        ? found
        : { letters: found.items.map(letterTo), nextCursor: found.nextCursor };
    }),
    listTalks: query(async ({ page: asked, suggestionId: caseId, unitId, status }, ctx) => {
      const page = pageFrom(asked);
      if (isRejection(page)) return page;
      const found = await use.listTalks({ ...page, caseId, unitId, status }, ctx);
      return isRejection(found) ? found : { talks: found.items.map(talkTo), nextCursor: found.nextCursor };
    }),
    listUrges: query(async ({ page: asked, suggestionId: caseId, unitId }, ctx) => {
      const page = pageFrom(asked);
      if (isRejection(page)) return page;
      const found = await use.listUrges({ ...page, caseId, unitId }, ctx);
      return isRejection(found) ? found : { urges: found.items.map(urgeTo), nextCursor: found.nextCursor };
    }),
  } satisfies Partial<Handlers>;
}
