import {
  context,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { durations } from '@huiyin/metrics/instruments';
import pg from 'pg';

const tracer = trace.getTracer('@huiyin/postgres');
const recordDuration = durations('db.client.operation.duration');

/** A statement that takes longer has a span of its own; milliseconds. */
const SLOW_STATEMENT_MS = 20;
/** Most of a transaction's statements that its span says; how it ended is said in any case. */
const TEXT_CHARACTERS = 4_000;
const ENDING_CHARACTERS = 40;

/**
 * What is done on one connection: a transaction that may write, one that only reads, several statements in one message,
 * or statements that stand each for itself.
 */
export type Operation = 'transaction' | 'read' | 'batch' | 'statements';

/**
 * Work on one connection as traces and metrics show it. It has one span, made only below an active one, with the texts
 * of its statements and never their values; only a slow or failed statement has its own. Work itself runs in the
 * context it came from: whatever else is traced meanwhile stands beside this span.
 */
export class TracedWork {
  readonly #startedAt: number;
  readonly #facts: Attributes;
  /** Undefined where nothing is traced: the relay's polls would drown everything else. */
  readonly #recorded: { readonly span: Span; readonly around: Context } | undefined;
  readonly #statements: string[] = [];

  /** `startedAt` is of `performance.now()`. */
  constructor(pool: pg.Pool, operation: Operation, startedAt = performance.now()) {
    const database = databaseOf(pool);
    this.#startedAt = startedAt;
    this.#facts = {
      'db.system.name': 'postgresql',
      'db.namespace': database,
      'db.operation.name': operation,
    };
    const around = context.active();
    if (trace.getSpan(around) === undefined) return;
    const span = startSpan(`${operation} ${database}`, { startedAt, attributes: this.#facts, around });
    if (span.isRecording()) this.#recorded = { span, around };
  }

  /** False where texts would be made for nobody. */
  get isRecorded(): boolean {
    return this.#recorded !== undefined;
  }

  /** Notes what is sent. The text must hold no values. */
  note(...statements: readonly string[]): void {
    if (this.isRecorded) this.#statements.push(...statements);
  }

  /** Waits for the answer to a noted message. */
  watch<Answer>(text: string, answer: Promise<Answer>): Promise<Answer> {
    return this.isRecorded ? this.#watched(text, answer) : answer;
  }

  async #watched<Answer>(text: string, answer: Promise<Answer>): Promise<Answer> {
    const sentAt = performance.now();
    try {
      const answered = await answer;
      if (performance.now() - sentAt >= SLOW_STATEMENT_MS) this.#tellApart(text, sentAt);
      return answered;
    } catch (error) {
      this.#tellApart(text, sentAt, failureOf(error));
      throw error;
    }
  }

  #tellApart(text: string, startedAt: number, failure?: Failure): void {
    if (this.#recorded === undefined) return;
    const { span, around } = this.#recorded;
    const attributes = {
      ...this.#facts,
      'db.operation.name': 'statement',
      'db.query.text': cut(inOneLine(text)),
    };
    const name = `statement ${String(this.#facts['db.namespace'])}`;
    endSpan(startSpan(name, { startedAt, attributes, around: trace.setSpan(around, span) }), failure);
  }

  /** Ends the span and records the duration; with an error, as failed. */
  end(error?: unknown): void {
    const failure = error === undefined ? undefined : failureOf(error);
    recordDuration((performance.now() - this.#startedAt) / 1000, { ...this.#facts, ...failure });
    if (this.#recorded === undefined) return;
    const { span } = this.#recorded;
    const size = this.#statements.length;
    if (size > 0) span.setAttribute('db.query.text', textOf(this.#statements));
    if (size > 1) span.setAttribute('db.operation.batch.size', size);
    endSpan(span, failure);
  }
}

interface SpanStart {
  readonly startedAt: number;
  readonly attributes: Attributes;
  readonly around: Context;
}

function startSpan(name: string, { startedAt, attributes, around }: SpanStart): Span {
  return tracer.startSpan(name, { kind: SpanKind.CLIENT, startTime: startedAt, attributes }, around);
}

/** By semantic-convention names. */
type Failure = Readonly<Record<'error.type', string> & Partial<Record<'db.response.status_code', string>>>;

function endSpan(span: Span, failure: Failure | undefined): void {
  if (failure !== undefined) {
    span.setAttributes(failure);
    span.setStatus({ code: SpanStatusCode.ERROR, message: failure['error.type'] });
  }
  span.end(performance.now());
}

/** A server's message may quote values, so an error is told by its SQLSTATE, its code or its name alone. */
function failureOf(error: unknown): Failure {
  if (error instanceof pg.DatabaseError && error.code !== undefined) {
    return { 'error.type': error.code, 'db.response.status_code': error.code };
  }
  if (!(error instanceof Error)) return { 'error.type': 'error' };
  const { code } = error as { code?: unknown };
  return { 'error.type': typeof code === 'string' ? code : error.name };
}

function textOf(statements: readonly string[]): string {
  const last = statements.length - 1;
  let text = '';
  for (const [index, statement] of statements.entries()) {
    text += `${index === 0 ? '' : '; '}${inOneLine(statement)}`;
    if (text.length > TEXT_CHARACTERS) {
      const ending =
        index === last ? '' : `; ${inOneLine(statements[last] ?? '').slice(0, ENDING_CHARACTERS)}`;
      return cut(text) + ending;
    }
  }
  return text;
}

function cut(text: string): string {
  return text.length > TEXT_CHARACTERS ? `${text.slice(0, TEXT_CHARACTERS)}…` : text;
}

/** Statements are constant texts with few exceptions, so that most are found here. */
const oneLiners = new Map<string, string>();
const MOST_ONE_LINERS = 2_000;

function inOneLine(sql: string): string {
  const known = oneLiners.get(sql);
  if (known !== undefined) return known;
  const text = sql.replaceAll(/\s+/g, ' ').trim();
  if (oneLiners.size < MOST_ONE_LINERS) oneLiners.set(sql, text);
  return text;
}

const databases = new WeakMap<pg.Pool, string>();

function databaseOf(pool: pg.Pool): string {
  const known = databases.get(pool);
  if (known !== undefined) return known;
  const { connectionString = '', database = '' } = pool.options;
  const [, inUrl] = URL.parse(connectionString)?.pathname.split('/') ?? [];
  const name = decodeURIComponent(inUrl ?? database);
  databases.set(pool, name);
  return name;
}
