/** A test by its file under services/ and its name; `code` is the refusal it must name. */
export interface Proof {
  readonly file: string;
  readonly test: string;
  readonly code?: string;
}

/** One row of domain.md §2.2, with the tests that prove it. */
export interface Transition {
  readonly id: string;
  readonly accepted: readonly Proof[];
  /** Each guard of the row, with the tests that refuse it. A guard that never blocks says why. */
  readonly guards: Readonly<
    Record<string, readonly Proof[] | { readonly neverBlocks: string; readonly see: Proof }>
  >;
}

export const intake = (file: string, test: string, code?: string): Proof => proof('intake', file, test, code);
export const assignment = (file: string, test: string, code?: string): Proof =>
  proof('assignment', file, test, code);
export const notification = (file: string, test: string, code?: string): Proof =>
  proof('notification', file, test, code);
export const evaluation = (file: string, test: string, code?: string): Proof =>
  proof('evaluation', file, test, code);
export const supervision = (file: string, test: string, code?: string): Proof =>
  proof('supervision', file, test, code);
export const archive = (file: string, test: string, code?: string): Proof =>
  proof('archive', file, test, code);
export const meeting = (file: string, test: string, code?: string): Proof =>
  proof('meeting', file, test, code);

function proof(service: string, file: string, test: string, code: string | undefined): Proof {
  const where = { file: `${service}/src/domain/${file}.test.ts`, test };
  return code === undefined ? where : { ...where, code };
}
