import type { Actor } from '@huiyin/kernel/actor';
import type { EventEnvelope, NewEvent } from '@huiyin/kernel/event';
import { newId } from '@huiyin/kernel/ids';
import type { Tx } from '@huiyin/kernel/tx';
import type { OpenStream } from '@huiyin/kernel/unit-of-work';
import { GENESIS, hashEvent } from './chain.ts';
import { execute, maybeRow, rows } from './query.ts';

/** Turns a decider's event into the JSON form of its protobuf message; throws when it does not fit. */
export type EncodePayload = (event: NewEvent) => Record<string, unknown>;

/** Who and when, for events. */
export interface Authorship {
  readonly service: string;
  readonly actor: Actor;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly traceparent: string;
}

/** A transaction that locks streams out of their order could wait for one that waits for it. */
export class LocksOutOfOrder extends Error {
  constructor(id: string, last: string) {
    super(`stream ${id} would be locked after ${last}`);
    this.name = 'LocksOutOfOrder';
  }
}

/** The streams one transaction has locked, and the events it will write when it ends. */
export class OpenStreams {
  readonly #tx: Tx;
  readonly #tenant: string;
  readonly #encode: EncodePayload;
  readonly #inOrder: boolean;
  readonly #open = new Map<string, Promise<Head>>();
  #last = '';

  /** `inOrder`: a stream that would be locked after one with a greater id is refused with LocksOutOfOrder. */
  constructor(
    tx: Tx,
    { tenant, encode, inOrder = false }: { tenant: string; encode: EncodePayload; inOrder?: boolean },
  ) {
    this.#tx = tx;
    this.#tenant = tenant;
    this.#encode = encode;
    this.#inOrder = inOrder;
  }

  /** Locks a stream's head, making it when the stream is new. What is appended to it is by `author`. */
  async open(id: string, author: Authorship): Promise<StreamHead> {
    let head = this.#open.get(id);
    if (head === undefined) {
      if (this.#inOrder && id < this.#last) throw new LocksOutOfOrder(id, this.#last);
      this.#last = id;
      head = this.#lock(id);
      this.#open.set(id, head);
    }
    return new StreamHead(await head, author);
  }

  /** Locks several streams in the order of their ids, those that exist in one round trip. */
  async lock(ids: readonly string[]): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#open.has(id)).toSorted();
    if (wanted.length === 0) return;
    const found = await rows<{ id: string; version: number; hash: string }>(
      this.#tx,
      `select id, version, hash from stream where tenant = $1 and id = any($2)
       order by id collate "C" for update`,
      [this.#tenant, wanted],
    );
    const heads = new Map(found.map((head): [string, Head] => [head.id, { ...head, appended: [] }]));
    for (const id of wanted) this.#open.set(id, Promise.resolve(heads.get(id) ?? (await this.#make(id))));
  }

  /** Locks those of these streams that exist and that no other transaction holds, in the order of their ids. */
  async openFree(ids: readonly string[], author: Authorship): Promise<readonly StreamHead[]> {
    const free = await rows<{ id: string; version: number; hash: string }>(
      this.#tx,
      `select id, version, hash from stream where tenant = $1 and id = any($2)
       order by id for update skip locked`,
      [this.#tenant, ids],
    );
    const heads = free.map((found): Head => ({ ...found, appended: [] }));
    for (const head of heads) this.#open.set(head.id, Promise.resolve(head));
    return heads.map((head) => new StreamHead(head, author));
  }

  /** Writes all appended events, chained, and moves the heads. Answers how many events there were. */
  async flush(): Promise<number> {
    const heads = await Promise.all(this.#open.values());
    const events = heads.flatMap((head) => this.#chain(head));
    if (events.length > 0) await append(this.#tx, this.#tenant, events);
    return events.length;
  }

  /** Most streams are there already: one round trip. */
  async #lock(id: string): Promise<Head> {
    return (await this.#lockExisting(id)) ?? this.#make(id);
  }

  /** A new stream is made, and so locked, by whoever comes first. */
  async #make(id: string): Promise<Head> {
    const own = await execute(
      this.#tx,
      `insert into stream (tenant, id, version, hash) values ($1, $2, 0, $3) on conflict do nothing`,
      [this.#tenant, id, GENESIS],
    );
    if (own === 1) return { id, version: 0, hash: GENESIS, appended: [] };
    const made = await this.#lockExisting(id);
    if (made === undefined) throw new Error(`stream ${id} vanished under its lock`);
    return made;
  }

  async #lockExisting(id: string): Promise<Head | undefined> {
    const row = await maybeRow<{ version: number; hash: string }>(
      this.#tx,
      'select version, hash from stream where tenant = $1 and id = $2 for update',
      [this.#tenant, id],
    );
    return row && { id, version: row.version, hash: row.hash, appended: [] };
  }

  #chain(head: Head): EventEnvelope[] {
    let prevHash = head.hash;
    return head.appended.map(({ event, by }, index) => {
      const unhashed = {
        id: newId(),
        tenant: this.#tenant,
        service: by.service,
        stream: head.id,
        version: head.version + index + 1,
        type: event.type,
        payload: this.#encode(event),
        actor: by.actor,
        occurredAt: event.occurredAt ?? by.occurredAt,
        recordedAt: by.recordedAt,
        ...(event.reason === undefined ? {} : { reason: event.reason }),
        traceparent: by.traceparent,
        prevHash,
      };
      prevHash = hashEvent(unhashed);
      return { ...unhashed, hash: prevHash };
    });
  }
}

/** A locked stream as it was found, with the events to be appended when the transaction ends. */
interface Head {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly appended: { readonly event: NewEvent; readonly by: Authorship }[];
}

/** A locked stream in the hands of one author. */
export class StreamHead implements OpenStream {
  readonly #head: Head;
  readonly #author: Authorship;

  constructor(head: Head, author: Authorship) {
    this.#head = head;
    this.#author = author;
  }

  get id(): string {
    return this.#head.id;
  }

  get version(): number {
    return this.#head.version;
  }

  get versionAfter(): number {
    return this.#head.version + this.#head.appended.length;
  }

  append(...events: readonly NewEvent[]): Promise<void> {
    this.#head.appended.push(...events.map((event) => ({ event, by: this.#author })));
    return Promise.resolve();
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
