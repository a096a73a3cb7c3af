import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { stepped } from '../stepped.ts';

/** What is open, what is marked, and where it stands among what waits. */
export function useOpenCase(
  shown: readonly Schemas['AssignmentBoardCase'][],
  asked: string,
): {
  readonly current: Schemas['AssignmentBoardCase'] | undefined;
  readonly marked: ReadonlySet<string>;
  readonly choose: (suggestionId: string) => void;
  readonly move: (steps: number) => void;
  readonly mark: (suggestionId: string) => void;
  readonly unmark: () => void;
} {
  const [chosen, setChosen] = useState<string | undefined>(asked);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const current = shown.find(({ suggestionId }) => suggestionId === chosen) ?? shown[0];
  return {
    current,
    marked,
    choose: setChosen,
    move: (steps) => setChosen(stepped(shown, current?.suggestionId ?? '', steps)?.suggestionId),
    mark: (suggestionId) => {
      const next = new Set(marked);
      if (!next.delete(suggestionId)) next.add(suggestionId);
      setMarked(next);
    },
    unmark: () => setMarked(new Set()),
  };
}
