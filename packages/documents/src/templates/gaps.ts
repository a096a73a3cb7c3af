import { paragraph, type Block } from '../document/official-document.ts';

/** What a look-back found short, numbered where there are several. */
export function gapList(gaps: readonly string[]): readonly Block[] {
  return gaps.map((gap, index) => paragraph(gaps.length > 1 ? `${index + 1}.${gap}` : gap));
}
