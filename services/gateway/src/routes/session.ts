import { ROLES } from '@huiyin/kernel/actor';
import type { Clock } from '@huiyin/kernel/clock';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Peers } from '../http/peers.ts';
import { idempotencyKeyOf } from '../http/command-headers.ts';
import { problem } from '../http/problem.ts';
import { registerOpenRoute, registerRoute } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import type { Limiter } from '../redis/limiter.ts';
import { chooseMembership, logIn } from '../session/log-in.ts';
import { clearSessionCookie, cookieFormFor, type Mode, setSessionCookie } from '../session/session-cookie.ts';
import { ABSOLUTE_MS, switchedInto, type SessionStore } from '../session/session-store.ts';
import type { Succession } from '../session/session-successor.ts';
import type { Session } from '../session/session.ts';

const credentials = z
  .strictObject({
    login: z.string().min(1).max(64),
    password: z.string().min(1).max(200),
    membershipId: id.optional().describe('以哪个身份登录；不填为第一个'),
  })
  .meta({ id: 'Credentials' });

const membership = z
  .object({
    membershipId: z.string(),
    tenant: z.string(),
    tenantName: z.string(),
    role: z.enum(ROLES),
    unit: z.object({ unitId: z.string(), name: z.string() }).optional(),
  })
  .meta({ id: 'SessionMembership' });

const me = z
  .object({
    personId: z.string(),
    name: z.string(),
    tenant: z.string(),
    tenantName: z.string(),
    roles: z.array(z.enum(ROLES)).describe('当前身份的角色'),
    unit: z.object({ unitId: z.string(), name: z.string() }).optional(),
    membershipId: z.string(),
    memberships: z.array(membership).describe('可以切换的身份'),
    expiresAt: z.string().describe('最迟须重新登录的时刻'),
  })
  .meta({ id: 'Me' });
type Me = z.output<typeof me>;

interface SessionRoutes {
  readonly peers: Peers;
  readonly sessions: SessionStore;
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly mode: Mode;
}

/** Logging in and out, who I am, and in which role. */
export function sessionRoutes(app: FastifyInstance, around: SessionRoutes): void {
  registerLogIn(app, around);
  registerLogOut(app, around);
  registerSwitch(app, around);
  registerRoute<'/me', unknown, unknown, Me>(app, {
    method: 'GET',
    url: '/me',
    operationId: 'getMe',
    tag: 'session',
    summary: '当前登录的人与身份',
    status: 200,
    response: me,
    handle: async ({ session }) => meOf(session),
  });
}

function registerLogIn(app: FastifyInstance, around: SessionRoutes): void {
  registerOpenRoute<'/session', unknown, z.output<typeof credentials>, Me>(app, {
    method: 'POST',
    url: '/session',
    operationId: 'logIn',
    keyless: true,
    tag: 'session',
    summary: '登录',
    description: '不需要 Idempotency-Key。成功后得到会话 cookie：闲置 30 分钟或满 10 小时失效。',
    body: credentials,
    status: 200,
    response: me,
    handle: async ({ body, request, reply }) => {
      const form = formOrRefuse(request, around.mode);
      const { login, password, membershipId } = body;
      const facts = await logIn(
        { login, password, address: request.ip, ...(membershipId === undefined ? {} : { membershipId }) },
        around,
      );
      // A session that came with the request ends here: the id always changes at login (fixation).
      const { id: sessionId, session } =
        request.session === undefined
          ? await around.sessions.start(facts)
          : await around.sessions.replace(request.session, facts);
      setSessionCookie(reply, form, sessionId);
      return meOf(session);
    },
  });
}

function registerLogOut(app: FastifyInstance, { sessions, mode }: SessionRoutes): void {
  registerOpenRoute<'/session', unknown, unknown, undefined>(app, {
    method: 'DELETE',
    url: '/session',
    operationId: 'logOut',
    tag: 'session',
    summary: '退出登录',
    status: 204,
    response: z.undefined().describe('已退出'),
    handle: async ({ request, reply }) => {
      if (request.session !== undefined) await sessions.end(request.session);
      const form = cookieFormFor(request, mode);
      if (form !== undefined) clearSessionCookie(reply, form);
      return undefined;
    },
  });
}

function registerSwitch(app: FastifyInstance, { sessions, mode }: SessionRoutes): void {
  const switchTo = z.strictObject({ membershipId: id }).meta({ id: 'SwitchMembership' });
  registerRoute<'/session:switch', unknown, z.output<typeof switchTo>, Me>(app, {
    method: 'POST',
    url: '/session:switch',
    operationId: 'switchMembership',
    tag: 'session',
    summary: '切换身份',
    description: '会话换新的 cookie；旧的立即失效，只在一分钟内可用同一个 Idempotency-Key 重发这一请求。',
    body: switchTo,
    status: 200,
    response: me,
    handle: async ({ session: old, body, request, reply }) => {
      const form = formOrRefuse(request, mode);
      const { oldId, idempotencyKey } = successionOf(request);
      const entered = switchedInto(old, idempotencyKey);
      if (entered !== undefined && entered !== body.membershipId) throw problem('key-reused');
      const active = chooseMembership(old.memberships, body.membershipId);
      const { id: sessionId, session } =
        entered === undefined
          ? await sessions.switchTo(old, active, { oldId, idempotencyKey })
          : { id: oldId, session: old };
      setSessionCookie(reply, form, sessionId);
      return meOf(session);
    },
  });
}

function successionOf(request: FastifyRequest): Succession {
  const idempotencyKey = idempotencyKeyOf(request);
  if (idempotencyKey === undefined || request.sessionId === undefined)
    throw new Error('a switch was let in without key or session');
  return { oldId: request.sessionId, idempotencyKey };
}

function formOrRefuse(request: FastifyRequest, mode: Mode): Parameters<typeof setSessionCookie>[1] {
  const form = cookieFormFor(request, mode);
  if (form === undefined) throw problem('https-required');
  return form;
}

function meOf({ personId, name, active, memberships, startedAtMs }: Session): Me {
  return {
    personId,
    name,
    tenant: active.tenant,
    tenantName: active.tenantName,
    roles: [active.role],
    ...(active.unit === undefined ? {} : { unit: { ...active.unit } }),
    membershipId: active.membershipId,
    memberships: memberships.map((each) => ({
      membershipId: each.membershipId,
      tenant: each.tenant,
      tenantName: each.tenantName,
      role: each.role,
      ...(each.unit === undefined ? {} : { unit: { ...each.unit } }),
    })),
    expiresAt: new Date(startedAtMs + ABSOLUTE_MS).toISOString(),
  };
}
