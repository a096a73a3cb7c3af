import type { FastifyInstance } from 'fastify';
import type { Redis } from '../redis/redis.ts';

/** `/livez`: the process serves. `/readyz`: people can log in and work. Root, without session. */
export function addProbes(
  app: FastifyInstance,
  { redis, businessNow }: { redis: Redis; businessNow: () => Promise<Date> },
): void {
  app.get('/livez', { schema: { hide: true }, logLevel: 'silent' }, (_request, reply) =>
    reply.send({ live: true }),
  );
  app.get('/readyz', { schema: { hide: true }, logLevel: 'silent' }, async (_request, reply) => {
    const [redisAnswers, directoryAnswers] = await Promise.all([redis.answers(), succeeds(businessNow)]);
    const ready = redisAnswers && directoryAnswers;
    return reply.code(ready ? 200 : 503).send({ ready, redis: redisAnswers, directory: directoryAnswers });
  });
}

async function succeeds(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch {
    return false;
  }
}
