/** What became of a suggestion that somebody registered. */
export type Outcome =
  | { readonly state: 'sending' }
  | { readonly state: 'done'; readonly number: string }
  | { readonly state: 'refused'; readonly error: unknown };

interface Queued {
  readonly suggestionId: string;
}

/** What still waits to be registered, in the queue's order: a refused one waits again. */
export function stillOpen<Item extends Queued>(
  queue: readonly Item[],
  outcomes: ReadonlyMap<string, Outcome>,
): readonly Item[] {
  return queue.filter(({ suggestionId }) => {
    const state = outcomes.get(suggestionId)?.state;
    return state === undefined || state === 'refused';
  });
}

/** The one that opens when `id` leaves the list: the next, else the one before; undefined when it was the last. */
export function nextOpen(open: readonly Queued[], id: string): string | undefined {
  const at = open.findIndex(({ suggestionId }) => suggestionId === id);
  return (open[at + 1] ?? open[at - 1])?.suggestionId;
}
