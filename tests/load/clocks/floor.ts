import pg from 'pg';
import type { RunningSystem } from '@huiyin/testkit/running-system';
import { databaseServerOf, processorUsed } from '../support/processor-time.ts';
import { timed } from '../support/stopwatch.ts';
import { CLOCKS_A_CASE, TENANT, type Batch } from './city-of-clocks.ts';

/** Rows as jsonb texts: of one case that supervision has fired, before and after. */
interface Model {
  readonly file: { readonly before: string; readonly after: string };
  readonly clock: { readonly before: string; readonly after: string };
  readonly stream: string;
  readonly firing: string;
  readonly urge: string;
  /** One clock's. */
  readonly events: readonly string[];
}

/** The case of a batch as it stands: taken before the batch fires and handed to `ClocksFloor.after`. */
export type BeforeFiring = Pick<Model, 'stream'> & { readonly file: string; readonly clock: string };

/**
 * The floor of P6: what supervision did to a batch, done by one set-based statement to as many rows of the same make in
 * tables of the same make. It decides nothing, computes no hash and tells nobody.
 */
export class ClocksFloor {
  readonly #product: pg.Client;
  readonly #own: pg.Client;
  /** Process id of the database server. */
  readonly #server: number;
  #round = 0;

  private constructor(product: pg.Client, own: pg.Client, server: number) {
    this.#product = product;
    this.#own = own;
    this.#server = server;
  }

  static async on(system: RunningSystem, product: pg.Client): Promise<ClocksFloor> {
    const { adminUrl } = await system.bareDatabase('supervision', 'bench_clocks_floor');
    const own = new pg.Client({ connectionString: adminUrl });
    await own.connect();
    return new ClocksFloor(product, own, databaseServerOf(system));
  }

  close(): Promise<void> {
    return this.#own.end();
  }

  async before({ cases: [first] }: Batch): Promise<BeforeFiring> {
    const caseId = first?.caseId ?? '';
    return {
      file: await this.#row('case_file t where id = $1', caseId),
      clock: await this.#row('clock t where case_id = $1 order by id', caseId),
      stream: await this.#row('stream t where id = $1', caseId),
    };
  }

  /** Seconds, and the server's seconds of processor, of one statement over as many clocks as the batch has. */
  async fire(
    batch: Batch,
    before: BeforeFiring,
  ): Promise<{ readonly seconds: number; readonly processorSeconds: number }> {
    const model = await this.#modelOf(batch, before);
    this.#round += 1;
    await this.#fill(batch, model);
    const server = processorUsed([this.#server]);
    const { seconds, result } = await timed(() =>
      this.#own.query(FIRE, [
        ...[TENANT, batch.turnsAt, model.clock.after, model.file.after],
        ...[model.firing, model.urge, model.events],
      ]),
    );
    const fired = Number((result.rows[0] as { fired: string } | undefined)?.fired);
    const wanted = batch.clocks * model.events.length;
    if (fired !== wanted) throw new Error(`the floor made ${fired} events of ${wanted}`);
    return { seconds, processorSeconds: server.seconds() };
  }

  async #modelOf({ cases: [first], turnsAt }: Batch, before: BeforeFiring): Promise<Model> {
    const caseId = first?.caseId ?? '';
    const { rows: told } = await this.#product.query<{ row: string }>(
      `select (to_jsonb(t) - array['position', 'published_at', 'seal_number', 'seal_index'])::text as row from event t
       where stream = $1 and occurred_at = $2 and payload ->> 'clockId' =
         (select id from clock where case_id = $1 order by id limit 1) order by version`,
      [caseId, turnsAt],
    );
    return {
      file: { before: before.file, after: await this.#row('case_file t where id = $1', caseId) },
      clock: {
        before: before.clock,
        after: await this.#row('clock t where case_id = $1 order by id', caseId),
      },
      stream: before.stream,
      firing: await this.#row('firing t where case_id = $1', caseId),
      urge: await this.#row('urge t where case_id = $1', caseId),
      events: told.map(({ row }) => row),
    };
  }

  async #row(from: string, caseId: string): Promise<string> {
    const { rows } = await this.#product.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${from} limit 1`,
      [caseId],
    );
    const [found] = rows;
    if (found === undefined) throw new Error(`there is no ${from} of ${caseId}`);
    return found.row;
  }

  async #fill({ cases }: Batch, { file, clock, stream }: Model): Promise<void> {
    const ids = `('floor-${this.#round}-' || n)`;
    const from = `from generate_series(1, ${cases.length}) as n`;
    for (const [table, row] of [
      ['case_file', file.before],
      ['stream', stream],
    ] as const) {
      await this.#own.query(
        `insert into ${table} select made.* ${from},
           jsonb_populate_record(null::${table}, $1::jsonb || jsonb_build_object('id', ${ids})) as made`,
        [row],
      );
    }
    await this.#own.query(
      `insert into clock select made.* ${from}, generate_series(1, ${CLOCKS_A_CASE}) as k,
         jsonb_populate_record(null::clock,
           $1::jsonb || jsonb_build_object('id', ${ids} || '/' || k, 'case_id', ${ids})) as made`,
      [clock.before],
    );
    await this.#own.query('vacuum analyze');
  }
}

const EVENT_COLUMNS = `id, tenant, stream, version, type, payload, account_id, person_id, roles, occurred_at,
  recorded_at, reason, traceparent, prev_hash, hash`;

const FIRE = `
with due as materialized (
  select id, case_id, row_number() over (partition by case_id order by id) - 1 as place
  from clock where tenant = $1 and next_change_at <= $2),
after as materialized (
  select clock.*, file.colour as file_colour, file.settled_until, file.state as file_state
  from jsonb_populate_record(null::clock, $3::jsonb) as clock,
    jsonb_populate_record(null::case_file, $4::jsonb) as file),
changed as (
  update clock set colour = after.colour, colour_since = after.colour_since, turns_red_at = after.turns_red_at,
    next_change_at = after.next_change_at, state = after.state
  from due, after where clock.tenant = $1 and clock.id = due.id),
of_case as materialized (select case_id, count(*) * cardinality($7::text[]) as events from due group by case_id),
filed as (
  update case_file set colour = after.file_colour, settled_until = after.settled_until, state = after.file_state
  from of_case, after where case_file.tenant = $1 and case_file.id = of_case.case_id),
fired as (
  insert into firing select made.* from due, jsonb_populate_record(null::firing,
    $5::jsonb || jsonb_build_object('clock_id', due.id, 'case_id', due.case_id)) as made),
urged as (
  insert into urge select made.* from due, jsonb_populate_record(null::urge,
    $6::jsonb || jsonb_build_object('id', gen_random_uuid(), 'clock_id', due.id, 'case_id', due.case_id)) as made),
moved as (
  update stream set version = stream.version + of_case.events
  from of_case where stream.tenant = $1 and stream.id = of_case.case_id),
model as materialized (
  select made.*, n from unnest($7::text[]) with ordinality as each(row, n),
    jsonb_populate_record(null::event, each.row::jsonb) as made),
told as (
  insert into event (${EVENT_COLUMNS})
  select gen_random_uuid(), model.tenant, due.case_id,
    stream.version + due.place * cardinality($7::text[]) + model.n, model.type, model.payload, model.account_id,
    model.person_id, model.roles, model.occurred_at, model.recorded_at, model.reason, model.traceparent,
    model.prev_hash, model.hash
  from due join stream on stream.tenant = $1 and stream.id = due.case_id cross join model
  returning 1)
select count(*) as fired from told`;
