import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, dataOf, Refused, type Schemas } from '../../api/client.ts';
import type { Judgement } from './judgement.ts';

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
        items: asked.suggestionIds.map((suggestionId) => itemOf(suggestionId, asked.judgement)),
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

function itemOf(suggestionId: string, judgement: Judgement): Schemas['BatchClassifyInput']['items'][number] {
  const { scope, difficulty, urgency, expectedUnits, handlingType, overrideReason, keyProposed } = judgement;
  const score = ({ points = 0, reason }: Judgement['scope']): { points: number; reason: string } => ({
    points,
    reason: reason.trim(),
  });
  const scores = { scope: score(scope), difficulty: score(difficulty), urgency: score(urgency) };
  const why = overrideReason.trim();
  return { suggestionId, ...scores, expectedUnits, handlingType, overrideReason: why, keyProposed };
}

function refusalOf({ code, message }: Schemas['BatchItemResult'], of: number): Refused {
  const title = of === 1 ? message : `其中一件没有分类成：${message}`;
  return new Refused({ status: 409, code, title });
}
