import type { Tx } from '@huiyin/kernel/tx';
import { GENESIS, hashEvent, merkleRoot } from './chain.ts';
import { envelopeOf, EVENT_COLUMNS, type EventRow } from './event-row.ts';
import { maybeRow, rows } from './query.ts';

/** One place where the record does not say what it should. */
export interface AuditDifference {
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  /** hash: content changed · link: chain broken · gap: version missing · seal: root differs · missing: tail cut off */
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
  const seals = await rows<{ number: number; root: string; prev_root: string; event_count: number }>(
    tx,
    'select number, root, prev_root, event_count from seal where tenant = $1 order by number',
    [tenant],
  );
  let prevRoot = GENESIS;
  for (const [index, seal] of seals.entries()) {
    const sealed = await rows<{ hash: string }>(
      tx,
      'select hash from event where tenant = $1 and seal_number = $2 order by seal_index',
      [tenant, seal.number],
    );
    const holds =
      seal.number === index + 1 &&
      seal.prev_root === prevRoot &&
      sealed.length === seal.event_count &&
      merkleRoot([prevRoot, ...sealed.map((event) => event.hash)]) === seal.root;
    if (!holds)
      differences.push({ stream: `seal:${seal.number}`, version: seal.number, eventId: '', what: 'seal' });
    prevRoot = seal.root;
  }
  return seals.length;
}
