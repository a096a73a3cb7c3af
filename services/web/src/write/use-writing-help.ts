import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { isUnwritten, writtenText, type DraftWords, type WrittenText } from './draft-words.ts';
import type { Advised } from './hint.ts';
import type { Suggestion } from './use-suggestion.ts';

/** How long typing rests before help is asked for, milliseconds. */
const REST_MS = 2_000;
/** The same words get the same help for a while, milliseconds. */
const FRESH_MS = 60_000;

export type SimilarCase = Schemas['SimilarCase'];

interface WritingHelp {
  /** Undefined until something was advised on. */
  readonly advised: Advised | undefined;
  /** The most similar first; undefined until they were looked for. */
  readonly similar: readonly SimilarCase[] | undefined;
}

/**
 * What is said of the words as they are now, saved or not. Help never blocks: without a connection or an answer what
 * was said last stays, and the next words ask again.
 */
export function useWritingHelp(words: DraftWords, suggestion: Suggestion | undefined): WritingHelp {
  const written = useRested(writtenText(words));
  const nothing = isUnwritten(written);
  const id = suggestion?.suggestionId;
  const advised = useLastAnswer(['advice', written], nothing ? undefined : () => advise(written));
  const similar = useLastAnswer(
    ['similar', id ?? written, suggestion?.version],
    nothing ? undefined : () => (id === undefined ? findSimilar(written) : listSimilar(id)),
  );
  return { advised: advised ?? (suggestion && advisedWhenSaved(suggestion)), similar };
}

async function advise(body: WrittenText): Promise<Advised> {
  const { advice } = dataOf(await api.POST('/api/v1/suggestions:advise', { params: newKey(), body }));
  return { advice, read: body };
}

async function findSimilar(body: WrittenText): Promise<readonly SimilarCase[]> {
  return dataOf(await api.POST('/api/v1/suggestions:similar', { params: newKey(), body })).cases;
}

/** Once it is saved, a suggestion is not similar to itself. */
async function listSimilar(id: string): Promise<readonly SimilarCase[]> {
  const params = { path: { id } };
  return dataOf(await api.GET('/api/v1/suggestions/{id}/similar', { params })).cases;
}

function advisedWhenSaved({ writingAdvice: advice, text }: Suggestion): Advised {
  return { advice, read: text };
}

/** Nothing is kept of what is asked, so that each question may have a key of its own. */
function newKey(): { readonly header: { readonly 'idempotency-key': string } } {
  return { header: { 'idempotency-key': crypto.randomUUID() } };
}

/** The words at the last rest; those that were there when the page opened count as rested. */
function useRested(written: WrittenText): WrittenText {
  const [rested, setRested] = useState(written);
  const now = JSON.stringify(written);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(now) as WrittenText), REST_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return rested;
}

/** The answer, or the one before while there is none; none at all when there is nothing to ask. */
function useLastAnswer<Answer>(
  queryKey: readonly unknown[],
  ask: (() => Promise<Answer>) | undefined,
): Answer | undefined {
  const { data } = useQuery({
    queryKey,
    queryFn: ask ?? skipToken,
    staleTime: FRESH_MS,
    retry: false,
  });
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return ask === undefined ? undefined : (data ?? last);
}
