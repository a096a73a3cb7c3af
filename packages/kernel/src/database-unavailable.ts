/** What is known of the work when the database went away. */
export type Outcome = 'rolled-back' | 'commit-unknown';

/**
 * The connection to the database was lost or could not be had. With `rolled-back` nothing was done; with
 * `commit-unknown` the caller finds out by asking again with the same Idempotency-Key.
 */
export class DatabaseUnavailable extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome, options: { cause: unknown }) {
    super(`database unavailable, ${outcome}`, options);
    this.name = 'DatabaseUnavailable';
    this.outcome = outcome;
  }
}
