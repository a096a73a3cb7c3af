import { randomUUID } from 'node:crypto';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '@huiyin/kernel/ids';
import type { BareDatabase } from '@huiyin/testkit/running-system';
import pg from 'pg';
import { closedLoop, type LoadRequest, type LoadResult } from '../support/closed-loop.ts';
import type { BareGatewayOrder } from './bare-gateway.ts';
import type { BareServiceOrder } from './bare-service.ts';
import type { SubmissionModel } from './submission-model.ts';

/** The floor of P1: two bare processes where the product has gateway and intake, and drafts for them to submit. */
export class SubmissionFloor {
  readonly #database: pg.Client;
  readonly #model: SubmissionModel;
  readonly #processes: readonly ChildProcess[];
  readonly #origin: string;
  /** Process id of the database server. */
  readonly #server: number;

  private constructor(parts: {
    readonly database: pg.Client;
    readonly model: SubmissionModel;
    readonly processes: readonly ChildProcess[];
    readonly port: number;
    readonly server: number;
  }) {
    this.#database = parts.database;
    this.#model = parts.model;
    this.#processes = parts.processes;
    this.#server = parts.server;
    this.#origin = `http://127.0.0.1:${parts.port}`;
  }

  /** `server`: process id of the database server that `target` lies on. */
  static async start(target: BareDatabase, model: SubmissionModel, server: number): Promise<SubmissionFloor> {
    const database = new pg.Client({ connectionString: target.adminUrl });
    await database.connect();
    const service = start('bare-service.ts');
    const serviceOrder: BareServiceOrder = { databaseUrl: target.appUrl, model };
    const gateway = start('bare-gateway.ts');
    const gatewayOrder: BareGatewayOrder = { service: await portOf(service, serviceOrder) };
    const port = await portOf(gateway, gatewayOrder);
    return new SubmissionFloor({ database, model, processes: [service, gateway], port, server });
  }

  async close(): Promise<void> {
    for (const each of this.#processes) each.disconnect();
    await this.#database.end();
  }

  /** Submits drafts, so many of each client. */
  async submit(clients: number, drafts: number): Promise<LoadResult> {
    const requests: LoadRequest[][] = [];
    for (let client = 0; client < clients; client += 1) {
      const ids = Array.from({ length: drafts }, () => newId());
      await this.#draft(ids);
      requests.push(
        ids.map((id) => ({
          path: `/api/v1/suggestions/${id}/submit`,
          headers: { 'idempotency-key': randomUUID() },
        })),
      );
    }
    return closedLoop({ origin: this.#origin, processes: this.#pids() }, requests);
  }

  /** The two processes, and the server that works for them. */
  #pids(): readonly number[] {
    return [...this.#processes.flatMap(({ pid }) => pid ?? []), this.#server];
  }

  async #draft(ids: readonly string[]): Promise<void> {
    const { id, before } = this.#model;
    const tables = { suggestion: before.suggestion, stream: before.stream, suggestion_deputy: before.deputy };
    for (const [table, row] of Object.entries(tables)) {
      await this.#database.query(
        `insert into ${table} select made.* from unnest($3::text[]) as id,
           jsonb_populate_record(null::${table}, replace($1, $2, id)::jsonb) as made`,
        [row, id, ids],
      );
    }
  }
}

function start(file: string): ChildProcess {
  return fork(join(import.meta.dirname, file), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function portOf(child: ChildProcess, order: BareServiceOrder | BareGatewayOrder): Promise<number> {
  child.send(order);
  const answer = once(child, 'message') as Promise<[{ port: number }]>;
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('a process of the floor ended')));
  const [{ port }] = await Promise.race([answer, ended]);
  return port;
}
