import { Server, ServerCredentials } from '@grpc/grpc-js';
import { IntakeServiceService } from '@huiyin/contracts/gen/intake/v1/service';
import pg from 'pg';
import type { SubmissionModel } from './submission-model.ts';
import { submitBare } from './submission-sql.ts';

/** As many as intake has for commands. */
const CONNECTIONS = 8;

/** What this process is told over IPC when it starts. */
export interface BareServiceOrder {
  readonly databaseUrl: string;
  readonly model: SubmissionModel;
}

/** Bare grpc-js with intake's own definition of one method, and the bare transaction behind it. */
process.once('message', (order: BareServiceOrder) => {
  const pool = new pg.Pool({ connectionString: order.databaseUrl, max: CONNECTIONS });
  const submit = submitBare(order.model);
  const server = new Server();
  server.addService(
    { submitSuggestion: IntakeServiceService.submitSuggestion },
    {
      submitSuggestion: (
        call: { request: { suggestionId: string } },
        callback: (error: Error | null, reply?: object) => void,
      ) => {
        const { suggestionId: id } = call.request;
        transact(id).then(
          () => callback(null, { service: 'intake', id, version: 2n, label: '' }),
          (error: unknown) => callback(error as Error),
        );
      },
    },
  );
  async function transact(id: string): Promise<void> {
    const client = await pool.connect();
    try {
      await submit(client, id);
    } finally {
      client.release();
    }
  }
  server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    process.send?.({ port });
  });
});
process.once('disconnect', () => process.exit(0));
