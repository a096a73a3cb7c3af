/** Characters of a passage that a comment quotes; the API's own bound. */
export const MOST_PASSAGE = 500;

interface Words {
  readonly title: string;
  readonly facts: string;
  readonly demands: readonly string[];
}

/** What a comment may quote of the words that were selected: one line that stands in the text; '' otherwise. */
export function passageOf(selected: string, { title, facts, demands }: Words): string {
  const line =
    selected
      .trim()
      .split(/[\r\n\t]/, 1)[0]
      ?.trim() ?? '';
  const passage = line.slice(0, MOST_PASSAGE);
  const stands = [title, facts, ...demands].some((text) => text.includes(passage));
  return stands ? passage : '';
}
