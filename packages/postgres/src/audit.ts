import type { Tx } from '@huiyin/kernel/tx';
import { GENESIS, hashEvent, merkleRoot } from './chain.ts';
import { envelopeOf, EVENT_COLUMNS, type EventRow } from './event-row.ts';
import { maybeRow, rows } from './query.ts';

/** One place where the record does not say what it should. */
export interface AuditDifference {
  /** A stream's id, or `seal:<number>`. */
  readonly stream: string;
  /** The event's version, or the seal's number. */
  readonly version: number;
  /** Empty where the event is gone, and for seals. */
  readonly eventId: string;
  /**
   * hash: an event's content changed · link: it does not follow the one before · gap: versions before it are missing ·
   * missing: the stream's last event, or a seal, is gone · seal: a seal's root does not stand for its events
   */
  readonly what: 'hash' | 'link' | 'gap' | 'seal' | 'missing';
}

export interface AuditReport {
  readonly events: number;
  readonly streams: number;
  readonly seals: number;
  readonly differences: readonly AuditDifference[];
}

const PAGE_EVENTS = 2_000;

/** Recomputes every chain and every seal of one tenant in the given snapshot. Reads pages, never the whole table. */
export async function verifyAudit(tx: Tx, service: string, tenant: string): Promise<AuditReport> {
  const differences: AuditDifference[] = [];
  const events = await verifyChains(tx, service, tenant, differences);
  const streams = await verifyHeads(tx, tenant, differences);
  const seals = await verifySeals(tx, tenant, differences);
  return { events, streams, seals, differences };
}

async function verifyChains(
  tx: Tx,
  service: string,
  tenant: string,
  differences: AuditDifference[],
): Promise<number> {
  let checked = 0;
  let before = { stream: '', version: 0, hash: GENESIS };
  for (;;) {
    const page = await rows<EventRow>(
      tx,
      `select ${EVENT_COLUMNS} from event where tenant = $1 and (stream, version) > ($2, $3)
       order by stream, version limit $4`,
      [tenant, before.stream, before.version, PAGE_EVENTS],
    );
    for (const row of page) {
      if (row.stream !== before.stream) before = { stream: row.stream, version: 0, hash: GENESIS };
      const found = (what: AuditDifference['what']): void =>
        void differences.push({ stream: row.stream, version: row.version, eventId: row.id, what });
      if (row.version !== before.version + 1) found('gap');
      else if (row.prev_hash !== before.hash) found('link');
      if (hashEvent(envelopeOf(row, service)) !== row.hash) found('hash');
      before = { stream: row.stream, version: row.version, hash: row.hash };
    }
    checked += page.length;
    if (page.length < PAGE_EVENTS) return checked;
  }
}

/** The head of each stream must be its last event: a tail cut off shows here. */
async function verifyHeads(tx: Tx, tenant: string, differences: AuditDifference[]): Promise<number> {
  const cut = await rows<{ id: string; version: number }>(
    tx,
    `select s.id, s.version from stream s
     left join event e on e.tenant = s.tenant and e.stream = s.id and e.version = s.version and e.hash = s.hash
     where s.tenant = $1 and s.version > 0 and e.id is null order by s.id limit 1000`,
    [tenant],
  );
  for (const { id, version } of cut) differences.push({ stream: id, version, eventId: '', what: 'missing' });
  const count = await maybeRow<{ count: number }>(
    tx,
    'select count(*) as count from stream where tenant = $1 and version > 0',
    [tenant],
  );
  return count?.count ?? 0;
}

async function verifySeals(tx: Tx, tenant: string, differences: AuditDifference[]): Promise<number> {
  const found = (number: number, what: AuditDifference['what']): void =>
    void differences.push({ stream: `seal:${number}`, version: number, eventId: '', what });
  const seals = await rows<SealRow>(
    tx,
    'select number, root, prev_root, event_count from seal where tenant = $1 order by number',
    [tenant],
  );
  let before: ExpectedRoot = { stored: GENESIS, computed: GENESIS };
  for (const seal of seals) {
    const computed = await rootOf(tx, tenant, seal);
    // A wrong root is named once, at its own seal: the next one may stand on what was stored or on what is right.
    const follows = seal.prev_root === before.stored || seal.prev_root === before.computed;
    if (!follows || computed !== seal.root) found(seal.number, 'seal');
    before = { stored: seal.root, computed };
  }
  for (const number of await missingSeals(tx, tenant)) found(number, 'missing');
  return seals.length;
}

interface SealRow {
  readonly number: number;
  readonly root: string;
  readonly prev_root: string;
  readonly event_count: number;
}

interface ExpectedRoot {
  readonly stored: string;
  readonly computed: string;
}

/** The root over the events a seal stands for; empty when their number is not the seal's. */
async function rootOf(tx: Tx, tenant: string, seal: SealRow): Promise<string> {
  const sealed = await rows<{ hash: string }>(
    tx,
    'select hash from event where tenant = $1 and seal_number = $2 order by seal_index',
    [tenant, seal.number],
  );
  if (sealed.length !== seal.event_count) return '';
  return merkleRoot([seal.prev_root, ...sealed.map((event) => event.hash)]);
}

/** Numbers that must be there, by the seals after them or the events they stand for, and are not. */
async function missingSeals(tx: Tx, tenant: string): Promise<readonly number[]> {
  const missing = await rows<{ number: number }>(
    tx,
    `with last as (
       select greatest(
         (select coalesce(max(number), 0) from seal where tenant = $1),
         (select coalesce(max(seal_number), 0) from event where tenant = $1)) as number)
     select n as number from last, generate_series(1, last.number) as n
     where not exists (select 1 from seal where tenant = $1 and seal.number = n) order by n limit 1000`,
    [tenant],
  );
  return missing.map(({ number }) => number);
}
