/**
 * Gives every style that a script of ours makes the page's nonce. antd's own styles carry it already; the parts that lock
 * scrolling below a drawer make theirs without, and the policy would refuse them.
 */
export function allowStyles(nonce: string): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const made = create(name, options);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  };
}
