import { accepted } from '@huiyin/testkit/accepted';
import type { SuggestionView } from '../src/app/get-suggestion.ts';
import { CROSSING } from './given.ts';
import { by, DESK, eventsOf, WANG, type OpenIntake } from './open-intake.ts';

type Elsewhere = { readonly tenant?: string; readonly at?: Date };

/** How far a suggestion of deputy Wang has come, and what is known of it then. */
export function stories(intake: () => OpenIntake) {
  const draft = async (more: Elsewhere = {}): Promise<string> => {
    const request = { kind: 'suggestion', text: CROSSING, leadDeputyId: undefined } as const;
    return accepted(await intake().use.draftSuggestion(request, by(WANG, more))).id;
  };

  const submitted = async (more: Elsewhere = {}): Promise<string> => {
    const suggestionId = await draft(more);
    accepted(await intake().use.submitSuggestion({ suggestionId }, by(WANG, more)));
    return suggestionId;
  };

  const registered = async (more: Elsewhere = {}): Promise<string> => {
    const suggestionId = await submitted(more);
    const command = { suggestionId, category: '城建环保', oneMatterReason: '' };
    accepted(await intake().use.registerSuggestion(command, by(DESK, more)));
    return suggestionId;
  };

  return {
    draft,
    submitted,
    registered,
    read: async (suggestionId: string, actor = DESK): Promise<SuggestionView> =>
      accepted(await intake().use.getSuggestion({ suggestionId }, by(actor))),
    events: (suggestionId: string, tenant?: string) => eventsOf(intake(), suggestionId, tenant),
  };
}
