/** A Chinese text takes full-width marks 全角标点; sources of regular expressions are no texts. */
export function hasHalfWidthMark(text: string): boolean {
  return HALF_WIDTH.test(text) && !text.includes('(?');
}

/** A half-width mark right beside a Han character or a full-width bracket or quotation mark. */
const HALF_WIDTH = /[\u4e00-\u9fff》”」）][,;:()!?]|[,;:()!?][\u4e00-\u9fff《“「（]/u;
