/** The one `steps` further down (or up) from `id`; stays at the ends, the first where nothing is open. */
export function stepped<Item extends { readonly suggestionId: string }>(
  items: readonly Item[],
  id: string,
  steps: number,
): Item | undefined {
  const at = items.findIndex(({ suggestionId }) => suggestionId === id);
  return at < 0 ? items[0] : items[Math.min(items.length - 1, Math.max(0, at + steps))];
}
