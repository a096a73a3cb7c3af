import { isDeepStrictEqual } from 'node:util';
import { isRejection } from '@huiyin/kernel/rejection';
import { openDatabase, type Database, type DatabaseOptions } from '@huiyin/postgres/database';
import { DatabaseUnavailable } from '@huiyin/kernel/database-unavailable';
import type { StatementHook } from '@huiyin/postgres/query';
import { Observer, type Snapshot } from './observer.ts';
import type { Seams, SweepLike } from './seams.ts';

/** A use case, a reaction or a sweep, by its name in the composition root; an event as `source type`. */
type Kind = 'use case' | 'reaction' | 'event' | 'sweep';

/** What one thing went through. */
export interface Ordeal {
  readonly kind: Kind;
  readonly name: string;
  /** Backends killed under it. */
  readonly kills: number;
  /** Commits that changed something: its effects. */
  readonly effects: number;
}

/** Bound on a test that kills its way through one service, milliseconds. */
export const KILLING_TIMEOUT_MS = 240_000;

/** More kills than any use case needs to be gone through; beyond, each attempt does its work anew. */
const MAX_KILLS = 300;

type Shot = 'before the statement' | 'after the commit';

interface Attempt {
  /** The statement before which the backend dies, counted from 1. */
  readonly at: number;
  readonly shot: Shot;
  seen: number;
  fired?: { readonly sql: string };
}

type Outcome = { readonly value: unknown } | { readonly thrown: unknown };

/**
 * Stands before every statement of one service and kills the backend there, for real (`pg_terminate_backend`): before
 * the first, before the second … before COMMIT, and between a COMMIT done and its answer. The same command is sent
 * again with the same key after each, until it passes. Everything is done to the first accepted call of each use case,
 * the first event of each type and the first run of each sweep; later ones pass untouched.
 *
 * Proven for each: after a kill before COMMIT all tables are as before; a lost COMMIT answer is told as unknown and the
 * same key then answers what was stored; in the end there is one effect.
 */
export class BackendKiller implements Seams {
  readonly #names: { kind: Kind; name: string }[] = [];
  readonly #ordeals = new Map<string, Ordeal>();
  readonly #severalEffects: ReadonlySet<string>;
  #observer: Observer | undefined;
  #attempt: Attempt | undefined;
  #calledReactions = new Set<string>();

  /** `severalEffects` names what is meant to commit more than once: bulk and clock commands, sweeps. */
  constructor(severalEffects: readonly string[] = []) {
    this.#severalEffects = new Set(severalEffects);
  }

  readonly openDatabase = (options: DatabaseOptions): Database => {
    this.#observer = new Observer(options.url);
    const database = openDatabase({ ...options, beforeStatement: this.#beforeStatement });
    const { inbox } = database;
    const apply: typeof inbox.apply = (event, reaction) =>
      this.#endure('event', `${event.service} ${event.type}`, () => inbox.apply(event, reaction));
    return { ...database, inbox: { ...inbox, apply } };
  };

  useCases<Table extends object>(table: Table): Table {
    return this.#around('use case', table, (name, run) => this.#endure('use case', name, run));
  }

  reactions<Table extends object>(table: Table): Table {
    return this.#around('reaction', table, (name, run) => {
      this.#calledReactions.add(name);
      return run();
    });
  }

  sweeps<Sweep extends SweepLike>(sweeps: readonly Sweep[]): readonly Sweep[] {
    return sweeps.map((sweep) => {
      this.#names.push({ kind: 'sweep', name: sweep.name });
      const run: SweepLike['run'] = (tenant, now) =>
        this.#endure('sweep', sweep.name, () => sweep.run(tenant, now));
      return { ...sweep, run };
    });
  }

  /** Lost connections are what this is about; what else goes wrong comes back as an answer. */
  complain(): void {}

  /** Names of the composition root that no accepted call, event or run of this test has gone through. */
  get spared(): readonly string[] {
    return this.#names
      .filter(({ kind, name }) => !this.#ordeals.has(`${kind} ${name}`))
      .map(({ kind, name }) => `${kind} ${name}`);
  }

  get ordeals(): readonly Ordeal[] {
    return [...this.#ordeals.values()];
  }

  /** Transactions that a dead backend's owner left open on another connection: there must be none. */
  forgottenTransactions(): Promise<number> {
    return this.#seen.idleInTransaction();
  }

  /** Close it before the database goes. */
  async close(): Promise<void> {
    await this.#observer?.close();
  }

  #around<Table extends object>(
    kind: Kind,
    table: Table,
    call: (name: string, run: () => Promise<unknown>) => Promise<unknown>,
  ): Table {
    const wrapped = Object.entries(table).map(([name, run]) => {
      this.#names.push({ kind, name });
      const original = run as (...args: unknown[]) => Promise<unknown>;
      return [name, (...args: unknown[]) => call(name, () => original(...args))];
    });
    return Object.fromEntries(wrapped) as Table;
  }

  readonly #beforeStatement: StatementHook = async ({ sql, client }) => {
    const attempt = this.#attempt;
    if (attempt === undefined || attempt.fired !== undefined) return;
    attempt.seen += 1;
    if (attempt.seen !== attempt.at) return;
    attempt.fired = { sql };
    if (attempt.shot === 'after the commit') await client.query('commit');
    // Every second statement is sent to a backend that is only just dying; a COMMIT always finds it dead.
    await this.#seen.kill(client, { untilGone: sql === 'commit' || attempt.at % 2 === 0 });
  };

  get #seen(): Observer {
    if (this.#observer === undefined) throw new Error('no database was opened through this killer');
    return this.#observer;
  }

  /** The walk through all statements; answers what the undisturbed call answers in the end. */
  async #endure<Answer>(kind: Kind, name: string, run: () => Promise<Answer>): Promise<Answer> {
    if (this.#attempt !== undefined || this.#ordeals.has(`${kind} ${name}`)) return run();
    this.#calledReactions = new Set();
    const said = (what: string): string => `${kind} ${name}: ${what}`;
    let before = await this.#seen.snapshot();
    let [kills, effects, at] = [0, 0, 1];
    for (; kills < MAX_KILLS; at += 1) {
      const { outcome, fired } = await this.#try({ at, shot: 'before the statement' }, run);
      if (fired === undefined) {
        const answer = settled<Answer>(outcome);
        if (isRejection(answer)) return answer;
        await this.#nothingMore(said, { answer, before, run });
        if (effects > 1 && !this.#severalEffects.has(name)) throw new Error(said(`had ${effects} effects`));
        this.#survived(kind, name, { kills, effects });
        return answer;
      }
      kills += 1;
      assertUnavailable(said(`killed before statement ${at} (${fired.sql})`), outcome);
      before = await this.#unchanged(said(`killed before statement ${at} (${fired.sql})`), before);
      if (fired.sql !== 'commit') continue;
      const lost = await this.#try({ at, shot: 'after the commit' }, run);
      kills += 1;
      assertUnavailable(said('answer of COMMIT lost'), lost.outcome, 'commit-unknown');
      const after = await this.#seen.snapshot();
      if (isDeepStrictEqual(after, before)) continue;
      // Something was committed: the same again meets its own work from the first statement on.
      [before, effects, at] = [after, effects + 1, 0];
    }
    throw new Error(said(`has had ${effects} effects after ${kills} kills and is not through`));
  }

  /** All effects are there already, so the undisturbed call and one more change nothing and answer alike. */
  async #nothingMore(
    said: (what: string) => string,
    done: { answer: unknown; before: Snapshot; run: () => Promise<unknown> },
  ): Promise<void> {
    await this.#unchanged(said('sent again after its COMMIT'), done.before);
    const again = await done.run();
    await this.#unchanged(said('sent once more'), done.before);
    if (!isDeepStrictEqual(again, done.answer)) {
      throw new Error(said(`answered ${JSON.stringify(done.answer)}, then ${JSON.stringify(again)}`));
    }
  }

  #survived(kind: Kind, name: string, { kills, effects }: Pick<Ordeal, 'kills' | 'effects'>): void {
    this.#ordeals.set(`${kind} ${name}`, { kind, name, kills, effects });
    for (const reaction of this.#calledReactions) {
      this.#ordeals.set(`reaction ${reaction}`, { kind: 'reaction', name: reaction, kills, effects });
    }
  }

  async #try(
    plan: Pick<Attempt, 'at' | 'shot'>,
    run: () => Promise<unknown>,
  ): Promise<{ outcome: Outcome; fired: Attempt['fired'] }> {
    const attempt: Attempt = { ...plan, seen: 0 };
    this.#attempt = attempt;
    try {
      return { outcome: { value: await run() }, fired: attempt.fired };
    } catch (thrown) {
      return { outcome: { thrown }, fired: attempt.fired };
    } finally {
      this.#attempt = undefined;
    }
  }

  async #unchanged(when: string, before: Snapshot): Promise<Snapshot> {
    const after = await this.#seen.snapshot();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (changed.length > 0) throw new Error(`${when}: ${changed.join(', ')} changed`);
    return after;
  }
}

function settled<Answer>(outcome: Outcome): Answer {
  if ('thrown' in outcome) throw outcome.thrown;
  return outcome.value as Answer;
}

/** A killed backend is told as "unavailable", never as anything else, and a lost COMMIT never as rolled back. */
function assertUnavailable(when: string, outcome: Outcome, expected?: DatabaseUnavailable['outcome']): void {
  const told = 'thrown' in outcome ? outcomesOf(outcome.thrown) : refusedOutcome(outcome.value);
  const holds = told.length > 0 && (expected === undefined || told.every((one) => one === expected));
  if (holds) return;
  const found = 'thrown' in outcome ? outcome.thrown : JSON.stringify(outcome.value);
  throw new Error(`${when}: not told as unavailable but ${String(found)}`, { cause: found });
}

/** What a thrown error says of the work; empty when it is not a lost database. */
function outcomesOf(error: unknown): readonly string[] {
  if (error instanceof DatabaseUnavailable) return [error.outcome];
  return error instanceof AggregateError ? error.errors.flatMap(outcomesOf) : [];
}

function refusedOutcome(value: unknown): readonly string[] {
  if (!isRejection(value) || value.code !== 'database-unavailable') return [];
  return [String(value.detail?.['outcome'])];
}
