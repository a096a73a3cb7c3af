import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { paperFormOf, type PaperWords } from './paper-words.ts';

type Result = Schemas['PaperFormResult'];

/** Enters one form. The same form keeps its key until it is answered, and its number makes it the same form anyway. */
export function useTakeIn(
  onAnswer: (words: PaperWords, result: Result) => void,
): UseMutationResult<Result, Error, PaperWords> {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async (words: PaperWords) => {
      const form = paperFormOf(words);
      const content = JSON.stringify(form);
      const key = keys.current.get(content) ?? crypto.randomUUID();
      keys.current.set(content, key);
      const params = { header: { 'idempotency-key': key } };
      const answer = await api.POST('/api/v1/suggestions:take-in', { params, body: { forms: [form] } });
      const [result] = dataOf(answer).results;
      if (result === undefined) throw new Error('a form was sent and no result came back');
      keys.current.delete(content);
      return result;
    },
    onSuccess: async (result, words) => {
      onAnswer(words, result);
      await Promise.all(
        [PAPER_FORMS, 'registration-queue'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
    },
  });
}

/** Under which receipts are asked for. */
export const PAPER_FORMS = 'paper-forms';
