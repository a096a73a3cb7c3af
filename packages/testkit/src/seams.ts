import { openDatabase } from '@huiyin/postgres/database';

/** Where a test may stand while a service is put together: around its use cases, its reactions and its database. */
export interface Seams {
  readonly openDatabase: typeof openDatabase;
  useCases<Table extends object>(table: Table): Table;
  reactions<Table extends object>(table: Table): Table;
  sweeps<Sweep extends SweepLike>(sweeps: readonly Sweep[]): readonly Sweep[];
  /** What the service would log. */
  complain(message: string, detail: unknown): void;
}

export interface SweepLike {
  readonly name: string;
  run(tenant: string, now: Date): Promise<void>;
}

/** Nobody stands there: the service as it is. */
export const UNTOUCHED: Seams = {
  openDatabase,
  useCases: (table) => table,
  reactions: (table) => table,
  sweeps: (sweeps) => sweeps,
  complain: (message, detail) => console.error(message, detail),
};
