import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, dataOf } from '../../api/client.ts';
import type { Outcome } from './next-open.ts';

/** Registering one after the other. */
export interface Registering {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Puts the suggestion behind those that are being registered, so that numbers follow the order of the queue. */
  readonly register: (suggestionId: string, category: string) => void;
}

/** Registers in the order in which somebody decided; a refused one comes back into the queue with its reason. */
export function useRegistering(): Registering {
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const line = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  const keys = useRef(new Map<string, string>());
  const note = (id: string, outcome: Outcome): void =>
    setOutcomes((known) => new Map(known).set(id, outcome));

  const send = async (id: string, category: string): Promise<void> => {
    const content = `${id} ${category}`;
    const key = keys.current.get(content) ?? crypto.randomUUID();
    keys.current.set(content, key);
    try {
      const params = { path: { id }, header: { 'idempotency-key': key } };
      const body = { category, oneMatterReason: '' };
      const answer = await api.POST('/api/v1/suggestions/{id}:register', { params, body });
      note(id, { state: 'done', number: dataOf(answer).label ?? '' });
    } catch (error) {
      note(id, { state: 'refused', error });
    }
    waiting.current -= 1;
    if (waiting.current === 0) await queries.invalidateQueries({ queryKey: ['registration-queue'] });
  };

  const register = (id: string, category: string): void => {
    note(id, { state: 'sending' });
    waiting.current += 1;
    line.current = line.current.then(() => send(id, category));
  };
  return { outcomes, register };
}
