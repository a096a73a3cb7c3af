import type { Clock } from '@huiyin/kernel/clock';
import type { EventEnvelope } from '@huiyin/kernel/event';
import pg from 'pg';
import { forgetOld } from './housekeeping.ts';
import { markPublished, unpublishedEvents } from './outbox.ts';
import { sealTenants } from './sealer.ts';
import type { StatementHook } from './query.ts';
import { eachStatementAlone } from './transaction.ts';

/** Publishes events; answers the ids the broker has acknowledged. Must not throw for a broker that is away. */
export type Publish = (events: readonly EventEnvelope[]) => Promise<readonly string[]>;

export interface RelayOptions {
  readonly service: string;
  readonly url: string;
  readonly pool: pg.Pool;
  readonly publish: Publish;
  readonly clock: Clock;
  readonly onError: (message: string, error: unknown) => void;
  readonly beforeStatement?: StatementHook | undefined;
}

export interface Relay {
  /** Something was committed here: look now instead of at the next poll. */
  wake(): void;
  /** Seals what is unsealed now, for tests and for an archive that cannot wait a minute. */
  sealNow(): Promise<number>;
  stop(): Promise<void>;
}

const BATCH_EVENTS = 500;
const POLL_MS = 500;
/** Wakes are passed on to the holder in another process at most once in this time. */
const NOTIFY_COALESCE_MS = 20;
const LOCK_PING_MS = 1_000;
/** The server ends the lock's session when a paused relay stops pinging: another one takes over (decisions 15). */
const LOCK_IDLE_TIMEOUT_MS = 5_000;
const RETRY_PAUSE_MS = 250;
const SEAL_EVERY_MS = 60_000;
const FORGET_EVERY_MS = 3_600_000;
/** Namespace of the advisory lock; the database is the service's own, so one number suffices. */
const RELAY_LOCK = 7_117_001;
const CHANNEL = 'huiyin_outbox';

/** Starts the relay of one service: one holder among all replicas publishes, the others wait for the lock. */
export function startRelay(options: RelayOptions): Relay {
  const loop = new RelayLoop(options);
  const running = loop.run();
  return {
    wake: () => loop.wake(),
    sealNow: () => sealTenants(options),
    stop: async () => {
      loop.stopping = true;
      loop.wake();
      await running;
    },
  };
}

class RelayLoop {
  stopping = false;
  readonly #options: RelayOptions;
  #holding = false;
  #woken: () => void = () => undefined;
  #dirty = false;
  #notifyTimer: NodeJS.Timeout | undefined;
  #lastSeal = 0;
  #lastForgetting = 0;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  wake(): void {
    this.#dirty = true;
    if (this.#holding || this.stopping) this.#woken();
    else this.#passOn();
  }

  async run(): Promise<void> {
    while (!this.stopping) {
      const session = new pg.Client({
        connectionString: this.#options.url,
        application_name: `${this.#options.service}-relay-lock`,
      });
      let lost = false;
      session.on('error', () => {
        lost = true;
        this.#woken();
      });
      session.on('notification', () => {
        this.#dirty = true;
        this.#woken();
      });
      const ping = setInterval(
        () =>
          void session.query('select 1').catch(() => {
            lost = true;
          }),
        LOCK_PING_MS,
      );
      try {
        await this.#takeLock(session, () => lost);
        while (!this.stopping && !lost) await this.#turn();
      } catch (error) {
        this.#options.onError('the relay stumbled and starts again', error);
        await this.#pause(RETRY_PAUSE_MS);
      } finally {
        this.#holding = false;
        clearInterval(ping);
        await session.end().catch((error: unknown) => this.#options.onError('closing the relay lock', error));
      }
    }
    clearTimeout(this.#notifyTimer);
  }

  async #takeLock(session: pg.Client, lost: () => boolean): Promise<void> {
    await session.connect();
    await session.query(`set idle_session_timeout = ${LOCK_IDLE_TIMEOUT_MS}`);
    while (!this.stopping && !lost()) {
      const answer = await session.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
        RELAY_LOCK,
      ]);
      if (answer.rows[0]?.held === true) {
        await session.query(`listen ${CHANNEL}`);
        this.#holding = true;
        this.#dirty = true;
        return;
      }
      await this.#pause(LOCK_PING_MS);
    }
  }

  /** One look: publish a batch and mark it; sleep when there was nothing to do. */
  async #turn(): Promise<void> {
    this.#dirty = false;
    const { service, publish, clock } = this.#options;
    const batch = await eachStatementAlone(this.#options, (tx) =>
      unpublishedEvents(tx, service, BATCH_EVENTS),
    );
    if (batch.length > 0) {
      const acknowledged = await publish(batch);
      if (acknowledged.length > 0) {
        await eachStatementAlone(this.#options, (tx) => markPublished(tx, acknowledged, clock.now()));
      }
      if (acknowledged.length < batch.length) await this.#pause(RETRY_PAUSE_MS);
      return;
    }
    await this.#sealWhenDue();
    await this.#forgetWhenDue();
    if (!this.#dirty) await this.#pause(POLL_MS);
  }

  async #sealWhenDue(): Promise<void> {
    const now = this.#options.clock.now().getTime();
    if (now - this.#lastSeal < SEAL_EVERY_MS) return;
    // Only a round that succeeded puts the next one off.
    await sealTenants(this.#options);
    this.#lastSeal = now;
  }

  async #forgetWhenDue(): Promise<void> {
    const now = this.#options.clock.now().getTime();
    if (now - this.#lastForgetting < FORGET_EVERY_MS) return;
    await forgetOld(this.#options);
    this.#lastForgetting = now;
  }

  #pause(ms: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#woken = () => undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#woken = done;
    });
  }

  /** Not the holder: tell the holder, coalesced, outside the write transaction (NOTIFY inside it costs a third). */
  #passOn(): void {
    this.#notifyTimer ??= setTimeout(() => {
      this.#notifyTimer = undefined;
      this.#options.pool
        .query('select pg_notify($1, $2)', [CHANNEL, ''])
        .catch((error: unknown) =>
          this.#options.onError('waking the relay; its poll will find the events', error),
        );
    }, NOTIFY_COALESCE_MS);
  }
}
