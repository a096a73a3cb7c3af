import { IntakeServiceService } from '@huiyin/contracts/gen/intake/v1/service';
import { isRejection } from '@huiyin/kernel/rejection';
import { command, query } from '@huiyin/rpc/handlers';
import { activeTraceparent } from '@huiyin/rpc/trace-reference';
import { grpcService, type GrpcService } from '@huiyin/rpc/service';
import type { IntakeUseCases } from '../app/use-cases.ts';
import {
  adviceTo,
  dayFrom,
  groundFrom,
  kindFrom,
  pageFrom,
  paperFormsFrom,
  suggestionTo,
  summaryTo,
  textFrom,
  verdictsFrom,
} from './proto-mapping.ts';
import type { SummaryPage } from '../app/ports.ts';

/** The gRPC API: decode, call the use case, encode. */
export function intakeGrpc(use: IntakeUseCases): GrpcService {
  return grpcService(IntakeServiceService, {
    ...draftingRpcs(use),
    ...deskRpcs(use),
    ...questions(use),
  });
}

type Definition = typeof IntakeServiceService;
type Handlers = Parameters<typeof grpcService<Definition>>[1];

function draftingRpcs(use: IntakeUseCases) {
  return {
    draftSuggestion: command((request, ctx) => {
      const text = textFrom(request.text);
      if (isRejection(text)) return Promise.resolve(text);
      const kind = kindFrom(request.kind);
      if (isRejection(kind)) return Promise.resolve(kind);
      return use.draftSuggestion({ kind, text, leadDeputyId: request.leadDeputyId || undefined }, ctx);
    }),
    editDraft: command((request, ctx) => {
      const text = textFrom(request.text);
      if (isRejection(text)) return Promise.resolve(text);
      return use.editDraft({ suggestionId: request.suggestionId, text }, ctx);
    }),
    inviteCosigners: command(use.inviteCosigners),
    removeCosigner: command(use.removeCosigner),
    confirmCosignature: command(use.confirmCosignature),
    requestPreReview: command(use.requestPreReview),
    answerPreReview: command((request, ctx) => {
      const verdicts = verdictsFrom(request);
      if (isRejection(verdicts)) return Promise.resolve(verdicts);
      const { suggestionId, advice, comments } = request;
      return use.answerPreReview({ suggestionId, advice, comments, ...verdicts }, ctx);
    }),
    submitSuggestion: command(use.submitSuggestion),
    withdrawSuggestion: command(use.withdrawSuggestion),
  } satisfies Partial<Handlers>;
}

function deskRpcs(use: IntakeUseCases) {
  return {
    takeInPapers: query(async ({ forms }, ctx) => {
      const papers = paperFormsFrom(forms, ctx.at);
      if (isRejection(papers)) return papers;
      const results = await use.takeInPapers({ forms: papers }, { ...ctx, traceparent: activeTraceparent() });
      return isRejection(results) ? results : { results: [...results] };
    }),
    registerSuggestion: command(use.registerSuggestion),
    returnForCorrection: command(use.returnForCorrection),
    declineSuggestion: command((request, ctx) => {
      const ground = groundFrom(request.ground);
      if (isRejection(ground)) return Promise.resolve(ground);
      const deputyHeardOn = dayFrom(request.deputyHeardOn, 'deputyHeardOn');
      if (isRejection(deputyHeardOn)) return Promise.resolve(deputyHeardOn);
      const { suggestionId, explanation } = request;
      return use.declineSuggestion({ suggestionId, ground, explanation, deputyHeardOn }, ctx);
    }),
    confirmDeclineNotice: command(use.confirmDeclineNotice),
    mergeSuggestion: command(use.mergeSuggestion),
    takeLead: command(use.takeLead),
    convertMotion: command((request, ctx) => {
      const decidedOn = dayFrom(request.decidedOn, 'decidedOn');
      if (isRejection(decidedOn)) return Promise.resolve(decidedOn);
      const { suggestionId, motionNumber, decisionNumber } = request;
      return use.convertMotion({ suggestionId, motionNumber, decisionNumber, decidedOn }, ctx);
    }),
  } satisfies Partial<Handlers>;
}

function questions(use: IntakeUseCases) {
  return {
    getSuggestion: query(async (request, ctx) => {
      const view = await use.getSuggestion(request, ctx);
      return isRejection(view) ? view : { suggestion: suggestionTo(view) };
    }),
    listMySuggestions: query(async (request, ctx) =>
      pageTo(await use.listMySuggestions({ ...pageFrom(request.page), status: request.status }, ctx)),
    ),
    listRegistrationQueue: query(async (request, ctx) => {
      const page = await use.listRegistrationQueue(pageFrom(request.page), ctx);
      return isRejection(page) ? page : pageTo(page);
    }),
    listPaperForms: query(async (request, ctx) => {
      const { contains, statuses } = request;
      const page = await use.listPaperForms({ ...pageFrom(request.page), contains, statuses }, ctx);
      return isRejection(page) ? page : { receipts: [...page.receipts], nextCursor: page.nextCursor };
    }),
    listPreReviews: query(async (request, ctx) => {
      const page = await use.listPreReviews(pageFrom(request.page), ctx);
      return isRejection(page) ? page : pageTo(page);
    }),
    adviseOnText: query(async (request, ctx) => {
      const advice = await use.adviseOnText(request, ctx);
      return isRejection(advice) ? advice : { advice: advice.map(adviceTo) };
    }),
  } satisfies Partial<Handlers>;
}

function pageTo(page: SummaryPage) {
  return { suggestions: page.summaries.map(summaryTo), nextCursor: page.nextCursor };
}
