import type { QueryClient } from '@tanstack/react-query';
import { forget, keep, keptUnder } from '../act/kept.ts';
import { hasMembers, isRecord } from '../act/kept-shape.ts';
import { api, dataOf, Refused, type Schemas } from '../api/client.ts';
import { changeSession } from '../session/use-session.ts';
import { DraftSync, type DraftServer, type KeptDraft, type SavedDraft } from './draft-sync.ts';
import { BLANK, tidy, wholeWords, wordsOf } from './draft-words.ts';
import { forgetLeftHints } from './use-left-hints.ts';

const HTTP_UNAUTHORISED = 401;
const HTTP_STALE = 412;
const HTTP_BROKEN = 500;

/** The drafts that are open in this window: they go on being saved when their page is left. */
const OPEN = new Map<DraftSync, string>();

/** A deputy's new draft: the one begun and not yet saved, or a blank one. */
export function openNewDraft(personId: string, queries: QueryClient): DraftSync {
  const begun = openOf(personId, undefined);
  if (begun !== undefined) return begun;
  const kept = keptDraft(personId, undefined);
  if (kept === undefined) forgetLeftHints(personId);
  return remember(personId, kept ?? { words: BLANK }, queries);
}

/** A saved draft that this window has open, or of which this browser kept words: it is there without the server. */
export function openKnownDraft(personId: string, id: string, queries: QueryClient): DraftSync | undefined {
  const open = openOf(personId, id);
  if (open !== undefined) return open;
  const kept = keptDraft(personId, id);
  return kept === undefined ? undefined : remember(personId, kept, queries);
}

/** A deputy's saved draft, with what this browser kept of it beyond what the server has. */
export function openSavedDraft(
  personId: string,
  suggestion: Schemas['Suggestion'],
  queries: QueryClient,
): DraftSync {
  const saved = savedDraft(suggestion);
  const known = openKnownDraft(personId, saved.id, queries);
  return known ?? remember(personId, { words: saved.words, saved }, queries);
}

export function savedDraft({ suggestionId, version, text }: Schemas['Suggestion']): SavedDraft {
  return { id: suggestionId, version, words: wordsOf(text) };
}

function openOf(personId: string, id: string | undefined): DraftSync | undefined {
  return [...OPEN].find(([draft, whose]) => whose === personId && draft.snapshot().saved?.id === id)?.[0];
}

function remember(personId: string, start: KeptDraft, queries: QueryClient): DraftSync {
  const draft = new DraftSync(start, SERVER, {
    keep: (kept) => keep(keyOf(personId, kept.saved?.id), kept),
    forget: (id) => forget(keyOf(personId, id)),
    onSessionOver: () => changeSession(queries, { me: null, hasEnded: true }),
  });
  OPEN.set(draft, personId);
  return draft;
}

function keptDraft(personId: string, id: string | undefined): KeptDraft | undefined {
  const kept = keptUnder(keyOf(personId, id), hasMembers<KeptDraft>({ words: isRecord }));
  if (kept === undefined) return undefined;
  const { words, saved, sending } = kept;
  return {
    words: wholeWords(words),
    ...(saved === undefined ? {} : { saved: { ...saved, words: wholeWords(saved.words) } }),
    ...(sending === undefined ? {} : { sending: { ...sending, words: wholeWords(sending.words) } }),
  };
}

function keyOf(personId: string, id: string | undefined): string {
  return [personId, 'write', id ?? 'new'].join('.');
}

const SERVER: DraftServer = {
  create: async ({ key, words }) =>
    dataOf(
      await api.POST('/api/v1/suggestions', {
        params: { header: { 'idempotency-key': key } },
        body: { kind: 'suggestion', text: tidy(words) },
      }),
    ),
  change: async ({ id, version }, { words }) =>
    dataOf(
      await api.PATCH('/api/v1/suggestions/{id}', {
        params: { path: { id }, header: { 'if-match': `"${version}"` } },
        body: tidy(words),
      }),
    ),
  read: async (id) =>
    savedDraft(dataOf(await api.GET('/api/v1/suggestions/{id}', { params: { path: { id } } }))),
  meaningOf: (failure) => {
    if (!(failure instanceof Refused)) return 'unreachable';
    const { status, retryAfterS } = failure.problem;
    if (status >= HTTP_BROKEN || retryAfterS !== undefined) return 'unreachable';
    if (status === HTTP_UNAUTHORISED) return 'session-over';
    return status === HTTP_STALE ? 'stale' : 'refused';
  },
};
