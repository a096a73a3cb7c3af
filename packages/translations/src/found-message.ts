/** A stretch of a source, UTF-16 code units, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One Chinese text where it stands in a source. */
export interface FoundMessage extends Span {
  /** An expression, the value of an attribute, or what stands between two tags. */
  readonly form: 'text' | 'attribute' | 'children';
  /** The Chinese, with {0}, {1} for the values in their order. */
  readonly text: string;
  /** The word table it is an entry of; '' for everything else. */
  readonly table: string;
  readonly values: readonly Span[];
}
