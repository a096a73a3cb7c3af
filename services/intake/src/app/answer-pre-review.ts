import type { CommandContext } from '@huiyin/kernel/command-context';
import { localDateOf } from '@huiyin/kernel/local-date';
import { answerPreReview as decide } from '../domain/pre-review.ts';
import type { PreReviewAdvice } from '../domain/suggestion.ts';
import { changeSuggestion } from './change-suggestion.ts';
import type { IntakePorts } from './ports.ts';

/** The reviewer says what would make the draft stronger. */
export function answerPreReview(ports: IntakePorts) {
  return (
    request: { suggestionId: string } & Omit<PreReviewAdvice, 'reviewerId' | 'answeredOn'>,
    ctx: CommandContext,
  ) => {
    const { suggestionId, ...said } = request;
    const advice = { ...said, reviewerId: ctx.actor.personId, answeredOn: localDateOf(ctx.at) };
    return changeSuggestion(ports, ctx, {
      suggestionId,
      action: 'intake.answer-pre-review',
      decide: async (_tx, suggestion) => decide(suggestion, { advice }),
    });
  };
}
