import { databaseUrl } from '@huiyin/deploy/servers/server-urls';
import { databaseOf } from '@huiyin/deploy/topology';
import { startRunningSystem, type RunningSystem } from '@huiyin/testkit/running-system';
import pg from 'pg';
import { Pool } from 'undici';
import { afterSubmission, beforeSubmission, type SubmissionModel } from '../floor/submission-model.ts';
import { closedLoop, type LoadRequest, type LoadResult } from '../support/closed-loop.ts';
import { processesOf } from '../support/processor-time.ts';
import type { WorkContext } from '../work.ts';
import { commandOf, logInDeputies, textOfLength, type Deputy } from './deputies.ts';

/** A system whose deputies draft and submit. */
export class SubmittingSystem {
  readonly system: RunningSystem;
  readonly #deputies: readonly Deputy[];
  #drafted = 0;

  constructor(system: RunningSystem, deputies: readonly Deputy[]) {
    this.system = system;
    this.#deputies = deputies;
  }

  /** Gateway, directory, intake and their servers: what stands on the road of a submission. `keepTraces`: telemetry as `npm start` has it; otherwise none is recorded. */
  static async start(context: WorkContext, name: string, keepTraces: boolean): Promise<SubmittingSystem> {
    const system = await startRunningSystem(`bench-${name}`, {
      ...{ only: ['directory', 'intake', 'gateway'], keepTraces },
      nodeArguments: context.nodeArguments,
    });
    try {
      return new SubmittingSystem(system, await logInDeputies(system.gatewayUrl));
    } catch (error) {
      await system.stop();
      throw error;
    }
  }

  /** Every client writes so many drafts and then submits them; answers how both went. */
  async run(drafts: number): Promise<{ readonly drafting: LoadResult; readonly submitting: LoadResult }> {
    const ids: string[][] = [];
    const answering = { origin: this.system.gatewayUrl, processes: processesOf(this.system) };
    const drafting = await closedLoop(
      answering,
      this.#deputies.map((deputy, client) => {
        ids.push([]);
        return Array.from({ length: drafts }, () => this.#draftOf(deputy, client));
      }),
      (client, answer) => ids[client]?.push((JSON.parse(answer) as { id: string }).id),
    );
    const submissions = this.#deputies.map((deputy, client) =>
      (ids[client] ?? []).map((id) => commandOf(deputy, `/api/v1/suggestions/${id}:submit`)),
    );
    return { drafting, submitting: await closedLoop(answering, submissions) };
  }

  /** One suggestion's rows before and after it is submitted. */
  async model(): Promise<SubmissionModel> {
    const [deputy] = this.#deputies;
    if (deputy === undefined) throw new Error('nobody is logged in');
    const url = databaseUrl(this.system.urls.postgresAdmin, databaseOf('intake').database);
    const intake = new pg.Client({ connectionString: url });
    const pool = new Pool(this.system.gatewayUrl);
    const post = async (request: LoadRequest): Promise<{ id: string }> =>
      (await pool.request({ ...request, method: 'POST' })).body.json() as Promise<{ id: string }>;
    await intake.connect();
    try {
      const { id } = await post(this.#draftOf(deputy, 0));
      const before = await beforeSubmission(intake, id);
      await post(commandOf(deputy, `/api/v1/suggestions/${id}:submit`));
      const after = await afterSubmission(intake, id);
      const { tenant } = JSON.parse(before.suggestion) as { tenant: string };
      return { id, tenant, before, after };
    } finally {
      await pool.close();
      await intake.end();
    }
  }

  stop(): Promise<void> {
    return this.system.stop();
  }

  #draftOf(deputy: Deputy, client: number): LoadRequest {
    this.#drafted += 1;
    const text = textOfLength(`bench/${client}/${this.#drafted}`);
    return commandOf(deputy, '/api/v1/suggestions', { text });
  }
}
