import { reject } from '@huiyin/kernel/rejection';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { rejectionProblem } from '../http/rejection-problem.ts';
import type { Peers } from '../http/peers.ts';
import { registerRoute } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import { lookAtCase } from '../live/case-sight.ts';
import { CaseFollower } from '../live/follow-case.ts';
import { LiveStream } from '../live/live-stream.ts';
import type { Watchers } from '../live/watchers.ts';
import type { MembershipsInForce } from '../session/memberships-in-force.ts';
import type { Session } from '../session/session.ts';

const query = z.strictObject({ case: id.optional().describe('正在看的案件') });
const events = z
  .custom<Readable>((value) => value instanceof Readable)
  .meta({ type: 'string', description: 'case {caseId, asOf}、notices {}' });

/** What changes while somebody looks (decision 28): that it changed, never what; the page fetches again. */
export function liveRoutes(app: FastifyInstance, around: Omit<Reader, 'session' | 'request'>): void {
  const open = new Set<LiveStream>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.destroy();
  });
  registerRoute<'/stream', z.output<typeof query>, unknown, Readable>(app, {
    method: 'GET',
    url: '/stream',
    operationId: 'openStream',
    tag: 'notification',
    summary: '实时消息：正在看的案件有变化，自己有新通知',
    description: '服务器推送事件（text/event-stream）。连接十分钟后结束，浏览器自动重连。',
    query,
    status: 200,
    file: 'text/event-stream',
    response: events,
    handle: async ({ session, query: { case: caseId }, request, reply }) => {
      if (request.method === 'HEAD') return Readable.from([]);
      const stream = new LiveStream();
      open.add(stream);
      stream.once('close', () => open.delete(stream));
      const { tenant } = session.active;
      const stop = around.watchers.watch(tenant, session.personId, () => stream.tell('notices', {}));
      stream.once('close', stop);
      if (caseId !== undefined) await followCase({ ...around, session, request }, stream, caseId);
      reply.header('x-accel-buffering', 'no');
      return stream;
    },
  });
}

const NO_LONGER = reject('forbidden', 'not-permitted', '您现在的身份已经失效');

interface Reader {
  readonly peers: Peers;
  readonly watchers: Watchers;
  readonly memberships: MembershipsInForce;
  readonly session: Session;
  readonly request: FastifyRequest;
}

/** Throws the problem when the reader may not read the case. */
async function followCase(reader: Reader, stream: LiveStream, caseId: string): Promise<void> {
  const { peers, watchers, memberships, session, request } = reader;
  const follower = new CaseFollower({
    look: async (after) =>
      (await memberships.holds(session)) ? lookAtCase(peers, session, { caseId, after }) : NO_LONGER,
    tell: ({ asOf }) => stream.tell('case', { caseId, asOf }),
    end: (error) => {
      if (error !== undefined) request.log.warn({ err: error }, 'a case is no longer followed');
      stream.destroy();
    },
  });
  stream.once(
    'close',
    watchers.watch(session.active.tenant, caseId, (published) => follower.hear(published)),
  );
  try {
    const refused = await follower.begin();
    if (refused !== undefined) throw rejectionProblem(refused);
  } catch (error) {
    stream.destroy();
    throw error;
  }
}
