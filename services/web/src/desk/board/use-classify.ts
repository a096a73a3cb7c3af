import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, dataOf, Refused, type Schemas } from '../../api/client.ts';
import { judged } from '../../act/judgement/judged.ts';
import type { Judgement } from '../../act/judgement/judgement.ts';

interface Asked {
  readonly suggestionIds: readonly string[];
  readonly judgement: Judgement;
}

/** Classifies one suggestion, or several that are alike, under one judgement. The first refusal is shown. */
export function useClassify(onDone: () => void): UseMutationResult<void, Error, Asked> {
  const queries = useQueryClient();
  const sent = useRef({ content: '', key: '' });
  return useMutation({
    mutationFn: async (asked: Asked) => {
      const content = JSON.stringify(asked);
      if (sent.current.content !== content) sent.current = { content, key: crypto.randomUUID() };
      const body = {
        items: asked.suggestionIds.map((suggestionId) => ({ suggestionId, ...judged(asked.judgement) })),
      };
      const params = { header: { 'idempotency-key': sent.current.key } };
      const { results } = dataOf(await api.POST('/api/v1/suggestions:batch-classify', { params, body }));
      sent.current = { content: '', key: '' };
      const refused = results.find(({ outcome }) => outcome === 'refused');
      if (refused !== undefined) throw refusalOf(refused, results.length);
    },
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries(),
  });
}

function refusalOf({ code, message }: Schemas['BatchItemResult'], of: number): Refused {
  const title = of === 1 ? message : `其中一件没有分类成：${message}`;
  return new Refused({ status: 409, code, title });
}
