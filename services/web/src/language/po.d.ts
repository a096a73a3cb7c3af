declare module '*.po' {
  /** The English of every text of the interface, by the text, or by its context, U+0004 and the text. */
  export const english: Readonly<Record<string, string>>;
}
