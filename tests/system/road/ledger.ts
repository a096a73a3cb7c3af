import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf, SERVICE_NAMES, type ServiceName } from '@huiyin/deploy/topology';
import pg from 'pg';

/** A committed event as its owner's database holds it. */
export interface LedgerEvent {
  readonly id: string;
  readonly tenant: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly published: boolean;
}

interface AppliedEvent {
  readonly source: string;
  readonly eventId: string;
  readonly transaction: string;
}

/** What one service's database says about events, commands and what it has taken over from others. */
export interface Ledger {
  readonly service: ServiceName;
  readonly events: readonly LedgerEvent[];
  /** Foreign events applied here, in the order of their application; those of one transaction were applied as a run. */
  readonly inbox: readonly AppliedEvent[];
  /** Highest applied version, by `source tenant stream`. */
  readonly consumed: ReadonlyMap<string, number>;
  /** `tenant key` of every accepted command. */
  readonly idempotencyKeys: readonly string[];
  readonly openDeadLetters: number;
}

/** Reads every service's ledger with the administrator's eyes. */
export async function readLedgers(postgresAdmin: string): Promise<readonly Ledger[]> {
  const ledgers: Ledger[] = [];
  for (const service of SERVICE_NAMES) {
    const client = new pg.Client({
      connectionString: databaseUrl(postgresAdmin, databaseOf(service).database),
    });
    await client.connect();
    try {
      ledgers.push(await readLedger(client, service));
    } finally {
      await client.end();
    }
  }
  return ledgers;
}

async function readLedger(client: pg.Client, service: ServiceName): Promise<Ledger> {
  const events = await client.query<LedgerEvent>(
    `select id, tenant, stream, version::int, type, published_at is not null as published
     from event order by tenant, stream, version`,
  );
  const inbox = await client.query<AppliedEvent>(
    `select source, event_id as "eventId", xmin::text as transaction from inbox
     order by received_at, xmin::text::bigint, ctid`,
  );
  const consumed = await client.query<{ name: string; version: number }>(
    `select concat_ws(' ', source, tenant, stream) as name, version::int from consumed`,
  );
  const keys = await client.query<{ key: string }>(
    "select concat_ws(' ', tenant, key) as key from idempotency where result is not null",
  );
  const dead = await client.query('select from dead_letter where resolved_at is null');
  return {
    service,
    events: events.rows,
    inbox: inbox.rows,
    consumed: new Map(consumed.rows.map(({ name, version }) => [name, version])),
    idempotencyKeys: keys.rows.map(({ key }) => key),
    openDeadLetters: dead.rowCount ?? 0,
  };
}
