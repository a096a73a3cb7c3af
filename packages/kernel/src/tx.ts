declare const transaction: unique symbol;

/**
 * An open transaction, opaque outside packages/postgres: ports name it, nobody but storage can use it.
 * Inside one no network call may be made.
 */
export interface Tx {
  readonly [transaction]: never;
}
