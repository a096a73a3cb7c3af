import { Client, credentials } from '@grpc/grpc-js';
import { IntakeServiceService } from '@huiyin/contracts/gen/intake/v1/service';
import Fastify from 'fastify';

/** What this process is told over IPC when it starts. */
export interface BareGatewayOrder {
  /** Port of the bare service. */
  readonly service: number;
}

/** Bare Fastify that hands a command on to the bare service and answers what it answers. */
process.once('message', async (order: BareGatewayOrder) => {
  const client = new Client(`127.0.0.1:${order.service}`, credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = IntakeServiceService.submitSuggestion;
  const submit = (suggestionId: string): Promise<object> =>
    new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        { suggestionId },
        (error, reply) => (error === null && reply !== undefined ? resolve(reply) : reject(error as Error)),
      );
    });
  const app = Fastify();
  app.post<{ Params: { id: string } }>('/api/v1/suggestions/:id/submit', async ({ params }) => {
    const reply = await submit(params.id);
    return { ...reply, version: 2 };
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({ port: Number(new URL(address).port) });
});
process.once('disconnect', () => process.exit(0));
