import type { Actor } from '@huiyin/kernel/actor';
import type { EventEnvelope, NewEvent } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenStream } from '@huiyin/kernel/unit-of-work';
import { GENESIS, hashEvent } from './chain.ts';
import { execute, maybeRow, rows } from './query.ts';

/** Turns a decider's event into the JSON form of its protobuf message; throws when it does not fit. */
export type EncodePayload = (event: NewEvent) => Record<string, unknown>;

/** Who and when, for the events of one transaction. */
export interface Authorship {
  readonly service: string;
  readonly tenant: string;
  readonly actor: Actor;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly traceparent: string;
}

/** The streams one transaction has locked, and the events it will write when it ends. */
export class OpenStreams {
  readonly #tx: Tx;
  readonly #by: Authorship;
  readonly #encode: EncodePayload;
  readonly #open = new Map<string, Promise<StreamHead>>();

  constructor(tx: Tx, by: Authorship, encode: EncodePayload) {
    this.#tx = tx;
    this.#by = by;
    this.#encode = encode;
  }

  /** Locks a stream's head, making it when the stream is new. */
  open(id: string): Promise<StreamHead> {
    let head = this.#open.get(id);
    if (head === undefined) {
      head = this.#lock(id);
      this.#open.set(id, head);
    }
    return head;
  }

  /** Locks those of these streams that exist and that no other transaction holds, in the order of their ids. */
  async openFree(ids: readonly string[]): Promise<readonly StreamHead[]> {
    const free = await rows<{ id: string; version: number; hash: string }>(
      this.#tx,
      `select id, version, hash from stream where tenant = $1 and id = any($2)
       order by id for update skip locked`,
      [this.#by.tenant, ids],
    );
    const heads = free.map(({ id, version, hash }) => new StreamHead(id, version, hash));
    for (const head of heads) this.#open.set(head.id, Promise.resolve(head));
    return heads;
  }

  /** Writes all appended events, chained, and moves the heads. Answers how many events there were. */
  async flush(): Promise<number> {
    const heads = await Promise.all(this.#open.values());
    const events = heads.flatMap((head) => this.#chain(head));
    if (events.length > 0) await append(this.#tx, this.#by.tenant, events);
    return events.length;
  }

  /** Most streams are there already: one round trip. A new one is made, and so locked, by whoever comes first. */
  async #lock(id: string): Promise<StreamHead> {
    const found = await this.#lockExisting(id);
    if (found !== undefined) return found;
    const own = await execute(
      this.#tx,
      `insert into stream (tenant, id, version, hash) values ($1, $2, 0, $3) on conflict do nothing`,
      [this.#by.tenant, id, GENESIS],
    );
    if (own === 1) return new StreamHead(id, 0, GENESIS);
    const made = await this.#lockExisting(id);
    if (made === undefined) throw new Error(`stream ${id} vanished under its lock`);
    return made;
  }

  async #lockExisting(id: string): Promise<StreamHead | undefined> {
    const row = await maybeRow<{ version: number; hash: string }>(
      this.#tx,
      'select version, hash from stream where tenant = $1 and id = $2 for update',
      [this.#by.tenant, id],
    );
    return row && new StreamHead(id, row.version, row.hash);
  }

  #chain(head: StreamHead): EventEnvelope[] {
    let prevHash = head.hash;
    return head.appended.map((event, index) => {
      const unhashed = {
        id: newId(),
        tenant: this.#by.tenant,
        service: this.#by.service,
        stream: head.id,
        version: head.version + index + 1,
        type: event.type,
        payload: this.#encode(event),
        actor: this.#by.actor,
        occurredAt: event.occurredAt ?? this.#by.occurredAt,
        recordedAt: this.#by.recordedAt,
        ...(event.reason === undefined ? {} : { reason: event.reason }),
        traceparent: this.#by.traceparent,
        prevHash,
      };
      prevHash = hashEvent(unhashed);
      return { ...unhashed, hash: prevHash };
    });
  }
}

/** A locked stream with the events to be appended when the transaction ends. */
export class StreamHead implements OpenStream {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly appended: NewEvent[] = [];

  constructor(id: string, version: number, hash: string) {
    this.id = id;
    this.version = version;
    this.hash = hash;
  }

  append(...events: readonly NewEvent[]): Promise<void> {
    this.appended.push(...events);
    return Promise.resolve();
  }

  get versionAfter(): number {
    return this.version + this.appended.length;
  }
}

/** Inserts the events and leaves each stream where its last event says: one round trip. */
async function append(tx: Tx, tenant: string, events: readonly EventEnvelope[]): Promise<void> {
  const list = events.map((event) => ({
    id: event.id,
    tenant: event.tenant,
    stream: event.stream,
    version: event.version,
    type: event.type,
    payload: event.payload,
    account_id: event.actor.accountId,
    person_id: event.actor.personId,
    roles: event.actor.roles,
    occurred_at: event.occurredAt.toISOString(),
    recorded_at: event.recordedAt.toISOString(),
    reason: event.reason ?? null,
    traceparent: event.traceparent,
    prev_hash: event.prevHash,
    hash: event.hash,
  }));
  await execute(
    tx,
    `with told as materialized (
       select * from jsonb_to_recordset($1::jsonb) as e(id uuid, tenant text, stream text, version bigint,
         type text, payload jsonb, account_id text, person_id text, roles text[], occurred_at timestamptz,
         recorded_at timestamptz, reason text, traceparent text, prev_hash text, hash text)
     ), appended as (
       insert into event (id, tenant, stream, version, type, payload, account_id, person_id, roles,
         occurred_at, recorded_at, reason, traceparent, prev_hash, hash)
       select id, tenant, stream, version, type, payload, account_id, person_id, roles,
         occurred_at, recorded_at, reason, traceparent, prev_hash, hash
       from told order by version
     ), head as (
       select distinct on (stream) stream as id, version, hash from told order by stream, version desc
     )
     update stream set version = head.version, hash = head.hash
     from head where stream.tenant = $2 and stream.id = head.id`,
    [JSON.stringify(list), tenant],
  );
}
