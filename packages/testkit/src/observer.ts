import pg from 'pg';
import { inject } from 'vitest';

/** Rows and content of every table, by table. */
export type Snapshot = Readonly<Record<string, string>>;

/** A superuser's view of one database: sees every table past row-level security and ends other backends. */
export class Observer {
  readonly #connection: Promise<pg.Client>;
  #statement: string | undefined;

  /** @param url any connection to the database; the superuser of the test run is used. */
  constructor(url: string) {
    const admin = new URL(inject('postgresAdmin'));
    admin.pathname = new URL(url).pathname;
    const client = new pg.Client({ connectionString: admin.href });
    this.#connection = client.connect().then(() => client);
  }

  async snapshot(): Promise<Snapshot> {
    const client = await this.#connection;
    this.#statement ??= await snapshotStatement(client);
    // Prepared: planning it anew each time would take longer than running it.
    const { rows } = await client.query<{ name: string; content: string }>({
      name: 'snapshot',
      text: this.#statement,
    });
    return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
  }

  /** Ends the backend behind a connection; waits until it is gone when told to. */
  async kill(victim: pg.PoolClient, { untilGone }: { untilGone: boolean }): Promise<void> {
    const client = await this.#connection;
    const gone = new Promise<void>((resolve) => void victim.once('end', () => resolve()));
    // Known to pg, not to its types.
    const { processID } = victim as unknown as { processID: number };
    await client.query('select pg_terminate_backend($1)', [processID]);
    if (untilGone) await gone;
  }

  /** Sessions that hold a transaction open without working in it: connections somebody forgot. */
  async idleInTransaction(): Promise<number> {
    const client = await this.#connection;
    const { rows } = await client.query<{ count: string }>(
      `select count(*) from pg_stat_activity
       where datname = current_database() and state like 'idle in transaction%'`,
    );
    return Number(rows[0]?.count);
  }

  async close(): Promise<void> {
    await (await this.#connection).end();
  }
}

/** One statement over all tables: names come from the catalog, so a new table is watched without a change here. */
async function snapshotStatement(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename`,
  );
  const parts = rows.map(
    ({ name }) =>
      `select ${client.escapeLiteral(name)} as name,
         count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as content from ${name} t`,
  );
  return parts.join(' union all ');
}
