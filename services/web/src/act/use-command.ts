import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';

/** What a command answers: which service decided, about what, and the version the thing has now. */
export type CommandAnswer = Schemas['CommandAnswer'];

/** Sends one command under an Idempotency-Key. */
export type Send<Input> = (input: Input, header: { 'idempotency-key': string }) => Promise<CommandAnswer>;

export interface CommandOptions {
  /** The case that the command is about: its page is fetched again up to the new version. */
  readonly caseId?: string;
  /** A suggestion that the reader may no longer read afterwards: it is not asked for again. */
  readonly endsReading?: string;
  readonly onDone?: (answer: CommandAnswer) => void;
}

/**
 * A command with its key: the same content keeps its key until it is answered, so that asking again after a lost
 * answer does nothing twice. Afterwards everything on the page is fetched again.
 */
export function useCommand<Input>(
  send: Send<Input>,
  { caseId, endsReading, onDone }: CommandOptions = {},
): UseMutationResult<CommandAnswer, Error, Input> {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async (input: Input) => {
      const content = JSON.stringify(input) ?? '';
      const key = keys.current.get(content) ?? crypto.randomUUID();
      keys.current.set(content, key);
      const answer = await send(input, { 'idempotency-key': key });
      keys.current.delete(content);
      return answer;
    },
    onSuccess: async (answer) => {
      if (caseId !== undefined) {
        const query = { after: `${answer.service}:${answer.version}` };
        const found = await api.GET('/api/v1/cases/{id}', { params: { path: { id: caseId }, query } });
        if (found.data !== undefined) queries.setQueryData(['case', caseId], dataOf(found));
      }
      onDone?.(answer);
      const isClosed = ([kind, id]: readonly unknown[]): boolean =>
        kind === 'suggestion' && id === endsReading;
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => !KEPT.has(String(queryKey[0])) && !isClosed(queryKey),
      });
    },
  });
}

/** What no command changes. */
const KEPT: ReadonlySet<string> = new Set(['me', 'names', 'case', 'business-clock', 'check-in-code']);
