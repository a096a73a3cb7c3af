/** First-level categories, as the default rule pack names them. */
export type Category =
  '财政经济' | '城建环保' | '农业农村' | '教科文卫' | '监察司法' | '社会建设' | '民族侨外' | '其他';

/**
 * A matter that deputies raise. Texts hold places in braces: {town} {village} {road} {community}, and {n} for a
 * number of two digits; a place keeps its value within one suggestion.
 */
export interface Topic {
  readonly category: Category;
  /** Codes of the unit in charge and of the units that usually help, the likeliest first. */
  readonly lead: string;
  readonly co: readonly string[];
  readonly titles: readonly string[];
  readonly facts: readonly string[];
  readonly demands: readonly string[];
}
